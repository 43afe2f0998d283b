-- What comes again by itself waits in a table of its own: every node offers it, one runs it.
create table scheduled_recurring (like scheduled_tasks including all);
grant select, insert, update, delete on scheduled_recurring to recap_app;
