-- 0001_spine.sql · why: docs/decisions/0004-store.md
-- First shape of the store. Instants are epoch milliseconds of the installation's clock (bigint); days are dates without a zone.

create table setting (
  key text primary key,
  value jsonb not null
);

create table official (
  id text primary key,
  surname text not null,
  name text,
  patronymic text,
  initials text not null,
  gender text check (gender in ('m', 'f')),
  post text not null,
  unit text,
  email text,
  phone text,
  external boolean not null default false,
  active boolean not null default true
);

-- Who acts for a party named in an order. `item_nos` null: for every item; else only for these.
create table party (
  name text not null,
  -- Null: in every roadmap; a role such as «Региональный координатор» means other people in another order.
  roadmap_code text,
  official_id text not null references official (id),
  item_nos text[],
  position integer not null
);
create unique index party_member on party (name, coalesce(roadmap_code, ''), official_id);

create table source_order (
  id text primary key,
  kind text not null,
  number text not null,
  dated_on date not null,
  title text not null,
  issuer text not null,
  file_name text not null,
  file_sha256 text not null,
  file_bytes bytea not null,
  reading jsonb not null,
  imported_at bigint not null,
  unique (number, dated_on, issuer),
  constraint order_file_is_named_by_its_bytes check (file_sha256 = encode(sha256(file_bytes), 'hex'))
);

create table roadmap (
  code text primary key,
  order_id text not null unique references source_order (id),
  title text not null,
  state text not null check (state in ('imported', 'running', 'done', 'stopped')),
  launched_at bigint,
  closed_at bigint,
  controller_id text references official (id),
  head_id text references official (id),
  version integer not null default 0
);

-- The screens' view of an item. Written by store/projection.ts alone; `version` only rises, a late write loses.
create table item (
  roadmap_code text not null references roadmap (code),
  no text not null,
  position integer not null,
  title text not null,
  parties text[] not null,
  results jsonb not null,
  deadline_text text not null,
  deadline jsonb not null,
  first_working_due date,
  due_on date,
  working_due_on date,
  status text not null check (status in ('planned', 'waitingDate', 'active', 'reported', 'returned', 'offControl')),
  responsible_id text references official (id),
  co_executor_ids text[] not null default '{}',
  controller_id text references official (id),
  head_id text references official (id),
  date_owner_id text references official (id),
  waits_for text[] not null default '{}',
  waits_since date,
  next_mail_at bigint,
  -- How often the owner of an external schedule has been asked for the date.
  requests_made integer not null default 0,
  report jsonb,
  moves jsonb not null default '[]',
  closed_on date,
  version integer not null default 0,
  primary key (roadmap_code, no)
);
create index item_by_status on item (status, working_due_on);

create table document (
  id text primary key,
  roadmap_code text not null,
  item_no text not null,
  kind text not null,
  state text not null check (state in ('filling', 'onApproval', 'returned', 'toSign', 'registered', 'filed', 'cancelled')),
  holder_id text references official (id),
  since date not null,
  latest_version integer not null default 0,
  latest_sha256 text,
  -- Which book the number stands in: acts («3538-р») and letters («19-6310/2023») are numbered apart.
  numbering text,
  reg_number text,
  reg_date date,
  version integer not null default 0,
  unique (roadmap_code, item_no, kind),
  foreign key (roadmap_code, item_no) references item (roadmap_code, no),
  constraint registration_is_whole check (num_nulls(numbering, reg_number, reg_date) in (0, 3))
);
-- Numbers start anew each year, each book by itself; «3538-Р» and «3538-р» are one number.
create unique index document_number on document (numbering, (extract(year from reg_date)), lower(reg_number))
  where reg_number is not null;

create table document_version (
  document_id text not null references document (id),
  no integer not null,
  sha256 text not null,
  bytes bytea not null,
  file_name text not null,
  title text not null,
  gaps jsonb not null,
  made_at bigint not null,
  made_by text references official (id),
  primary key (document_id, no),
  constraint version_is_named_by_its_bytes check (sha256 = encode(sha256(bytes), 'hex'))
);
create index document_version_by_hash on document_version (document_id, sha256);

-- What people typed into a draft; kept apart from versions because the next version starts from it.
create table document_value (
  document_id text not null references document (id),
  path text not null,
  value jsonb not null,
  primary key (document_id, path)
);

-- The words of an act (report, remarks, reason) and values typed with it. Histories carry only the id.
create table note (
  id text primary key,
  made_at bigint not null,
  made_by text references official (id),
  roadmap_code text not null,
  item_no text not null,
  document_id text,
  text text not null,
  data jsonb not null default '{}',
  foreign key (roadmap_code, item_no) references item (roadmap_code, no)
);
create index note_by_item on note (roadmap_code, item_no, made_at);

