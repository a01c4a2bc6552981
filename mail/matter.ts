/**
 * What a mail is about: plain values that the caller gathers from the store, one matter per reason to write.
 * A matter knows whom it is for only by `role`; who receives it, and when, was decided before it came here.
 */
import type { Instant } from '#domain/body-time';
import type { DeadlineKind } from '#domain/deadline';
import type { DocumentState, ItemStatus } from '#domain/item';
import type { LocalDate } from '#domain/local-date';
import type { NoticeKind, NoticeRole } from '#domain/notice';
import type { Official } from '#domain/official';
import type { NamedAct } from '#domain/edition/amending-act';
import type { WordChange } from '#domain/edition/compare';
import type { OrderKind } from '#domain/order';

export type PersonBrief = Pick<
  Official,
  'id' | 'surname' | 'name' | 'patronymic' | 'initials' | 'gender' | 'post' | 'email' | 'external' | 'forms'
>;

export interface RoadmapBrief {
  readonly code: string;
  readonly orderKind: OrderKind;
  readonly orderDate: LocalDate;
  /** What follows «№». */
  readonly orderNumber: string;
}

export interface ItemBrief {
  /** As the order in force prints it. */
  readonly no: string;
  /** Under which the item is kept, where that is another: links and calendars go by it. */
  readonly keptNo?: string;
  readonly title: string;
  /** The deadline cell as it stands; empty when the cell is empty. */
  readonly deadlineText: string;
  readonly deadlineKind: DeadlineKind;
  readonly due: LocalDate | null;
  readonly workingDue: LocalDate | null;
  /** Where the date comes from, a Russian sentence; shown when the cell does not name the day itself. */
  readonly explanation: string;
  readonly results: readonly string[];
  readonly status: ItemStatus;
}

export interface MatterPeople {
  readonly responsible: PersonBrief;
  readonly coExecutors: readonly PersonBrief[];
  readonly controller: PersonBrief;
  /** Signatory of the order. */
  readonly head: PersonBrief;
  /** Contact of the external party that owes the date; null when nobody is known. */
  readonly dateOwner: PersonBrief | null;
}

export interface DocumentBrief {
  readonly id: string;
  /** «распоряжение», nominative; agreement follows `gender`. */
  readonly noun: string;
  readonly gender: 'm' | 'f' | 'n';
  /** Without quotation marks around it. */
  readonly title: string;
  readonly version: number;
  /** Gets a number and a date at registration. */
  readonly numbered: boolean;
  readonly state: DocumentState;
  /** Labels of fields not yet filled in. */
  readonly gaps: readonly string[];
  /** Rows of a register: how many of all are filled in; null for what is no register. */
  readonly rows: { readonly filled: number; readonly total: number } | null;
  readonly holder: PersonBrief | null;
  readonly since: LocalDate | null;
}

/**
 * What comes next and when, for «Дальше: …». `reminder`, `overdue` and `request`: the next mail of that kind to this person
 * (or to whom the request goes); `controllerHears`, `headHears`: the day on which they are told of the delay.
 */
export interface NextStep {
  readonly what: 'reminder' | 'overdue' | 'request' | 'controllerHears' | 'headHears';
  readonly on: LocalDate;
  /** Working days from the working due date: −10 is ten before, 5 is the fifth after. Absent for `request`. */
  readonly offset?: number;
}

interface MatterBase {
  readonly role: NoticeRole;
  readonly roadmap: RoadmapBrief;
  readonly item: ItemBrief;
  readonly people: MatterPeople;
  /** Every document of the item, in the order of its results. */
  readonly documents: readonly DocumentBrief[];
  readonly today: LocalDate;
  readonly next: readonly NextStep[];
  /** SEQUENCE of the calendar event of this item and person: rises by one with each change of its date. */
  readonly calendarSequence: number;
}

interface About<Kind extends NoticeKind> extends MatterBase {
  readonly kind: Kind;
}

interface AboutDocument<Kind extends NoticeKind> extends About<Kind> {
  readonly document: DocumentBrief;
}

type AssignmentMatter = About<'assignment'>;

export interface ReminderMatter extends About<'reminder'> {
  /** −10, −5 …: working days to the working due date. */
  readonly offset: number;
}

export type DueTodayMatter = About<'due-today'>;

export interface OverdueMatter extends About<'overdue'> {
  /** 1, 5, 10 …: working days after the working due date. */
  readonly offset: number;
  readonly lastReminder: LocalDate | null;
}

export interface NameDateMatter extends About<'name-date'> {
  /** Days of the earlier requests, oldest first; empty for the first one. */
  readonly requests: readonly LocalDate[];
}

export interface DateNamedMatter extends About<'date-named'> {
  readonly date: LocalDate;
  /** «письмо Центра от 08.07.2024 № 212»; empty when none was given. */
  readonly basis: string;
}

export interface DraftReadyMatter extends AboutDocument<'draft-ready'> {
  /** Last day on which the route can start and still end by the working due date; null when no day is named. */
  readonly sendBy: LocalDate | null;
  /** Working days that the route takes by its norms. */
  readonly normDays: number;
  /** Working days to the working due date, 0 on the day, null when no day is named. */
  readonly daysLeft: number | null;
}

