/**
 * The tables as Kysely sees them: names and types of `migrations/*.sql`, nothing else. Days are `LocalDate`, instants are
 * epoch milliseconds, bytes are `Uint8Array`; jsonb goes in as `JsonText` and comes out parsed.
 */
import type { ColumnType, Generated } from 'kysely';
import type { DeadlineReading } from '#domain/deadline';
import type { DocumentKind } from '#domain/document-kind';
import type { DocumentState, ItemResult, ItemStatus } from '#domain/item';
import type { DeadlineMove, ExtensionRequest, ItemReport } from '#domain/item-life';
import type { LocalDate } from '#domain/local-date';
import type { NoticeKind, NoticeRole } from '#domain/notice';
import type { CorrectedForms, Gender } from '#domain/official';
import type { OrderKind, OrderReading } from '#domain/order';
import type { Facts, JsonText, JsonValue } from './json.js';

type Json<T> = ColumnType<T, JsonText<T>, JsonText<T>>;
type JsonDefault<T> = ColumnType<T, JsonText<T> | undefined, JsonText<T>>;
type Day = LocalDate;
type InstantMs = number;

export type RoadmapState = 'imported' | 'running' | 'done' | 'stopped';
export type NoticeState = 'pending' | 'mailed' | 'expired';
export type MailState = 'pending' | 'sending' | 'sent' | 'failed' | 'expired';

export interface Database {
  setting: { key: string; value: Json<JsonValue> };
  official: OfficialTable;
  party: {
    name: string;
    roadmap_code: string | null;
    official_id: string;
    item_nos: string[] | null;
    position: number;
  };
  source_order: SourceOrderTable;
  roadmap: RoadmapTable;
  edition: EditionTable;
  item: ItemTable;
  document: DocumentTable;
  document_version: DocumentVersionTable;
  document_value: { document_id: string; path: string; value: Json<JsonValue> };
  note: NoteTable;
  notice: NoticeTable;
  mail: MailTable;
  mail_thread: { recipient_id: string; thread: string; first_message_id: string; last_message_id: string };
  calendar_event: { recipient_id: string; roadmap_code: string; item_no: string; due_on: Day; sequence: number };
  journal: JournalTable;
  journal_head: { only_row: Generated<boolean>; last_id: number; last_hash: string };
}

export interface OfficialTable {
  id: string;
  surname: string;
  name: string | null;
  patronymic: string | null;
  initials: string;
  gender: Gender | null;
  post: string;
  unit: string | null;
  email: string | null;
  phone: string | null;
  external: boolean;
  active: Generated<boolean>;
  forms: ColumnType<CorrectedForms | null, JsonText<CorrectedForms> | null, JsonText<CorrectedForms> | null>;
}

interface SourceOrderTable {
  id: string;
  kind: OrderKind;
  number: string;
  dated_on: Day;
  title: string;
  issuer: string;
  /** Which plan of the act, from 1. */
  plan: number;
  file_name: string;
  file_sha256: string;
  file_bytes: Uint8Array;
  reading: Json<OrderReading>;
  imported_at: InstantMs;
}

interface RoadmapTable {
  code: string;
  order_id: string;
  title: string;
  state: RoadmapState;
  launched_at: InstantMs | null;
  closed_at: InstantMs | null;
  controller_id: string | null;
  head_id: string | null;
  version: Generated<number>;
  /** In force; 0: as launched. */
  edition_no: Generated<number>;
}

export interface EditionTable {
  roadmap_code: string;
  /** From 1, in the order of their confirmation. */
  no: number;
  /** Of what was confirmed: which file changes what. */
  mark: string;
  act_kind: OrderKind;
  act_number: string;
  act_dated_on: Day;
  /** Of the order in force under this edition: an amending act leaves it as it was. */
  order_head: Json<OrderReading['order']>;
  reading: Json<OrderReading>;
  file_name: string;
  file_sha256: string;
  file_bytes: Uint8Array;
  /** What was confirmed, step by step; the shape is the caller's. */
  plan: ColumnType<object, JsonText<object>, never>;
  confirmed_by: string;
  confirmed_at: InstantMs;
}

export interface ItemTable {
  roadmap_code: string;
  no: string;
  /** Number in the edition in force; null: the same. */
  printed_no: string | null;
  position: number;
  title: string;
  parties: string[];
  results: Json<readonly ItemResult[]>;
  deadline_text: string;
  deadline: Json<DeadlineReading>;
  first_working_due: Day | null;
  due_on: Day | null;
  working_due_on: Day | null;
  status: ItemStatus;
  responsible_id: string | null;
  co_executor_ids: Generated<string[]>;
  controller_id: string | null;
  head_id: string | null;
  date_owner_id: string | null;
  waits_for: Generated<string[]>;
  waits_since: Day | null;
  next_mail_at: InstantMs | null;
  requests_made: Generated<number>;
  report: ColumnType<ItemReport | null, JsonText<ItemReport> | null | undefined, JsonText<ItemReport> | null>;
  moves: JsonDefault<readonly DeadlineMove[]>;
  extension: Json<ExtensionRequest> | null;
  closed_on: Day | null;
  version: Generated<number>;
  /** What the item's process is started with; the shape is the caller's. */
  start: ColumnType<object | null, JsonText<object> | null | undefined, JsonText<object> | null>;
}

export interface DocumentTable {
  id: string;
  roadmap_code: string;
  item_no: string;
  kind: DocumentKind;
  state: DocumentState;
  holder_id: string | null;
  since: Day;
  latest_version: Generated<number>;
  latest_sha256: string | null;
  numbering: string | null;
  reg_number: string | null;
  reg_date: Day | null;
  version: Generated<number>;
}

interface DocumentVersionTable {
  document_id: string;
  no: number;
  sha256: string;
  bytes: Uint8Array;
  file_name: string;
  title: string;
  gaps: Json<readonly DocumentGap[]>;
  made_at: InstantMs;
  made_by: string | null;
  uploaded: Generated<boolean>;
}

/** A field that the version lacks, as the documents engine reports it. */
export interface DocumentGap {
  readonly path: string;
  readonly label: string;
  readonly source: string;
  readonly required: boolean;
  readonly line: number;
  readonly template: string;
}

export interface NoteTable {
  id: string;
  made_at: InstantMs;
  made_by: string | null;
  roadmap_code: string;
  item_no: string;
  document_id: string | null;
  text: string;
  data: Json<JsonValue>;
  attachment: Uint8Array | null;
}

export interface NoticeTable {
  key: string;
  kind: NoticeKind;
  role: NoticeRole;
  recipient_id: string;
  roadmap_code: string;
  item_no: string | null;
  document_id: string | null;
  facts: Json<Facts>;
  due_on: Day | null;
  send_at: InstantMs;
  made_at: InstantMs;
  state: Generated<NoticeState>;
  mail_key: string | null;
}

export interface MailTable {
  key: string;
  recipient_id: string;
  roadmap_code: string | null;
  item_nos: string[];
  kinds: string[];
  subject: string;
  envelope_from: string;
  envelope_to: string;
  message_id: string;
  raw: Uint8Array;
  state: Generated<MailState>;
  attempts: Generated<number>;
  maybe_repeat: Generated<boolean>;
  error: string | null;
  made_at: InstantMs;
  sent_at: InstantMs | null;
}

export interface JournalTable {
  id: number;
  key: string;
  at: InstantMs;
  actor_id: string | null;
  act: string;
  roadmap_code: string | null;
  item_no: string | null;
  document_id: string | null;
  facts: Json<Facts>;
  previous_hash: string;
  hash: string;
}
