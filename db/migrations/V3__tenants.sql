-- Tenants as customers: plans, settings, domains, quotas, and the log of who did what.
--
-- A third role joins: recap_operator, by which operators of the platform see and change what belongs to no tenant,
-- and the few columns of tenants' tables that are granted and opened to it below, by name. It bypasses nothing.

grant usage on schema public to recap_operator;

-- What a plan allows. A null is no limit; processing is by calendar month, UTC.
create table plan (
  name text primary key check (name ~ '^[a-z]{1,32}$'),
  rank int not null unique,
  storage_bytes bigint check (storage_bytes > 0),
  processing_seconds bigint check (processing_seconds > 0)
);
insert into plan (name, rank, storage_bytes, processing_seconds) values
  ('free', 1, 10000000000, 36000),
  ('starter', 2, 100000000000, 180000),
  ('professional', 3, 1000000000000, 720000),
  ('enterprise', 4, null, null);
grant select on plan to recap_app, recap_operator;

alter table tenant
  add column billing_plan text not null default 'free' references plan (name),
  -- a deleted tenant is gone for everybody, and is undone or purged: this is when
  add column delete_after timestamptz,
  add column version int not null default 1,
  add constraint tenant_deletion check ((status = 'DELETED') = (delete_after is not null));
update tenant set billing_plan = 'enterprise' where slug = 'platform';

alter table tenant enable row level security;
create policy names on tenant for select to recap_app using (true);
create policy operator_reads on tenant for select to recap_operator using (true);
create policy operator_makes on tenant for insert to recap_operator with check (true);
create policy operator_changes on tenant for update to recap_operator using (true) with check (true);
create policy operator_purges on tenant for delete to recap_operator using (status = 'DELETED' and delete_after <= now());
grant select, insert, update, delete on tenant to recap_operator;

-- Purging a tenant is one statement: everything of its own goes with its row.
do $$
declare t text;
begin
  foreach t in array array['account', 'sign_in', 'refresh_token', 'job', 'movie', 'recap', 'usage_record', 'idempotent_request'] loop
    execute format('alter table %I drop constraint %I', t, t || '_tenant_id_fkey');
    execute format('alter table %I add constraint %I foreign key (tenant_id) references tenant (id) on delete cascade',
      t, t || '_tenant_id_fkey');
  end loop;
end $$;

create function only_the_doomed() returns trigger language plpgsql set search_path = public as $$
begin
  if old.status <> 'DELETED' or old.delete_after > now() then
    raise exception 'tenant % may not be purged yet', old.slug;
  end if;
  return old;
end $$;
create trigger only_the_doomed before delete on tenant for each row execute function only_the_doomed();

-- How a tenant wants to be guarded, and what is switched on for it: two documents, each read and written whole.
create table tenant_settings (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null default uuidv7(),
  security text not null default '{}',
  features text not null default '{}',
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id)
);

-- What a tenant was told about its quotas. Whoever records a quantity locks this row first, so that work
-- done at the same time cannot overrun a limit.
create table quota_state (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null default uuidv7(),
  storage_percent int not null default 0,
  processing_percent int not null default 0,
  processing_month date not null default date '1970-01-01',
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id)
);

-- A host name of the tenant's own. Counts once the name's DNS shows the token.
create table tenant_domain (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  domain text not null check (domain = lower(domain) and length(domain) between 4 and 253),
  token text not null,
  created_at timestamptz not null,
  verified_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, domain)
);
-- whoever proves a name has it; a mere claim keeps nobody out
create unique index tenant_domain_owner on tenant_domain (domain) where verified_at is not null;

-- An account in waiting. The token is shown once, where it was asked for; here is its hash.
create table invitation (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  role text not null check (role in ('VIEWER', 'EDITOR', 'TENANT_ADMIN')),
  token_hash text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash)
);

-- Who did what, when, from where, with what result. Each row holds the hash of the one before it in the tenant's
-- chain; AuditChain computes the same in Java. Operators' own chain is the platform's.
create table audit_event (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  -- place in the chain, from 1
  number bigint not null,
  occurred_at timestamptz not null,
  -- account, or null for the service itself; the tenant the account belongs to; what it was called then
  actor_id uuid,
  actor_tenant_id uuid,
  actor text not null,
  action text not null,
  subject text not null,
  outcome text not null check (outcome in ('DONE', 'REFUSED')),
  address text,
  request text,
  before text,
  after text,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (tenant_id, id),
  unique (tenant_id, number)
);
create index audit_event_newest on audit_event (tenant_id, id desc);

create function audit_field(value text) returns text language sql immutable
  return case when value is null then '-' else octet_length(convert_to(value, 'UTF8')) || ':' || value end;

create function audit_chain() returns trigger language plpgsql set search_path = public as $$
declare last record;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit ' || new.tenant_id, 0));
  select a.number, a.hash into last from audit_event a where a.tenant_id = new.tenant_id order by a.number desc limit 1;
  new.number := coalesce(last.number, 0) + 1;
  new.previous_hash := coalesce(last.hash, ''::bytea);
  new.hash := sha256(new.previous_hash || convert_to(
    audit_field(new.tenant_id::text) || audit_field(new.id::text) || audit_field(new.number::text)
    || audit_field((extract(epoch from new.occurred_at) * 1000000)::bigint::text)
    || audit_field(new.actor_id::text) || audit_field(new.actor_tenant_id::text) || audit_field(new.actor)
    || audit_field(new.action) || audit_field(new.subject) || audit_field(new.outcome)
    || audit_field(new.address) || audit_field(new.request) || audit_field(new.before) || audit_field(new.after), 'UTF8'));
  return new;
