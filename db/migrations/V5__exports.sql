-- A tenant's data as one archive: asked for, made by a job, kept for some days.
alter table job
  drop constraint job_kind_check,
  add constraint job_kind_check check (kind in ('ANALYSE', 'RENDER', 'EXPORT'));

create table tenant_export (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  job_id uuid not null,
  -- what the person was called who asked for it, who may be an operator of another tenant
  requested_by text not null,
  created_at timestamptz not null,
  archive_bytes bigint check (archive_bytes > 0),
  expires_at timestamptz,
  version int not null default 1,
  primary key (tenant_id, id),
  foreign key (tenant_id, job_id) references job (tenant_id, id),
  check ((archive_bytes is null) = (expires_at is null))
);
alter table tenant_export enable row level security;
alter table tenant_export force row level security;
create policy tenant_isolation on tenant_export to recap_app, recap_owner
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on tenant_export to recap_app;
-- for whoever clears away what has expired, whosever it is
create policy operator_reads on tenant_export for select to recap_operator using (true);
grant select (tenant_id, id, expires_at) on tenant_export to recap_operator;
