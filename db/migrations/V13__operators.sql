-- Operators come in by an invitation too, which a command writes (ops/operators/invite), and never without a second
-- factor. Who runs the platform is one of the platform's own: no tenant can have an operator, whatever goes wrong above.

alter table invitation drop constraint invitation_role_check,
  add constraint invitation_role check (role in ('VIEWER', 'EDITOR', 'TENANT_ADMIN', 'OPERATOR', 'AUDITOR')),
  add constraint invitation_of_operators check
    ((role in ('OPERATOR', 'AUDITOR')) = (tenant_id = '00000000-0000-7000-8000-000000000001'));
alter table account
  add constraint account_of_operators check
    ((role in ('OPERATOR', 'AUDITOR')) = (tenant_id = '00000000-0000-7000-8000-000000000001'));

select set_config('app.tenant_id', '00000000-0000-7000-8000-000000000001', true);
update tenant_settings set security = (security::jsonb || '{"require_2fa": true}')::text
  where tenant_id = '00000000-0000-7000-8000-000000000001';
select set_config('app.tenant_id', '', true);
