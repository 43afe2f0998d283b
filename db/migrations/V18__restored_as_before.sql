-- A tenant that is restored comes back as it was.
alter table tenant add column suspended_before_deletion boolean not null default false;
