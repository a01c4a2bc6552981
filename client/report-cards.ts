/** Reports over launched roadmaps, as doors show them. Every row names the items it counts: their journal says the rest. Types only. */
import type { DisciplineFigures } from '#domain/discipline';
import type { LocalDate } from '#domain/local-date';
import type { PersonCard } from './api.js';

/** By whom or what deadlines are gathered: who answers for the item, his unit, the roadmap. */
export type DisciplineCut = 'person' | 'unit' | 'roadmap';

export interface DisciplineLine extends DisciplineFigures {
  /** Name, unit or code; of the last row «Всего». */
  readonly subject: string;
  /** Items entrusted, whenever they fall due; those withdrawn are not counted. */
  readonly assigned: number;
  /** Ко, per cent, as if no deadline had been moved. */
  readonly keptAsFirstNamed: number | null;
  /** Ids of the items that fell due within the period. */
  readonly items: readonly string[];
}

export interface DisciplineReport {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly by: DisciplineCut;
  /** The least disciplined first; those with nothing due last. */
  readonly rows: readonly DisciplineLine[];
  readonly total: DisciplineLine;
}

export interface OverdueLine {
  readonly id: string;
  readonly title: string;
  readonly responsible: PersonCard | null;
  readonly workingDue: LocalDate;
  readonly daysLate: number;
  readonly waitsFor: readonly PersonCard[];
  /** Since when those hold it. */
  readonly since: LocalDate | null;
}

export interface LoadLine {
  readonly person: PersonCard;
  /** Items that are late already. */
  readonly overdue: readonly string[];
  /** Items due in each week of the report, in its order. */
  readonly weeks: readonly (readonly string[])[];
  /** Documents that wait for this person now. */
  readonly documents: readonly string[];
}

export interface LoadReport {
  /** The first from today on, the others from Monday; each to its Sunday. */
  readonly weeks: readonly { readonly from: LocalDate; readonly to: LocalDate }[];
  /** Who has most comes first; people with nothing to do are left out. */
  readonly rows: readonly LoadLine[];
}

export interface ReportsClient {
  /**
   * @param asked code: one roadmap, else all; from: default 1 January of the last day's year; to: default today
   * @throws 'roadmap.unknown'; 'act.invalid' when the period ends before it begins or after today
   */
  discipline(asked?: {
    code?: string;
    from?: LocalDate;
    to?: LocalDate;
    by?: DisciplineCut;
  }): Promise<DisciplineReport>;
  /** The longest delay first. @throws 'roadmap.unknown' */
  overdue(asked?: { code?: string }): Promise<readonly OverdueLine[]>;
  /** @param asked weeks: how many from today on, default 4. @throws 'roadmap.unknown' */
  load(asked?: { code?: string; weeks?: number }): Promise<LoadReport>;
}
