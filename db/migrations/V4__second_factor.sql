-- A second factor for people who sign in: a program that makes codes out of a secret and the time (RFC 6238), and
-- recovery codes for when it is lost.

create table second_factor (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  account_id uuid not null,
  -- AES-256-GCM under the service's IDENTITY_SECRET_KEY, bound to tenant and account
  secret bytea not null,
  created_at timestamptz not null,
  -- null until its owner showed a code: such a one counts for nothing yet
  confirmed_at timestamptz,
  -- the half minute of the newest code that was used: neither it nor an older one is good again
  last_step bigint not null default 0,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
-- one that counts, and one that is to take its place
create unique index second_factor_confirmed on second_factor (tenant_id, account_id) where confirmed_at is not null;
create unique index second_factor_begun on second_factor (tenant_id, account_id) where confirmed_at is null;

-- Shown once, where the factor was confirmed; here are their hashes.
create table recovery_code (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  factor_id uuid not null,
  code_hash text not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, factor_id, code_hash),
  foreign key (tenant_id, factor_id) references second_factor (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['second_factor', 'recovery_code'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_isolation on %I to recap_app, recap_owner
      using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, t);
    execute format('grant select, insert, update, delete on %I to recap_app', t);
  end loop;
end $$;

-- whether it was begun with a second factor, or has shown one since: without, it is worth little to an account that has one
alter table sign_in add column factored boolean not null default false;

-- what a tenant's export leaves out
comment on column second_factor.secret is 'secret';
comment on column recovery_code.code_hash is 'secret';
comment on column account.password_hash is 'secret';
comment on column refresh_token.token_hash is 'secret';
comment on column invitation.token_hash is 'secret';
