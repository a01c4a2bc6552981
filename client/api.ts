/**
 * The one API of the engine, as doors see it (`cli`, `web`, `rehearsal`): plain values in, plain values out, ready for JSON.
 * Every act names who acts; every refusal is a `VekhaError` with one Russian sentence.
 */
import type { Instant } from '#domain/body-time';
import type { DeadlineKind } from '#domain/deadline';
import type { NamedAct } from '#domain/edition/amending-act';
import type { DecisionKind } from '#domain/document-life';
import type { DocumentKind } from '#domain/document-kind';
import type { DocumentState, ItemStatus } from '#domain/item';
import type { LocalDate } from '#domain/local-date';
import type { Official, OfficialId } from '#domain/official';
import type { TextChange } from '#domain/text-change';
import type { OrderChoice, OrderKind, ResultKind } from '#domain/order';
import type { ReportsClient } from './report-cards.js';
import type { EditionAnswers, EditionCard, EditionOutcome } from './edition-cards.js';
import type { CheckedOrder, ImportedOrder, ItemCorrection } from './order-cards.js';

export interface PersonCard {
  readonly id: OfficialId;
  readonly name: string;
  readonly post: string;
}

export interface DocumentCard {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly title: string;
  readonly state: DocumentState;
  readonly stateLabel: string;
  readonly holder: PersonCard | null;
  readonly since: LocalDate;
  readonly version: number;
  readonly sha256: string | null;
  readonly registration: { readonly number: string; readonly date: LocalDate } | null;
  readonly gaps: readonly { readonly label: string; readonly path: string; readonly required: boolean }[];
}

export interface ItemCard {
  readonly id: string;
  readonly no: string;
  /** In the edition of the order that is in force. */
  readonly printedNo: string;
  readonly title: string;
  readonly status: ItemStatus;
  /** «Просрочено на 4 рабочих дня», «В работе» … */
  readonly statusLabel: string;
  readonly waitsFor: readonly PersonCard[];
  readonly since: LocalDate | null;
  readonly responsible: PersonCard | null;
  readonly coExecutors: readonly PersonCard[];
  readonly controller: PersonCard | null;
  /** Signatory of the order: moves deadlines, hears of long delays. */
  readonly head: PersonCard | null;
  readonly deadlineText: string;
  readonly deadlineKind: DeadlineKind;
  readonly due: LocalDate | null;
  readonly workingDue: LocalDate | null;
  /** As the order has it, whatever was moved or named since. */
  readonly ordered: {
    readonly due: LocalDate | null;
    readonly workingDue: LocalDate | null;
    readonly explanation: string;
  };
  readonly explanation: string;
  readonly nextMailAt: string | null;
  readonly results: readonly {
    readonly key: string;
    readonly kind: ResultKind;
    readonly text: string;
    readonly documentKind: DocumentKind | null;
  }[];
  readonly documents: readonly DocumentCard[];
}

export interface ItemDetails extends ItemCard {
  /** A later deadline that is asked for and not decided yet. */
  readonly extension: {
    readonly by: string;
    readonly on: LocalDate;
    readonly to: LocalDate;
    readonly workingDue: LocalDate;
    readonly reason: string;
    readonly opinion: { readonly by: string; readonly supports: boolean; readonly words: string } | null;
  } | null;
  readonly moves: readonly {
    readonly from: LocalDate | null;
    readonly to: LocalDate;
    readonly by: string;
    readonly on: LocalDate;
    readonly reason: string;
  }[];
  readonly journal: readonly {
    readonly at: string;
    readonly act: string;
    readonly by: string | null;
    readonly words: string | null;
  }[];
}

export interface VersionComparison {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly changes: readonly TextChange[];
}

export interface RoadmapCard {
  readonly code: string;
  readonly title: string;
  readonly order: { readonly kind: OrderKind; readonly date: LocalDate; readonly number: string };
  readonly state: 'imported' | 'running' | 'done' | 'stopped';
  readonly stateLabel: string;
  /** The latest that was confirmed; null: the roadmap goes by the order as imported. */
  readonly edition: { readonly act: NamedAct; readonly finished: boolean } | null;
  readonly items: readonly ItemCard[];
}

/** A row of the journal for reading and for export. */
export interface JournalLine {
  /** From 1, without gaps. */
  readonly id: number;
  readonly at: string;
  readonly act: string;
  readonly by: string | null;
  /** Document, item or roadmap; null: the installation. */
  readonly subject: string | null;
  /** What the person said; of a mail, whom it went to. */
  readonly words: string | null;
  readonly facts: JournalEvent['facts'];
  /** Covers this row and every one before it. */
  readonly hash: string;
}

