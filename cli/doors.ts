/** What the commands are given by whoever composes the product: they parse, call and print, and know nothing else. Types only. */
import type { Zone } from '#domain/body-time';
import type { LocalDate } from '#domain/local-date';
import type { OrderChoice } from '#domain/order';
import type { SheetToWrite } from '#domain/sheet';
import type { DeadlineReading } from '#domain/deadline';
import type { ExplainedOrder, VekhaClient } from '#client';

export interface Doors {
  /** Version of the product, as `--version` prints it. */
  readonly version: string;
  /** The body's zone: instants are shown to people as its days and hours. */
  readonly zone: Zone;
  /** Russian lines for people on standard error; a progress bar when it is a terminal. */
  readonly terminal: Terminal;
  /** Reads a file named on the command line, or standard input for `-`. @throws VekhaError 'usage.invalid' when it cannot */
  readFile(path: string): Promise<Uint8Array>;
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /** Writes a file that does not exist yet. @throws VekhaError 'usage.invalid' when it does */
  createFile(path: string, bytes: Uint8Array): Promise<void>;
  /** Needs no installation. */
  readonly templates: TemplateDoors;
  /** Loaded when a command asks for it; needs no installation. */
  tables(): Promise<TableDoors>;
  /**
   * A .docx on paper, by the programs of this machine.
   * @throws VekhaError 'printing.missing', 'printing.failed', 'printing.time_limit'; 'usage.invalid' when there is no such page
   */
  print(docx: Uint8Array, form: PaperForm): Promise<Printed>;
  /** Lines of standard input, as they come. */
  inputLines(): AsyncIterable<string>;
  /** Connects to the running installation. @throws VekhaError 'engine.unavailable' when none runs */
  connect(): Promise<Connected>;
  /** Needs no installation. */
  checkOrder(bytes: Uint8Array, fileName: string, choice?: OrderChoice): Promise<ExplainedOrder>;
  readDeadline(phrase: string, orderDate: LocalDate, horizon: LocalDate | null): DeadlineReading;
  /** By which rules and calendar `readDeadline` counts. @throws VekhaError 'settings.invalid' */
  countedBy(): CountedBy;
  /** Runs until it is asked to stop. */
  start(options: {
    dataDir: string | null;
    port: number | null;
    today: LocalDate | null;
    /** Called once everything works. */
    ready: (place: { dataDir: string; pid: number; seconds: number }) => void;
  }): Promise<void>;
  rehearse(options: RehearseOptions): Promise<RehearseReport>;
  doctor(): Promise<DoctorReport>;
  /** Hears of a failure nobody foresaw, with the mark that the person was shown; absent: the mark is all there is. */
  unexpected?(error: unknown, mark: string): void;
}

export interface CountedBy {
  /** The body or the set by whose rules deadlines are counted; null: the ordinary ones. */
  readonly rules: string | null;
  /** The ready set that its file names; null: none. */
  readonly set: string | null;
  /** Years whose production calendar is decreed, and those where it is a forecast. */
  readonly decreed: readonly number[];
  readonly provisional: readonly number[];
}

export interface Connected {
  readonly client: VekhaClient;
  close(): Promise<void>;
}

export interface Terminal {
  /** Standard output: the answer, and nothing but the answer. */
  print(text: string): void;
  /** Standard error: what is being done. */
  say(text: string): void;
  /** A bar on a terminal, silence elsewhere. @param share from 0 to 1 */
  progress(label: string, share: number): void;
  readonly columns: number;
}

export type ScenarioName = 'on-time' | 'silent' | 'mixed';

export interface RehearseOptions extends OrderChoice {
  readonly file: string;
  readonly out: string;
  readonly scenario: ScenarioName;
  /** CSV of the directory; null: stand-ins named after their roles. */
  readonly officials: string | null;
}

export interface RehearseReport {
  readonly code: string;
  readonly scenario: ScenarioName;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly mails: number;
  /** Files written, of which so many are drafts that people decide on. */
  readonly documents: number;
  readonly drafts: number;
  readonly offControl: number;
  readonly overdue: number;
  readonly items: number;
  /** What happened month by month, for people. */
  readonly months: readonly { readonly month: string; readonly lines: readonly string[] }[];
  readonly out: {
    readonly mail: string;
    readonly documents: string;
    readonly timeline: string;
    readonly report: string;
  };
  readonly seconds: number;
}