end $$;
create trigger audit_chain before insert on audit_event for each row execute function audit_chain();

create function audit_is_final() returns trigger language plpgsql set search_path = public as $$
begin
  -- with its whole tenant, after the time of grace, and in no other way
  if tg_op = 'DELETE' and not exists (select 1 from tenant t where t.id = old.tenant_id) then
    return old;
  end if;
  raise exception 'what was audited stays as it is';
end $$;
create trigger audit_is_final before update or delete on audit_event for each row execute function audit_is_final();
create trigger audit_is_not_emptied before truncate on audit_event for each statement execute function audit_is_final();

do $$
declare t text;
begin
  foreach t in array array['tenant_settings', 'quota_state', 'tenant_domain', 'invitation', 'audit_event'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_isolation on %I to recap_app, recap_owner
      using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, t);
  end loop;
end $$;
grant select on tenant_settings to recap_app;
grant select, update on quota_state to recap_app;
grant select, insert, update, delete on tenant_domain, invitation to recap_app;
grant select, insert on audit_event to recap_app;

-- a host's tenant is looked for before one is bound, and by nobody afterwards
create policy hosts on tenant_domain for select to recap_app
  using (verified_at is not null and nullif(current_setting('app.tenant_id', true), '') is null);

-- whoever makes a tenant, the rows it cannot be without come with it
create function tenant_rows() returns trigger language plpgsql set search_path = public as $$
declare bound text := current_setting('app.tenant_id', true);
begin
  perform set_config('app.tenant_id', new.id::text, true);
  insert into tenant_settings (tenant_id) values (new.id);
  insert into quota_state (tenant_id) values (new.id);
  perform set_config('app.tenant_id', coalesce(bound, ''), true);
  return null;
end $$;
create trigger tenant_rows after insert on tenant for each row execute function tenant_rows();

-- What operators see of tenants, column by column.
create policy operator_reads on tenant_settings for select to recap_operator using (true);
create policy operator_makes on tenant_settings for insert to recap_operator with check (true);
create policy operator_changes on tenant_settings for update to recap_operator using (true) with check (true);
grant select, insert, update on tenant_settings to recap_operator;
create policy operator_makes on quota_state for insert to recap_operator with check (true);
grant insert on quota_state to recap_operator;
create policy operator_reads on tenant_domain for select to recap_operator using (true);
grant select (tenant_id, id, domain, created_at, verified_at) on tenant_domain to recap_operator;
create policy operator_makes on invitation for insert to recap_operator with check (true);
grant insert on invitation to recap_operator;
create policy operator_reads on audit_event for select to recap_operator using (true);
create policy operator_makes on audit_event for insert to recap_operator with check (true);
grant select, insert on audit_event to recap_operator;
create policy operator_reads on usage_record for select to recap_operator using (true);
grant select (tenant_id, id, meter, quantity, occurred_at) on usage_record to recap_operator;
create policy operator_reads on account for select to recap_operator using (true);
grant select (tenant_id, id, status, created_at) on account to recap_operator;
create policy operator_reads on movie for select to recap_operator using (true);
grant select (tenant_id, id, created_at) on movie to recap_operator;
create policy operator_reads on recap for select to recap_operator using (true);
grant select (tenant_id, id, created_at) on recap to recap_operator;
-- jobs of a purged tenant must not come up again
grant select (task_name, task_instance, task_data), delete on scheduled_tasks to recap_operator;

-- Storage and calls are metered too. Bytes are given back as a negative quantity, so that the sum is what lies there.
alter table usage_record
  alter column job_id drop not null,
  add column subject_id uuid,
  drop constraint usage_record_meter_check,
  drop constraint usage_record_quantity_check,
  add constraint usage_record_meter_check check (meter in ('PROCESSING_SECONDS', 'STORAGE_BYTES', 'API_CALLS')),
  add constraint usage_record_quantity_check check (quantity >= 0 or meter = 'STORAGE_BYTES');
alter table usage_record alter column quantity type numeric(24, 6);
create index usage_record_meter on usage_record (tenant_id, meter, occurred_at) include (quantity);
create index usage_record_subject on usage_record (tenant_id, subject_id) where subject_id is not null;

do $$
declare t uuid;
begin
  for t in select id from tenant loop
    perform set_config('app.tenant_id', t::text, true);
    insert into tenant_settings (tenant_id) values (t);
    insert into quota_state (tenant_id) values (t);
    insert into usage_record (tenant_id, id, subject_id, meter, quantity, occurred_at)
      select tenant_id, uuidv7(), id, 'STORAGE_BYTES', file_bytes, created_at from movie;
    insert into usage_record (tenant_id, id, subject_id, meter, quantity, occurred_at)
      select r.tenant_id, uuidv7(), r.id, 'STORAGE_BYTES', sum(o.value::numeric), r.created_at
      from recap r, json_each_text(r.outputs::json) o group by r.tenant_id, r.id, r.created_at;
  end loop;
  perform set_config('app.tenant_id', '', true);
end $$;
