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
  official_id text not null references official (id),
  item_nos text[],
  position integer not null,
  primary key (name, official_id)
);

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
  unique (number, dated_on, issuer)
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
  waits_since bigint,
  next_mail_at bigint,
  date_requests jsonb not null default '[]',
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
  since bigint not null,
  latest_version integer not null default 0,
  latest_sha256 text,
  reg_number text,
  reg_date date,
  remarks jsonb not null default '[]',
  version integer not null default 0,
  unique (roadmap_code, item_no, kind),
  foreign key (roadmap_code, item_no) references item (roadmap_code, no)
);
-- A registration number belongs to one document of a kind of numbering within a year.
create unique index document_number on document (reg_number, (extract(year from reg_date))) where reg_number is not null;

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
  primary key (document_id, no)
);

-- What people typed into a draft; kept apart from versions because the next version starts from it.
create table document_value (
  document_id text not null references document (id),
  path text not null,
  value jsonb not null,
  primary key (document_id, path)
);

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
create index mail_unsent on mail (made_at) where state in ('pending', 'sending');

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

-- Append-only. hash = sha256(previous hash || canonical row); `key` makes a repeated effect harmless.
create table journal (
  id bigint generated always as identity primary key,
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

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'journal is append-only';
end $$;
create trigger journal_no_update before update or delete on journal for each row execute function journal_is_append_only();
create trigger journal_no_truncate before truncate on journal for each statement execute function journal_is_append_only();
