-- Keys by which programs come in, and accounts that are no person's.

-- a service account has no mailbox and no password: nobody can sign in as one
alter table account
  add column kind text not null default 'PERSON' check (kind in ('PERSON', 'SERVICE')),
  alter column email drop not null,
  add check ((kind = 'PERSON') = (email is not null)),
  add check (kind = 'PERSON' or password_hash is null);
-- operators count people
grant select (kind) on account to recap_operator;

-- Shown once, where it was made; here is its hash.
create table api_key (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  account_id uuid not null,
  name text not null check (length(name) between 1 and 200),
  -- what it begins with, by which people know it
  prefix text not null check (prefix ~ '^mrk_[0-9a-z]{8}$'),
  key_hash text not null,
  scopes text not null check (scopes ~ '^(READ|WRITE|ADMIN)( (READ|WRITE|ADMIN))*$'),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  -- to the minute
  used_at timestamptz,
  revoked_at timestamptz,
  -- the key that was made in its place: for a while both are good
  replaced_by uuid,
  primary key (tenant_id, id),
  unique (tenant_id, key_hash),
  unique (tenant_id, prefix),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade,
  foreign key (tenant_id, replaced_by) references api_key (tenant_id, id) on delete set null (replaced_by)
);
create index api_key_account on api_key (tenant_id, account_id);
comment on column api_key.key_hash is 'secret';

alter table api_key enable row level security;
alter table api_key force row level security;
create policy tenant_isolation on api_key to recap_app, recap_owner
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on api_key to recap_app;

alter table mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check check (kind in ('INVITATION', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'ADDRESS_CONFIRMATION', 'ADDRESS_CHANGED', 'SECOND_FACTOR_RESET', 'API_KEY_CREATED'));
