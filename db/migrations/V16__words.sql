-- Which of a film's words are in force: each change of its subtitles writes objects of its own, so that a rollback leaves
-- the former ones, and no reader meets half of a change. Null: those that came with the film.
alter table movie add column words uuid;
