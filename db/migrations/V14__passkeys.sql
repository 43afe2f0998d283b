-- Passkeys (WebAuthn), devices that need not show a second factor again for a while, and recovery codes that belong to a
-- person rather than to one factor: whoever has a passkey alone has codes too.

create table passkey (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  account_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  -- the host name that it was made at; browsers offer it nowhere else
  host text not null check (length(host) between 1 and 253),
  credential_id bytea not null check (octet_length(credential_id) between 1 and 1023),
  -- attested credential data (WebAuthn Level 3, 6.5.1): the model of the authenticator, the id again, the public key
  credential bytea not null check (octet_length(credential) between 1 and 8192),
  -- whether it can be on several devices of its owner (backup eligible): never changes
  synced boolean not null,
  -- how often it was used, as far as it counts itself; one that goes backwards was copied
  uses bigint not null check (uses between 0 and 4294967295),
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, credential_id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create index passkey_account on passkey (tenant_id, account_id);

-- What the browser holds is random; here is its hash.
create table remembered_device (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  -- what it calls itself (User-Agent), and where it was then
  device text check (length(device) <= 200),
  address text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create index remembered_device_account on remembered_device (tenant_id, account_id);
comment on column remembered_device.token_hash is 'secret';

do $$
declare t text;
begin
  foreach t in array array['passkey', 'remembered_device'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_isolation on %I to recap_app, recap_owner
      using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, t);
    execute format('grant select, insert, update, delete on %I to recap_app', t);
  end loop;
end $$;

-- the owner sees all tenants' rows for these statements, and never otherwise
alter table recovery_code no force row level security;
alter table second_factor no force row level security;
alter table recovery_code add column account_id uuid;
update recovery_code c set account_id = f.account_id from second_factor f where f.tenant_id = c.tenant_id and f.id = c.factor_id;
alter table recovery_code
  alter column account_id set not null,
  drop column factor_id,
  add unique (tenant_id, account_id, code_hash),
  add foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade;
alter table recovery_code force row level security;
alter table second_factor force row level security;

alter table mail
  drop constraint mail_kind_check,
  add constraint mail_kind_check check (kind in ('INVITATION', 'PASSWORD_RESET', 'PASSWORD_CHANGED', 'ADDRESS_CONFIRMATION', 'ADDRESS_CHANGED', 'SECOND_FACTOR_RESET', 'API_KEY_CREATED', 'PASSKEY_ADDED'));
