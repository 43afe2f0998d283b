-- Mail to people, and what people do with their accounts by it: invitations, lost passwords, new addresses.

alter table job
  drop constraint job_kind_check,
  add constraint job_kind_check check (kind in ('ANALYSE', 'RENDER', 'EXPORT', 'MAIL'));

-- Mails wait in a line of their own: a link to choose a new password must not wait until two films are done.
create table scheduled_mails (like scheduled_tasks including all);
grant select, insert, update, delete on scheduled_mails to recap_app;
-- operators invite the first administrator of a tenant
grant select, insert, delete on scheduled_mails to recap_operator;

-- What is sent, or was. What it says is closed under the service's IDENTITY_SECRET_KEY, bound to tenant and mail, since
-- its link opens something; it goes when the mail is on its way or is given up.
create table mail (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  job_id uuid not null,
  kind text not null check (kind in ('INVITATION', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'ADDRESS_CONFIRMATION', 'ADDRESS_CHANGED', 'SECOND_FACTOR_RESET')),
  recipient text not null check (length(recipient) between 3 and 254),
  language text not null,
  content bytea,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, job_id) references job (tenant_id, id)
);
comment on column mail.content is 'secret';

-- A way to an account that was sent to somebody's mailbox: good for a while, and gone with its first use. Here is its
-- hash.
create table account_link (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  account_id uuid not null,
  purpose text not null check (purpose in ('PASSWORD', 'ADDRESS')),
  -- the address that the account is to have
  email text check (email = lower(email) and length(email) between 3 and 254),
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  check ((purpose = 'ADDRESS') = (email is not null))
);
create index account_link_account on account_link (tenant_id, account_id, purpose);
comment on column account_link.token_hash is 'secret';

-- in which the invited person is written to
alter table invitation add column language text not null default 'en';

do $$
declare t text;
begin
  foreach t in array array['mail', 'account_link'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_isolation on %I to recap_app, recap_owner
      using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, t);
    execute format('grant select, insert, update, delete on %I to recap_app', t);
  end loop;
  foreach t in array array['mail', 'job'] loop
    execute format('create policy operator_makes on %I for insert to recap_operator with check (true)', t);
    execute format('grant insert on %I to recap_operator', t);
  end loop;
end $$;
