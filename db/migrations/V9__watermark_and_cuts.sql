-- A tenant's watermark, laid over its recaps: the row says where it lies, the picture is in the object store.
create table tenant_watermark (
  tenant_id uuid not null references tenant (id) on delete cascade,
  id uuid not null,
  -- names the object; each upload has another, so that no rendering meets half of a new one
  picture_id uuid not null,
  picture_bytes bigint not null check (picture_bytes > 0),
  width int not null check (width > 0),
  height int not null check (height > 0),
  corner text not null check (corner in ('TOP_LEFT', 'TOP_RIGHT', 'BOTTOM_LEFT', 'BOTTOM_RIGHT')),
  opacity double precision not null check (opacity > 0 and opacity <= 1),
  changed_at timestamptz not null,
  version int not null default 1,
  primary key (tenant_id, id),
  -- one, or none
  unique (tenant_id)
);
alter table tenant_watermark enable row level security;
alter table tenant_watermark force row level security;
create policy tenant_isolation on tenant_watermark to recap_app, recap_owner
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update, delete on tenant_watermark to recap_app;

-- why a lossless recap could only be cut at keyframes, or null where its cuts are exact
alter table recap add column cut_limit text;

-- whether the tenant's watermark is to be laid over this recap, where there is one
alter table recap add column watermarked boolean not null default true;
