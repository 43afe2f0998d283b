-- An operator in somebody's place: a sign-in of that person's which says whose it really is and why, and which ends when
-- the operator's own sign-in, of the operator's own tenant, does.

alter table sign_in
  add column operator_id uuid,
  add column operator_tenant_id uuid,
  add column operator_sign_in_id uuid,
  add column operator text check (length(operator) between 1 and 254),
  add column reason text check (length(reason) between 10 and 500),
  add constraint sign_in_operator check (num_nulls(operator_id, operator_tenant_id, operator_sign_in_id, operator, reason) in (0, 5));