type TableRow = Readonly<Record<string, unknown>>;

/** `kind`: a table's own name or a kind of document. Each throws VekhaError 'usage.invalid' when there is no such table. */
export type TableFormat = 'xlsx' | 'csv';

export interface TableDoors {
  /** Name of the blank that the table fills. */
  questionOf(kind: string): string;
  /** @param sheet null: the one that has the table. @throws VekhaError 'table.unreadable' … when the file is no table */
  read(kind: string, bytes: Uint8Array, sheet: string | null): TableReport;
  form(kind: string): Uint8Array;
  write(kind: string, rows: readonly TableRow[], format: TableFormat): Uint8Array;
  /** Of no register: the journal, a report. */
  file(sheet: SheetToWrite, format: TableFormat): Uint8Array;
  /** Rows of JSON → values as documents hold them. @throws VekhaError 'act.invalid' */
  parse(kind: string, data: TableRow): readonly TableRow[];
}

export interface TableReport {
  readonly sheet: string;
  readonly rows: readonly TableRow[];
  readonly faults: readonly {
    readonly row: number | null;
    readonly column: string | null;
    readonly heading: string | null;
    readonly problem: string;
    readonly cure: string | null;
  }[];
  readonly notes: readonly string[];
}

export interface TemplateDoors {
  /** @param file path of one template, of a letterhead or of a folder of own templates; null: all there are */
  check(file: string | null): Promise<TemplatesReport>;
  fields(asked: AskedTemplate): Promise<TemplateFields>;
  render(asked: AskedTemplate, options: RenderOptions): Promise<TemplateRendering>;
}

/** A file of a template, or the name of a kind. */
export type AskedTemplate = { readonly file: string } | { readonly kind: string };

export interface RenderOptions {
  /** By the names of the template's fields. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The document's own day; null: its registration, else today. */
  readonly date: LocalDate | null;
  /** Word file on which the document is written. */
  readonly letterhead: string | null;
}

/** In what form a document is written; a picture is of one page, from 1. */
export type PaperForm = { readonly format: 'pdf' } | { readonly format: 'png'; readonly page: number };

export interface Printed {
  readonly bytes: Uint8Array;
  /** What a person should know of the file, sentences. */
  readonly notes: readonly string[];
}

export interface TemplateFault {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** What to do, where the message does not say it. */
  readonly cure: string | null;
  /** The line as it stands in the file. */
  readonly source: string | null;
}

export interface TemplatesReport {
  readonly files: readonly string[];
  readonly faults: readonly TemplateFault[];
}

export interface TemplateFields extends TemplatesReport {
  readonly fields: readonly {
    readonly path: string;
    readonly label: string;
    readonly source: string;
    readonly required: boolean;
    /** How the template uses it. */
    readonly use: string;
    readonly template: string;
    readonly line: number;
  }[];
}

export interface TemplateRendering extends TemplatesReport {
  /** Null when the template has faults. */
  readonly made: {
    readonly bytes: Uint8Array;
    readonly title: string;
    readonly sha256: string;
    readonly gaps: readonly {
      readonly path: string;
      readonly label: string;
      readonly source: string;
      readonly required: boolean;
      readonly line: number;
      readonly template: string;
    }[];
    /** Names in the data that the template never asks for. */
    readonly unused: readonly string[];
  } | null;
}

export interface DoctorReport {
  readonly ok: boolean;
  /** An installation runs on the data folder now. */
  readonly running: boolean;
  readonly checks: readonly {
    readonly name: string;
    /** `later`: comes by itself at the first start; `faulty`: goes on without it. Only `missing` and `broken` keep the product from starting. */
    readonly state: 'ok' | 'later' | 'optional' | 'faulty' | 'missing' | 'broken';
    /** What was found: version, place, port. */
    readonly found: string;
    /** How to get it or mend it; null when there is nothing to do. */
    readonly advice: string | null;
  }[];
}
