/**
 * What a new edition of an order changes in a roadmap that runs, item by item. Compares and asks; decides and changes nothing. Pure.
 */
import { partyKey } from '../assignment.js';
import { needsPerson, type DeadlineReading } from '../deadline.js';
import type { LocalDate } from '../local-date.js';
import { match, type Answers, type Doubt } from './match.js';
import { sameList, sameWords } from './words.js';

/** An item as it stands now. */
export interface KeptItem {
  /** Under which it is kept and named by people. */
  readonly no: string;
  /** In the edition in force: another one where the plan was numbered anew. */
  readonly printedNo: string;
  readonly title: string;
  readonly parties: readonly string[];
  readonly results: readonly string[];
  /** As the edition in force has it, words and meaning. */
  readonly deadline: DeadlineReading;
  /** The days that count now: they may have been moved or named since. */
  readonly due: LocalDate | null;
  readonly workingDue: LocalDate | null;
  /** Nothing is done with it any more. */
  readonly ended: 'offControl' | 'withdrawn' | null;
}

/** A row of the new edition. */
export interface EditionRow {
  readonly printedNo: string;
  readonly title: string;
  readonly parties: readonly string[];
  readonly results: readonly string[];
  readonly deadline: DeadlineReading;
}

export interface WordChange {
  readonly field: 'title' | 'parties' | 'results' | 'deadline' | 'controller';
  readonly was: string;
  readonly now: string;
}

/** Another day, or a day in place of none, or none in place of one. */
interface DayChange {
  readonly was: { readonly due: LocalDate | null; readonly workingDue: LocalDate | null };
  readonly now: DeadlineReading;
}

export type ItemDifference =
  | { readonly change: 'same'; readonly no: string }
  | {
      readonly change: 'amended';
      readonly no: string;
      readonly row: EditionRow;
      /** Numbers of the act, where they differ. */
      readonly renumbered: { readonly was: string; readonly now: string } | null;
      readonly words: readonly WordChange[];
      readonly day: DayChange | null;
    }
  | { readonly change: 'added'; readonly no: string; readonly row: EditionRow }
  | { readonly change: 'withdrawn'; readonly no: string; readonly title: string }
  /** The edition changes it or leaves it out, but nothing is done with it any more: it stays as it is. */
  | { readonly change: 'over'; readonly no: string; readonly title: string; readonly leftOut: boolean };

/** What only a person can say. */
export type EditionQuestion =
  | { readonly ask: 'which'; readonly doubt: Doubt<EditionRow, KeptItem> }
  /** The deadline of the row is not understood, or it is a term and the act does not say from which day it runs now. */
  | { readonly ask: 'day'; readonly row: EditionRow };

export interface EditionDifference {
  /** Rows in the order of the new edition, then what it leaves out. */
  readonly items: readonly ItemDifference[];
  readonly questions: readonly EditionQuestion[];
}

/** @throws VekhaError 'act.invalid' when an answer names what is not there */
export function compareEditions(
  rows: readonly EditionRow[],
  kept: readonly KeptItem[],
  answers: Answers,
): EditionDifference {
  const inForce = kept.filter(({ ended }) => ended !== 'withdrawn');
  const { pairs, fresh, gone, doubts } = match(rows, inForce, answers);
  const taken = new Set([...kept.map(({ no }) => no), ...rows.map(({ printedNo }) => printedNo)]);
  const used = new Set(kept.map(({ no }) => no));
  const items = rows.flatMap((row): readonly ItemDifference[] => {
    const paired = pairs.find((each) => each.row === row);
    if (paired !== undefined) return [differenceOf(row, paired.kept)];
    if (!fresh.includes(row)) return [];
    const no = used.has(row.printedNo) ? freeNumber(row.printedNo, taken) : row.printedNo;
    taken.add(no);
    used.add(no);
    return [{ change: 'added', no, row }];
  });
  const asked = items.flatMap((item): readonly EditionQuestion[] => {
    if (item.change !== 'added' && item.change !== 'amended') return [];
    const reads = item.change === 'added' || item.day !== null;
    return reads && asksForDay(item.row) ? [{ ask: 'day', row: item.row }] : [];
  });
  return {
    items: [...items, ...gone.map(leftOut)],
    questions: [...doubts.map((doubt) => ({ ask: 'which' as const, doubt })), ...asked],
  };
}

function asksForDay({ deadline }: EditionRow): boolean {
  return needsPerson(deadline) || (deadline.kind === 'term' && deadline.due !== null);
}

function differenceOf(row: EditionRow, kept: KeptItem): ItemDifference {
  const { no, title } = kept;
  const day = dayChange(row, kept);
  const words = [...wordChanges(row, kept), ...(day === null ? deadlineWords(row, kept) : [])];
  const renumbered = row.printedNo === kept.printedNo ? null : { was: kept.printedNo, now: row.printedNo };
  if (words.length === 0 && day === null && renumbered === null) return { change: 'same', no };
  if (kept.ended !== null) return { change: 'over', no, title, leftOut: false };
  return { change: 'amended', no, row, renumbered, words, day };
}

/** Words that stand as they stood mean what they meant: a day that was moved or named since is not taken back. */
function dayChange({ deadline }: EditionRow, kept: KeptItem): DayChange | null {
  if (sameWords(deadline.phrase, kept.deadline.phrase)) return null;
  const { due, workingDue } = kept;
  const sameDay = due !== null && deadline.due === due && deadline.workingDue === workingDue;
  // «по графику Центра» in other words: the day that has been named since stays.
  const stillNone = deadline.due === null && kept.deadline.due === null && deadline.kind === kept.deadline.kind;
  return sameDay || stillNone ? null : { was: { due, workingDue }, now: deadline };
}

function wordChanges(row: EditionRow, kept: KeptItem): readonly WordChange[] {
  const parties = (names: readonly string[]) => names.map(partyKey);
  return [
    ...(sameWords(row.title, kept.title) ? [] : [{ field: 'title' as const, was: kept.title, now: row.title }]),
    ...(sameList(parties(row.parties), parties(kept.parties))
      ? []
      : [{ field: 'parties' as const, was: kept.parties.join('; '), now: row.parties.join('; ') }]),
    ...(sameList(row.results, kept.results)
      ? []
      : [{ field: 'results' as const, was: kept.results.join('; '), now: row.results.join('; ') }]),
  ];
}

/** Other words for the same day. */
function deadlineWords({ deadline }: EditionRow, kept: KeptItem): readonly WordChange[] {
  return sameWords(deadline.phrase, kept.deadline.phrase)
    ? []
    : [{ field: 'deadline', was: kept.deadline.phrase, now: deadline.phrase }];
}

function leftOut({ no, title, ended }: KeptItem): ItemDifference {
  return ended === null ? { change: 'withdrawn', no, title } : { change: 'over', no, title, leftOut: true };
}

/** «5-2»: the number is an item's of ours, whose history stays its own. */
function freeNumber(printedNo: string, taken: ReadonlySet<string>): string {
  let n = 2;
  while (taken.has(`${printedNo}-${n}`)) n += 1;
  return `${printedNo}-${n}`;
}