-- A reason to write to somebody. The key makes a repeated wake-up harmless: item, kind, due date, step, recipient.
create table notice (
  key text primary key,
  kind text not null,
  role text not null,
  recipient_id text not null references official (id),
  roadmap_code text not null references roadmap (code),
  item_no text,
  document_id text,
  facts jsonb not null,
  due_on date,
  send_at bigint not null,
  made_at bigint not null,
  state text not null default 'pending' check (state in ('pending', 'mailed', 'expired')),
  mail_key text
);
create index notice_pending on notice (send_at) where state = 'pending';

create table mail (
  key text primary key,
  recipient_id text not null references official (id),
  roadmap_code text references roadmap (code),
  item_nos text[] not null default '{}',
  kinds text[] not null,
  subject text not null,
  envelope_from text not null,
  envelope_to text not null,
  message_id text not null unique,
  raw bytea not null,
  state text not null default 'pending' check (state in ('pending', 'sending', 'sent', 'failed', 'expired')),
  attempts integer not null default 0,
  maybe_repeat boolean not null default false,
  error text,
  made_at bigint not null,
  sent_at bigint
);
create index mail_unsent on mail (made_at, key) where state in ('pending', 'sending');
create index mail_by_recipient on mail (recipient_id, made_at);

-- Threads: the first message of an item to a person, and the last, for References and In-Reply-To.
create table mail_thread (
  recipient_id text not null references official (id),
  thread text not null,
  first_message_id text not null,
  last_message_id text not null,
  primary key (recipient_id, thread)
);

-- One UID per item and person; the sequence rises with every change of the date.
create table calendar_event (
  recipient_id text not null references official (id),
  roadmap_code text not null,
  item_no text not null,
  due_on date not null,
  sequence integer not null,
  primary key (recipient_id, roadmap_code, item_no)
);

-- Append-only. Ids have no gaps; hash = sha256(previous hash, id, canonical row); `key` makes a repeated effect harmless.
create table journal (
  id bigint primary key,
  key text not null unique,
  at bigint not null,
  actor_id text,
  act text not null,
  roadmap_code text,
  item_no text,
  document_id text,
  facts jsonb not null,
  previous_hash text not null,
  hash text not null
);
create index journal_by_item on journal (roadmap_code, item_no, id);
create index journal_by_document on journal (document_id, id) where document_id is not null;

-- Where the chain ends: without it a removed last row would leave no trace.
create table journal_head (
  only_row boolean primary key default true check (only_row),
  last_id bigint not null,
  last_hash text not null
);
insert into journal_head (last_id, last_hash) values (0, repeat('0', 64));

-- Appends one row and returns true, or false when the key is known. One round trip, because the lock is held until commit.
-- `row_text` is the canonical JSON of the row, made by store/journal.ts and made again from the columns by the verifier.
create function journal_append(
  row_key text, row_at bigint, row_actor text, row_act text, row_roadmap text, row_item text, row_document text,
  row_facts jsonb, row_text text
) returns boolean language plpgsql as $$
declare
  head journal_head%rowtype;
  new_hash text;
begin
  -- Each statement below takes its snapshot after the lock, so it sees what the previous appender committed.
  perform pg_advisory_xact_lock(hashtextextended('vekha.journal', 0));
  if exists (select from journal where key = row_key) then
    return false;
  end if;
  select * into strict head from journal_head;
  new_hash := encode(sha256(convert_to(concat_ws(E'\n', head.last_hash, head.last_id + 1, row_text), 'UTF8')), 'hex');
  insert into journal (id, key, at, actor_id, act, roadmap_code, item_no, document_id, facts, previous_hash, hash)
  values (head.last_id + 1, row_key, row_at, row_actor, row_act, row_roadmap, row_item, row_document, row_facts,
    head.last_hash, new_hash);
  update journal_head set last_id = head.last_id + 1, last_hash = new_hash;
  return true;
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% never changes: % is refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create trigger journal_never_changes before update or delete on journal for each row execute function refuse_change();
create trigger journal_is_never_emptied before truncate on journal for each statement execute function refuse_change();
create trigger journal_head_stays before delete on journal_head for each row execute function refuse_change();
create trigger journal_head_is_never_emptied before truncate on journal_head
  for each statement execute function refuse_change();
create trigger version_never_changes before update or delete on document_version
  for each row execute function refuse_change();
create trigger versions_are_never_emptied before truncate on document_version
  for each statement execute function refuse_change();
