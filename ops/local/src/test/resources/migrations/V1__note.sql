-- as little of a product as the stack's own tests need
grant usage on schema public to recap_app;
create table note (
  tenant_id uuid not null,
  words text not null
);
alter table note enable row level security;
alter table note force row level security;
create policy tenant_isolation on note to recap_app, recap_owner
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on note to recap_app;
