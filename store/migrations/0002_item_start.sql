-- 0002_item_start.sql
-- What an item's process is started with, written at launch; the roadmap's process reads it page by page.
alter table item add column start jsonb;