export interface ApprovalRequestedMatter extends AboutDocument<'approval-requested'> {
  readonly author: PersonBrief;
  readonly requestedOn: LocalDate;
  readonly decideBy: LocalDate;
  readonly normDays: number;
  /** Which working day it has been waiting: 1 at the first mail, 2 … at a repeated one. */
  readonly waitingDay: number;
  /** Who signs after this approval; null when nobody does. */
  readonly signer: PersonBrief | null;
}

export interface ApprovedMatter extends AboutDocument<'approved'> {
  readonly by: PersonBrief;
  readonly at: Instant;
  /** Null: approved as it is. */
  readonly remarks: string | null;
  readonly signer: PersonBrief | null;
}

export interface ReturnedMatter extends AboutDocument<'returned'> {
  readonly by: PersonBrief;
  readonly remarks: string;
}

export interface RegisteredMatter extends AboutDocument<'registered'> {
  readonly number: string;
  readonly date: LocalDate;
}

export interface DeadlineMovedMatter extends About<'deadline-moved'> {
  /** Working due dates, before and after. */
  readonly from: LocalDate | null;
  readonly to: LocalDate;
  readonly by: PersonBrief;
  readonly reason: string;
  /** The order itself was changed: nobody moved the day. */
  readonly byOrder: NamedAct | null;
}

export interface ExtensionRequestedMatter extends About<'extension-requested'> {
  /** Who asks. */
  readonly by: PersonBrief;
  /** Working due dates: in force, and asked for. */
  readonly from: LocalDate | null;
  readonly to: LocalDate;
  readonly reason: string;
  /** Earlier moves, oldest first. */
  readonly moved: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  readonly opinion: { readonly by: PersonBrief; readonly supports: boolean; readonly words: string } | null;
}

export interface ExtensionGrantedMatter extends About<'extension-granted'> {
  readonly by: PersonBrief;
  readonly from: LocalDate | null;
  readonly to: LocalDate;
}

export interface ExtensionRefusedMatter extends About<'extension-refused'> {
  readonly by: PersonBrief;
  readonly reason: string;
}

export interface ReassignedMatter extends About<'reassigned'> {
  readonly from: PersonBrief;
  readonly to: PersonBrief;
  readonly by: PersonBrief;
  readonly reason: string;
  readonly since: LocalDate;
}

export interface ReportSubmittedMatter extends About<'report-submitted'> {
  readonly by: PersonBrief;
  /** «реестр извещений (23 строки)», «письмо от 28.02.2024 № 19-871/2024»: nominative, small first letter. */
  readonly evidence: readonly string[];
  readonly interim: boolean;
  readonly decideBy: LocalDate | null;
}

export interface ReportReturnedMatter extends About<'report-returned'> {
  readonly by: PersonBrief;
  readonly remarks: string;
}

export interface OffControlMatter extends About<'off-control'> {
  readonly by: PersonBrief;
  /** Day of the decision. */
  readonly on: LocalDate;
  /** Day on which the accepted report was submitted. */
  readonly doneOn: LocalDate;
  /** Working days after the working due date, 0 when in time. */
  readonly daysLate: number;
  /** The deadline had been moved. */
  readonly moved: boolean;
  readonly counts: ControlCounts;
}

export interface RewordedMatter extends About<'reworded'> {
  /** Act that changed the order. */
  readonly act: NamedAct;
  readonly changes: readonly WordChange[];
}

export interface WithdrawnMatter extends About<'withdrawn'> {
  readonly act: NamedAct;
  readonly on: LocalDate;
}

export interface ControlCounts {
  readonly offControl: number;
  readonly total: number;
}

/** One reason to write about one item; the week's summary of a whole roadmap is a `WeeklySummary`. */
export type Matter =
  | AssignmentMatter
  | ReminderMatter
  | DueTodayMatter
  | OverdueMatter
  | NameDateMatter
  | DateNamedMatter
  | DraftReadyMatter
  | ApprovalRequestedMatter
  | ApprovedMatter
  | ReturnedMatter
  | RegisteredMatter
  | DeadlineMovedMatter
  | ReassignedMatter
  | ReportSubmittedMatter
  | ReportReturnedMatter
  | OffControlMatter
  | RewordedMatter
  | WithdrawnMatter
  | ExtensionRequestedMatter
  | ExtensionGrantedMatter
  | ExtensionRefusedMatter;

export interface WeeklySummary {
  readonly kind: 'weekly-digest';
  readonly role: NoticeRole;
  readonly roadmap: RoadmapBrief;
  readonly asOf: LocalDate;
  readonly counts: ControlCounts;
  readonly overdue: readonly WeeklyOverdue[];
  /** «отчёт на приёмке»: what waits for a decision, nominative, small first letter. */
  readonly waiting: readonly { readonly itemNo: string; readonly what: string; readonly by: PersonBrief | null }[];
  /** Items due within the next ten working days, the last of which is `until`. */
  readonly upcoming: {
    readonly until: LocalDate;
    readonly items: readonly { readonly itemNo: string; readonly due: LocalDate }[];
  };
  /** The nearest date after `until`; null when nothing is left. */
  readonly nearest: { readonly itemNo: string; readonly due: LocalDate } | null;
  /** Discipline: items done in time out of those whose day has come; null while there are none. */
  readonly ko: { readonly inTime: number; readonly of: number } | null;
}

export interface WeeklyOverdue {
  readonly itemNo: string;
  readonly workingDays: number;
  /** The document that holds the item up, or null. */
  readonly document: DocumentBrief | null;
}
