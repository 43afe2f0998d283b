-- The portal's sessions are sign-ins too: one list of everything that is signed in, one way to end it.

alter table sign_in
  add column kind text not null default 'API' check (kind in ('API', 'PORTAL')),
  -- what the device calls itself, and where it was when it signed in
  add column device text check (length(device) between 1 and 200),
  add column address text,
  -- to the minute
  add column seen_at timestamptz not null default now();
