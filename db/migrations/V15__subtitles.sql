-- The subtitles that were handed in for a film, and how they are read: they can be replaced, moved and taken away.
alter table movie add column subtitle_file_name text;
alter table movie add column subtitle_bytes bigint not null default 0 check (subtitle_bytes >= 0);
-- null: found out
alter table movie add column subtitle_encoding text;
-- each time is multiplied first, then the offset is added
alter table movie add column subtitle_stretch double precision not null default 1 check (subtitle_stretch between 0.5 and 2);
alter table movie add column subtitle_offset_seconds double precision not null default 0;
