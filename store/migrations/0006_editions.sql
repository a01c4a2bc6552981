-- 0006_editions.sql
-- A new edition of an order against a roadmap that runs: the file, what was read from it and what was confirmed, never changed.
-- The roadmap names the edition in force; one that is confirmed and not yet in force is being carried out.
create table edition (
  roadmap_code text not null references roadmap (code),
  no integer not null check (no >= 1),
  mark text not null,
  act_kind text not null,
  act_number text not null,
  act_dated_on date not null,
  order_head jsonb not null,
  reading jsonb not null,
  file_name text not null,
  file_sha256 text not null,
  file_bytes bytea not null,
  plan jsonb not null,
  confirmed_by text not null references official (id),
  confirmed_at bigint not null,
  primary key (roadmap_code, no),
  unique (roadmap_code, mark),
  constraint edition_file_is_named_by_its_bytes check (file_sha256 = encode(sha256(file_bytes), 'hex'))
);
create trigger edition_never_changes before update or delete on edition for each row execute function refuse_change();
create trigger editions_are_never_emptied before truncate on edition for each statement execute function refuse_change();
alter table roadmap add column edition_no integer not null default 0;
-- The number that the edition in force prints, where it is not the one under which the item is kept.
alter table item add column printed_no text;
alter table item drop constraint item_status_check;
alter table item add constraint item_status_check
  check (status in ('planned', 'waitingDate', 'active', 'reported', 'returned', 'offControl', 'withdrawn'));