/** A row of the journal as the doors show it. */
export interface JournalEvent {
  readonly at: Instant;
  /** A word of the glossary: `launch`, `reminder`, `draft`, `approve`, `mail` … */
  readonly act: string;
  readonly by: PersonCard | null;
  readonly itemNo: string | null;
  readonly documentId: string | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

export interface LaunchReport {
  readonly code: string;
  readonly items: number;
  /** First mail that will go out; null when nobody is written to. */
  readonly firstMailAt: string | null;
  readonly warnings: readonly string[];
}

export interface MailCard {
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly kinds: readonly string[];
  readonly items: readonly string[];
  readonly state: string;
  readonly stateLabel: string;
  readonly madeAt: string;
  readonly sentAt: string | null;
  readonly maybeRepeat: boolean;
}

export interface ActAnswer {
  readonly id: string;
  readonly status: ItemStatus | DocumentState;
  readonly statusLabel: string;
  /** Of an item, after the act; null when no day is known. */
  readonly workingDue?: LocalDate | null;
}

/** `actId` makes a repeated command harmless: the second hears the first one's answer. New when absent. */
export interface ActBase {
  readonly by: OfficialId;
  readonly actId?: string;
}

export interface ReportInput extends ActBase {
  readonly text: string;
  readonly interim?: boolean;
  /** By result key: a document of ours, a paper in words, or the reason why the result is not required. */
  readonly evidence: readonly (
    | { readonly result: string; readonly by: 'document'; readonly documentId: string }
    | { readonly result: string; readonly by: 'paper' | 'waiver'; readonly words: string }
  )[];
}

export interface OfficialsImport {
  readonly officials: number;
  readonly parties: readonly string[];
}

/** A party of a roadmap and who acts for it by the directory. */
export interface PartyCard {
  /** In full, where the order explains a short name. */
  readonly name: string;
  /** As the items print it. */
  readonly spellings: readonly string[];
  /** Numbers of the items. */
  readonly items: readonly string[];
  readonly acting: readonly PersonCard[];
  /** Items for which nobody is named, or different people under two names of the party. */
  readonly open: readonly string[];
  /** Whoever might be meant where something is open, the likeliest first; score from 0 to 1. Only a person accepts one. */
  readonly proposals: readonly { readonly official: PersonCard; readonly score: number }[];
}

export interface PartyMatch {
  readonly by: OfficialId;
  /** Under any of its names. */
  readonly party: string;
  readonly official: OfficialId;
  /** Only for this roadmap, not for those that come later. */
  readonly here?: boolean;
}

export interface PartyMatched {
  readonly party: PartyCard;
  /** False: later roadmaps know it too. */
  readonly here: boolean;
  /** Parties of the roadmap that still have an open item. */
  readonly left: readonly string[];
}

export type JournalCheck =
  | {
      readonly ok: true;
      readonly rows: number;
      /** Hex SHA-256 of the last row: written down elsewhere, it proves later that nothing before it was changed. */
      readonly lastHash: string;
    }
  | {
      readonly ok: false;
      /** Number of the first row, from 1, that is changed, gone or out of its place. */
      readonly firstBroken: number;
      /** Russian, one sentence. */
      readonly reason: string;
    };

export interface VekhaClient {
  /** The body's present instant: the server's time plus the installation's offset. */
  now(): Promise<Instant>;
  readonly orders: {
    check(bytes: Uint8Array, fileName: string, choice?: OrderChoice): Promise<CheckedOrder>;
    /** Keeps the order and its items as an imported roadmap. @throws 'roadmap.exists', and everything of `readOrder` */
    import(bytes: Uint8Array, fileName: string, options?: OrderChoice & { code?: string }): Promise<ImportedOrder>;
  };
  readonly officials: {
    /** Reads the directory from CSV; all faults at once, nothing half-done. */
    import(csv: Uint8Array): Promise<OfficialsImport>;
    list(): Promise<readonly Official[]>;
    /** By id, address or «Фамилия И.О.». @throws 'official.unknown', 'official.ambiguous' */
    find(words: string): Promise<Official>;
    /** Parties of a roadmap, those in question with proposals. @throws 'roadmap.unknown' */
    parties(code: string): Promise<readonly PartyCard[]>;
    /**
     * Records in the directory who acts for a party; before launch. A repetition changes nothing.
     * @throws 'roadmap.already_launched', 'party.unknown', 'official.unknown', 'official.ambiguous' when somebody else is named already
     */
    match(code: string, match: PartyMatch): Promise<PartyMatched>;
  };
  readonly roadmaps: {
    /** @param options late: although deadlines have passed, of which everybody concerned is told at once */
    launch(code: string, options?: { late?: boolean }): Promise<LaunchReport>;
    list(): Promise<readonly RoadmapCard[]>;
    card(code: string): Promise<RoadmapCard>;
    /** Everything that was done, in the order it was written. */
    journal(code: string): Promise<readonly JournalEvent[]>;
  };
  readonly editions: {
    /** What a new edition of the order changes; nothing is stored. @throws everything of `readOrder`, 'edition.*', 'roadmap.not_ready' */
    compare(code: string, bytes: Uint8Array, fileName: string, answers?: EditionAnswers): Promise<EditionCard>;
    /** Carries out what was shown under this mark. @throws 'edition.stale' when it would look otherwise now */
    confirm(
      code: string,
      bytes: Uint8Array,
      fileName: string,
      confirmed: EditionAnswers & { by: OfficialId; mark: string },
    ): Promise<EditionOutcome>;
    /** Carries a confirmed edition to its end after an interruption. @throws 'edition.known' when there is none */
    finish(code: string, act: { by: OfficialId }): Promise<EditionOutcome>;
  };
  readonly items: {
    card(id: string): Promise<ItemDetails>;
    submitReport(id: string, report: ReportInput): Promise<ActAnswer>;
    acceptReport(id: string, act: ActBase): Promise<ActAnswer>;
    returnReport(id: string, act: ActBase & { remarks: string }): Promise<ActAnswer>;
    moveDeadline(id: string, act: ActBase & { to: LocalDate; reason: string }): Promise<ActAnswer>;
    /** Before launch: a slip of the file. @throws 'act.invalid', 'item.wrong_state' */
    correct(id: string, act: ActBase & { correction: ItemCorrection; basis: string }): Promise<ActAnswer>;
    /** @throws 'act.invalid' when the day is not later than the one in force, or has passed */
    askExtension(id: string, act: ActBase & { to: LocalDate; reason: string }): Promise<ActAnswer>;
    adviseExtension(id: string, act: ActBase & { supports: boolean; opinion: string }): Promise<ActAnswer>;
    /** @param act to: another day than the one asked for */
    grantExtension(id: string, act: ActBase & { to?: LocalDate; words?: string }): Promise<ActAnswer>;
    refuseExtension(id: string, act: ActBase & { reason: string }): Promise<ActAnswer>;
    recallExtension(id: string, act: ActBase): Promise<ActAnswer>;
    nameDeadline(id: string, act: ActBase & { date: LocalDate; basis: string }): Promise<ActAnswer>;
    reassign(id: string, act: ActBase & { to: OfficialId; reason: string }): Promise<ActAnswer>;
  };
  readonly documents: {
    card(id: string): Promise<DocumentCard>;
    /** Bytes of a version, the latest when none is named. */
    file(id: string, version?: number): Promise<{ fileName: string; sha256: string; bytes: Uint8Array }>;
    /** What changed in words from one version to another: by default from the last but one to the last. */
    compare(id: string, versions?: { from?: number; to?: number }): Promise<VersionComparison>;
    /** @param act anew: although the last version was edited by hand, whose edits are not in the new one */
    fill(id: string, act: ActBase & { values: Readonly<Record<string, unknown>>; anew?: boolean }): Promise<ActAnswer>;
    /** The file becomes the next version: the one named is what was edited. */
    upload(id: string, act: ActBase & { version: number; bytes: Uint8Array }): Promise<ActAnswer>;
    decide(
      id: string,
      act: ActBase & { decision: DecisionKind; version: number; remarks?: string },
    ): Promise<ActAnswer>;
    register(id: string, act: ActBase & { number: string; date: LocalDate; version: number }): Promise<ActAnswer>;
    /** What has been typed into a document, as people read it, by the names of questions. */
    supplied(id: string): Promise<Readonly<Record<string, string>>>;
    /** The same as it is kept: kopecks, ISO days. */
    values(id: string): Promise<Readonly<Record<string, unknown>>>;
    /** What a person may supply for a draft of this kind. */
    questions(
      kind: DocumentKind,
    ): readonly { readonly name: string; readonly label: string; readonly type: string; readonly required: boolean }[];
  };
  readonly mails: {
    list(filter: { to?: string; item?: string; limit?: number }): Promise<readonly MailCard[]>;
    raw(key: string): Promise<Uint8Array>;
  };
  readonly reports: ReportsClient;
  readonly journal: {
    /**
     * Rows in the order they were written.
     * @param filter about: a roadmap or an item; act: a word of the glossary; last: only so many of the latest
     * @throws 'roadmap.unknown', 'item.unknown'
     */
    rows(filter?: { about?: string; act?: string; last?: number }): Promise<readonly JournalLine[]>;
    /** Goes over the whole chain of hashes. */
    verify(): Promise<JournalCheck>;
  };
}
