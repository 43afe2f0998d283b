-- The first schema. Roles recap_owner (runs this) and recap_app (the service) exist already: a migration
-- never creates roles, because their passwords are the operator's business.
--
-- Three rules hold for every table with a tenant_id, and TenantIsolationIT walks pg_catalog to see that they do:
--   1. row-level security is on and forced, with a policy for named roles; '' counts as no tenant, because
--      that is what a pooled connection is left with after a transaction that was bound to one
--   2. every unique index and every foreign key starts with tenant_id, so that neither a duplicate-key
--      message nor a cascade crosses from one tenant to another
--   3. the service's role owns nothing and holds only the rights named here

grant usage on schema public to recap_app;

create table tenant (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  display_name text not null check (length(display_name) between 1 and 200),
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED', 'DELETED')),
  created_at timestamptz not null default now()
);
-- the names of tenants are needed before one is bound; nothing of a tenant's own lies in this table
grant select on tenant to recap_app;

-- operators of the platform are accounts of this reserved tenant
insert into tenant (id, slug, display_name) values ('00000000-0000-7000-8000-000000000001', 'platform', 'Movie Recap');

create table account (
  tenant_id uuid not null references tenant (id),
  id uuid not null default uuidv7(),
  email text not null check (email = lower(email) and length(email) between 3 and 254),
  display_name text not null check (length(display_name) between 1 and 200),
  password_hash text not null,
  role text not null check (role in ('VIEWER', 'EDITOR', 'TENANT_ADMIN', 'OPERATOR', 'AUDITOR')),
  -- the language this person chose; none until they did
  locale text,
  status text not null default 'ACTIVE' check (status in ('ACTIVE', 'DISABLED')),
  created_at timestamptz not null default now(),
  version int not null default 1,
  primary key (tenant_id, id),
  unique (tenant_id, email)
);

-- one signed-in device: a family of refresh tokens, each used once
create table sign_in (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);
create index sign_in_account on sign_in (tenant_id, account_id);

create table refresh_token (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  sign_in_id uuid not null,
  token_hash text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, token_hash),
  foreign key (tenant_id, sign_in_id) references sign_in (tenant_id, id) on delete cascade
);
create index refresh_token_sign_in on refresh_token (tenant_id, sign_in_id);

-- the truth about one piece of work; db-scheduler's row only says when to look at it
create table job (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  kind text not null check (kind in ('ANALYSE', 'RENDER')),
  subject_id uuid not null,
  status text not null check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  stage text,
  progress double precision not null default 0 check (progress between 0 and 1),
  attempt int not null default 0,
  cancel_requested boolean not null default false,
  failure_stage text,
  failure_reason text check (failure_reason in ('INPUT', 'PROCESSING')),
  failure_code text,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  check ((status = 'FAILED') = (failure_reason is not null))
);
create index job_subject on job (tenant_id, subject_id);

create table movie (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  title text not null check (length(title) between 1 and 300),
  language text,
  file_name text not null,
  file_bytes bigint not null check (file_bytes > 0),
  container text not null,
  has_subtitles boolean not null,
  analysis_job_id uuid not null,
  duration_seconds double precision,
  width int,
  height int,
  frame_rate double precision,
  video_codec text,
  audio_codec text,
  shot_count int,
  scene_count int,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, analysis_job_id) references job (tenant_id, id),
  foreign key (tenant_id, created_by) references account (tenant_id, id)
);
create index movie_newest on movie (tenant_id, id desc);

create table recap (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  movie_id uuid not null,
  job_id uuid not null,
  length_seconds double precision not null check (length_seconds > 0),
  aspect text not null,
  captions text not null,
  spoilers boolean not null,
  picks text not null default '[]',
  picks_by_hand boolean not null default false,
  outputs text not null default '{}',
  rendered_job_id uuid,
  rendered_seconds double precision,
  loudness_lufs double precision,
  created_by uuid not null,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, movie_id) references movie (tenant_id, id),
  foreign key (tenant_id, job_id) references job (tenant_id, id),
  foreign key (tenant_id, created_by) references account (tenant_id, id)
);
create index recap_of_movie on recap (tenant_id, movie_id, id desc);

create table usage_record (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  job_id uuid not null,
  meter text not null check (meter in ('PROCESSING_SECONDS')),
  quantity numeric(18, 6) not null check (quantity >= 0),
  occurred_at timestamptz not null,
  primary key (tenant_id, id),
  -- work is billed once, however often it was tried
  unique (tenant_id, job_id, meter),
  foreign key (tenant_id, job_id) references job (tenant_id, id)
);

create table idempotent_request (
  tenant_id uuid not null references tenant (id),
  id uuid not null,
  account_id uuid not null,
  idempotency_key text not null check (length(idempotency_key) between 1 and 255),
  request_hash text not null,
  result_id uuid not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, account_id, idempotency_key),
  foreign key (tenant_id, account_id) references account (tenant_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['account', 'sign_in', 'refresh_token', 'job', 'movie', 'recap', 'usage_record', 'idempotent_request'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format($p$create policy tenant_isolation on %I to recap_app, recap_owner
      using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
      with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, t);
    execute format('grant select, insert, update, delete on %I to recap_app', t);
  end loop;
end $$;
-- what was billed stays billed
revoke update, delete on usage_record from recap_app;

-- db-scheduler 16: which job is due when, and who is at it. Holds ids only.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  state text,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on scheduled_tasks to recap_app;
