-- Single sign-on: the provider (OpenID Connect) that a tenant trusts, and whom it has sent.
create table sso_provider (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  -- what administrators write, as JSON
  settings text not null,
  -- AES-256-GCM under the service's IDENTITY_SECRET_KEY, bound to tenant and issuer
  client_secret bytea not null,
  version int not null default 1,
  primary key (tenant_id, id),
  -- one a tenant
  unique (tenant_id)
);

-- An account is known again by issuer and subject, never by its address.
create table sso_identity (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  account_id uuid not null,
  issuer text not null,
  subject text not null check (length(subject) between 1 and 255),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, issuer, subject),
  -- an address that the provider gives to somebody else does not give them the account
  unique (tenant_id, issuer, account_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create index sso_identity_account on sso_identity (tenant_id, account_id);

do $$
declare t text;
begin
  foreach t in array array['sso_provider', 'sso_identity'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_isolation on %I to recap_app, recap_owner
      using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, t);
    execute format('grant select, insert, update, delete on %I to recap_app', t);
  end loop;
end $$;

-- who was made by single sign-on has no password
alter table account alter column password_hash drop not null;

comment on column sso_provider.client_secret is 'secret';
