-- What makes a table its tenants' own, in one place: every table that is added calls it, so that none is isolated in another
-- way. It belongs to the owner alone.
create function isolate(t regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format($p$create policy tenant_isolation on %s to recap_app, recap_owner
    using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
    with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)$p$, t);
  execute format('grant select, insert, update, delete on %s to recap_app', t);
end $$;
revoke execute on function isolate(regclass) from public;
