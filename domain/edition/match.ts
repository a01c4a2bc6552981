/**
 * Which row of a new edition is which item of ours: by number and words together, then by words that no other has, then by number and
 * likeness. What is not certain is a doubt for a person:
 * an item taken for another would carry its reminders, drafts and reports to the wrong people. Pure.
 */
import { VekhaError } from '../errors.js';
import { likenessTo, printedKey, sameList, sameWords } from './words.js';

export interface Numbered {
  /** As the act prints it. */
  readonly printedNo: string;
  readonly title: string;
  /** As printed it tells items of one wording apart. */
  readonly deadline: { readonly phrase: string };
}

/** What a person has said of rows, by their numbers in the new edition. */
export interface Answers {
  /** Row → the item of ours that it is. */
  readonly same: Readonly<Record<string, string>>;
  /** Rows that are no item of ours. */
  readonly fresh: readonly string[];
}

export const NO_ANSWERS: Answers = { same: {}, fresh: [] };

interface Candidate<Kept> {
  readonly kept: Kept;
  /** How much of the wording is common, from 0 to 1. */
  readonly likeness: number;
}

export interface Doubt<Row, Kept> {
  readonly row: Row;
  /** Whoever it may be: under the same number, or in like words; the likeliest first, at least one. */
  readonly candidates: readonly Candidate<Kept>[];
}

export interface Matching<Row, Kept> {
  readonly pairs: readonly { readonly row: Row; readonly kept: Kept }[];
  readonly fresh: readonly Row[];
  readonly gone: readonly Kept[];
  readonly doubts: readonly Doubt<Row, Kept>[];
}

/** A row under its old number is the old item when at least so much of its words is common and nothing else is nearer. */
const CERTAIN = 0.5;
/** From here on an item under another number may be meant. */
const POSSIBLE = 0.5;

/** @throws VekhaError 'act.invalid' when an answer names what is not there, or one item for two rows */
export function match<Row extends Numbered, Kept extends Numbered & { readonly no: string }>(
  rows: readonly Row[],
  kept: readonly Kept[],
  answers: Answers,
): Matching<Row, Kept> {
  const rest = { rows: new Set(rows), kept: new Set(kept) };
  const pairs: { row: Row; kept: Kept }[] = [];
  const pair = (row: Row, own: Kept) => {
    pairs.push({ row, kept: own });
    rest.rows.delete(row);
    rest.kept.delete(own);
  };

  for (const [row, own] of answeredPairs(rows, kept, answers)) pair(row, own);
  const fresh = rows.filter(({ printedNo }) => answers.fresh.includes(printedNo));
  for (const row of fresh) rest.rows.delete(row);

  for (const row of [...rest.rows]) {
    const own = underNumber(row, rest.kept);
    if (own !== undefined && sameWords(row.title, own.title) && sameWords(row.deadline.phrase, own.deadline.phrase)) {
      pair(row, own);
    }
  }
  const wording = new Map<Numbered, string>([...rest.rows, ...rest.kept].map((each) => [each, printedKey(each.title)]));
  for (const row of [...rest.rows]) {
    const own = alike(row, rest.kept, wording);
    const twins = alike(row, rest.rows, wording);
    const [only] = own.length === 1 && twins.length === 1 ? own : [];
    // Several of one wording are told apart by their numbers only where the same numbers are left on both sides.
    const named = sameList(numbersOf(twins), numbersOf(own)) ? underNumber(row, own) : undefined;
    const found = only ?? named;
    if (found !== undefined) pair(row, found);
  }
  for (const [row, own] of certainPairs([...rest.rows], [...rest.kept])) pair(row, own);

  const left = [...rest.kept];
  const likeness = likenessTo(left.map(({ title }) => title));
  const doubts = [...rest.rows].map((row): Doubt<Row, Kept> => ({
    row,
    candidates: candidatesFor(row, left, likeness(row.title)),
  }));
  const doubtful = doubts.filter(({ candidates }) => candidates.length > 0);
  const inDoubt = new Set(doubtful.flatMap(({ candidates }) => candidates.map((candidate) => candidate.kept)));
  return {
    pairs: pairs.sort((a, b) => rows.indexOf(a.row) - rows.indexOf(b.row)),
    fresh: rows.filter((row) => fresh.includes(row) || doubts.some((d) => d.row === row && d.candidates.length === 0)),
    gone: left.filter((own) => !inDoubt.has(own)),
    doubts: doubtful,
  };
}

function alike<Each extends Numbered>(
  row: Numbered,
  all: Iterable<Each>,
  wording: ReadonlyMap<Numbered, string>,
): readonly Each[] {
  return [...all].filter((each) => wording.get(each) === wording.get(row));
}

function numbersOf(all: readonly Numbered[]): readonly string[] {
  return all.map(({ printedNo }) => printedNo).toSorted();
}

function answeredPairs<Row extends Numbered, Kept extends Numbered & { readonly no: string }>(
  rows: readonly Row[],
  kept: readonly Kept[],
  { same, fresh }: Answers,
): readonly (readonly [Row, Kept])[] {
  const rowOf = (no: string) =>
    rows.find(({ printedNo }) => printedNo === no) ?? unknown(`строки ${no} в новой редакции`);
  const twice = Object.values(same).find((no, i, all) => all.indexOf(no) !== i);
  if (twice !== undefined) throw invalid(`пункт ${twice} назван для двух строк`);
  for (const no of fresh) {
    rowOf(no);
    if (same[no] !== undefined) throw invalid(`строка ${no} названа и прежней, и новой`);
  }
  return Object.entries(same).map(
    ([rowNo, ownNo]) =>
      [rowOf(rowNo), kept.find(({ no }) => no === ownNo) ?? unknown(`действующего пункта ${ownNo}`)] as const,
  );
}

/** The number and the words agree, and no other row or item left has as much in common with either. */
function certainPairs<Row extends Numbered, Kept extends Numbered>(
  rows: readonly Row[],
  kept: readonly Kept[],
): readonly (readonly [Row, Kept])[] {
  const toKept = likenessTo(kept.map(({ title }) => title));
  const toRows = likenessTo(rows.map(({ title }) => title));
  return rows.flatMap((row, at) => {
    const own = underNumber(row, kept);
    if (own === undefined) return [];
    const ofKept = toKept(row.title);
    const common = ofKept[kept.indexOf(own)] ?? 0;
    if (common < CERTAIN || ofKept.some((other, i) => kept[i] !== own && other >= common)) return [];
    return toRows(own.title).some((other, i) => i !== at && other >= common) ? [] : [[row, own] as const];
  });
}

function candidatesFor<Kept extends Numbered>(
  row: Numbered,
  kept: readonly Kept[],
  likeness: readonly number[],
): readonly Candidate<Kept>[] {
  return kept
    .map((own, i) => ({ kept: own, likeness: likeness[i] ?? 0 }))
    .filter((found) => found.kept.printedNo === row.printedNo || found.likeness >= POSSIBLE)
    .sort((a, b) => b.likeness - a.likeness);
}

function underNumber<Kept extends Numbered>({ printedNo }: Numbered, kept: Iterable<Kept>): Kept | undefined {
  return [...kept].find((own) => own.printedNo === printedNo);
}

function unknown(what: string): never {
  throw invalid(`${what} нет`);
}

function invalid(why: string): VekhaError {
  return new VekhaError('act.invalid', `Ответ не принят: ${why}. Номера показывает команда amend без --confirm.`);
}
