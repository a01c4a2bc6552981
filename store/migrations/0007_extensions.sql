-- 0007_extensions.sql
-- A later deadline that is asked for and not decided yet; null: none.
alter table item add column extension jsonb;
