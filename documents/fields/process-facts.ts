/**
 * What the process knows of an item beside the order: how its deadline moved, where a route stands, what was reported, how
 * the whole roadmap goes. Whatever is absent becomes a blank of the document. Types only.
 */
import type { DueDeadline } from '#domain/discipline';
import type { DocumentKind } from '#domain/document-kind';
import type { LocalDate } from '#domain/local-date';
import type { Official } from '#domain/official';

export interface ProcessFacts {
  /** Of the item, oldest first. */
  readonly moves?: readonly DeadlineMove[];
  readonly enclosed?: EnclosedFacts;
  /** The last letter that asked for the same and was not answered. */
  readonly unanswered?: NumberedPaper;
  readonly extension?: ExtensionFacts;
  readonly route?: RouteFacts;
  readonly report?: ReportFacts;
  readonly removal?: RemovalFacts;
  readonly control?: ControlFacts;
  readonly roadmap?: RoadmapFacts;
  readonly discipline?: DisciplineFacts;
  /** Of the file of signature beside the document; nobody here has verified it. */
  readonly signature?: CertificateFacts;
}

interface CertificateFacts {
  readonly number: string;
  /** Surname, name and patronymic in full. */
  readonly owner: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

interface NumberedPaper {
  readonly number: string;
  readonly date: LocalDate;
}

/** «распоряжение от 15.02.2024 № 241-р» */
export interface NamedPaper extends NumberedPaper {
  readonly noun: string;
}

export interface DeadlineMove {
  /** Working dates. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The act that moved it; null while there is none. */
  readonly by: NamedPaper | null;
}

/** What a covering letter goes with: a register or a form with its values as `parseValues` returned them. */
interface EnclosedFacts {
  readonly kind: DocumentKind;
  readonly values: Readonly<Record<string, unknown>>;
}

interface ExtensionFacts {
  /** What the controller thinks; null: not asked yet. */
  readonly opinion: { readonly text: string; readonly on: LocalDate } | null;
  /** null: not decided yet. */
  readonly decision: { readonly granted: boolean; readonly reason: string | null; readonly on: LocalDate } | null;
}

/** Minute of the body's own clock: `15:10`. */
export interface LocalMoment {
  readonly day: LocalDate;
  readonly time: string;
}

export type RouteStepState =
  | 'prepared'
  | 'approved'
  | 'returned'
  | 'signed'
  | 'registered'
  | 'sent'
  | 'approving'
  | 'signing'
  | 'registering'
  | 'waiting'
  | 'notNeeded';

interface RouteStep {
  readonly person: Official;
  /** Whom this person stands in for. */
  readonly insteadOf: Official | null;
  readonly state: RouteStepState;
  /** Of the decision, or since when the paper lies here; null: not reached. */
  readonly at: LocalMoment | null;
  /** «по ссылке из письма» */
  readonly note: string | null;
}

export interface RouteFacts {
  readonly document: {
    readonly noun: string;
    /** «Об утверждении перечня …», without quotation marks. */
    readonly title: string;
    readonly version: number;
    readonly on: LocalDate;
    readonly sha256: string;
  };
  readonly steps: readonly RouteStep[];
  readonly substitutions: readonly {
    readonly deputy: Official;
    readonly insteadOf: Official;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly basis: NamedPaper | null;
  }[];
  /** Versions sent back, the latest first. */
  readonly returned: readonly {
    readonly version: number;
    readonly versionOn: LocalDate;
    readonly on: LocalDate;
    readonly remarks: readonly {
      readonly text: string;
      readonly by: Official;
      readonly on: LocalDate;
      /** «Учтено в версии 3»; null: not answered yet. */
      readonly answer: string | null;
    }[];
  }[];
}

interface ReportFacts {
  readonly on: LocalDate;
  /** null: an interim report, the point stays on control. */
  readonly doneOn: LocalDate | null;
  /** One for each result that the order names. */
  readonly confirmations: readonly Confirmation[];
  /** null: the controller has not decided. */
  readonly decision: { readonly accepted: boolean; readonly reason: string | null; readonly on: LocalDate } | null;
}

export interface Confirmation {
  /** As the order prints it. */
  readonly result: string;
  /** «Реестр извещений, 23 строки; направлен письмом …»; null: nothing yet. */
  readonly by: string | null;
  readonly paper: { readonly date: LocalDate; readonly number: string | null } | null;
  /** Why the result is not needed; null: it is. */
  readonly waived: string | null;
}

interface RemovalFacts {
  readonly on: LocalDate;
  readonly doneOn: LocalDate;
  readonly reportOn: LocalDate;
  readonly remindersSent: number;
  /** A later act that took the point out of the plan; null: it was fulfilled. */
  readonly excludedBy: NamedPaper | null;
}

interface ControlFacts {
  /** «Ждёт решения о переносе, Голубев И.А. с 19.08.2024» */
  readonly state: string;
  /** «Региональный координатор», as the order calls the responsible party; null: it names the person. */
  readonly calledInOrder: string | null;
  readonly results: readonly { readonly result: string; readonly state: string }[];
  readonly requestedMove: { readonly on: LocalDate; readonly to: LocalDate } | null;
  readonly remindedOn: readonly LocalDate[];
  readonly history: readonly { readonly on: LocalDate; readonly text: string }[];
  readonly removedOn: LocalDate | null;
}

export type SummaryState = 'removed' | 'overdue' | 'deciding' | 'working' | 'planned' | 'waitsForDate' | 'excluded';

export interface SummaryItem {
  readonly no: string;
  readonly title: string;
  /** «Соколова М.А.», «Центр проектного сопровождения» */
  readonly responsible: readonly string[];
  /** In force; null: nobody has named it. */
  readonly workingDue: LocalDate | null;
  /** What the order itself says, or an earlier date; null: the same. */
  readonly printedDue: LocalDate | null;
  /** «по графику Центра», printed instead of the date of the order. */
  readonly dueNote: string | null;
  readonly state: SummaryState;
  /** «На согласовании»; null: the name of the state. */
  readonly stateText: string | null;
  readonly doneOn: LocalDate | null;
  readonly documents: readonly string[];
  readonly moves: readonly DeadlineMove[];
  readonly requestedTo: LocalDate | null;
  readonly note: string | null;
}

interface RoadmapFacts {
  readonly items: readonly SummaryItem[];
}

interface DisciplineFacts {
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** «пункты и шаги», «пункты»: the unit that is counted. */
  readonly unit: string;
  readonly rows: readonly DisciplineRow[];
  /** Working days after which a late deadline weighs nothing. */
  readonly scaleDays?: number;
}

export interface DisciplineRow {
  readonly executor: string;
  readonly assigned: number;
  /** Only those that fell due within the period. */
  readonly deadlines: readonly DueDeadline[];
}
