/** Marks in the columns of quarters and months → the phrase of the deadline, with header and mark as its sources. Pure. */
import type { Field } from '#domain/order';
import { emptyPassage, fieldOf, joinPassages, type Passage } from '../passage.js';
import { plain } from '../plain.js';
import type { TableHead } from './columns.js';
import type { Tell } from './items.js';
import { isMark, monthsOf, phraseOf, type Period } from './periods.js';
import type { DraftItem } from './draft.js';

interface Marked {
  /** Place among the columns of periods. */
  readonly at: number;
  readonly period: Period;
  readonly header: Passage;
  readonly cell: Passage;
}

const NOTHING = /^[-–—_.]*$/u;
const DAY =
  /\d{1,2}\s*\.\s*(?<digits>\d{1,2})|\d{1,2}\s+(?<name>январ|феврал|март|апрел|ма|июн|июл|август|сентябр|октябр|ноябр|декабр)/iu;
const MONTHS = 'январ феврал март апрел ма июн июл август сентябр октябр ноябр декабр'.split(' ');

export interface PeriodsOptions {
  /** The year of the plan, or null when its name does not settle it. */
  readonly year: number | null;
  /** Places of the columns that are marked by colour; they count where no cell has a text. */
  readonly coloured: ReadonlySet<number>;
}

export function deadlineByPeriods(
  { cells }: DraftItem,
  head: TableHead,
  { year, coloured }: PeriodsOptions,
  tell: Tell,
): Field<string> {
  const columns = head.columns.flatMap((column, i) => (column.role === 'period' ? [{ ...column, i }] : []));
  const textOf = (i: number) => cells.get(i) ?? emptyPassage;
  const written = columns.filter(({ i }) => !NOTHING.test(plain(textOf(i).text)));
  const taken =
    written.length > 0 ? written : columns.filter(({ i }) => coloured.has(i) && plain(textOf(i).text) === '');
  if (taken.length < new Set([...coloured, ...taken.map(({ i }) => i)]).size)
    tell('warning', 'period', 'кроме отметок, в строке закрашены и другие периоды: они не прочитаны, проверьте срок.');
  else if (written.length === 0 && taken.length > 0)
    tell('warning', 'period', 'срок отмечен только цветом ячейки: сверьте его с файлом.');
  const marked = taken.flatMap(({ period, source, i }): Marked[] =>
    period === null
      ? []
      : [{ at: columns.findIndex((column) => column.i === i), period, header: source, cell: textOf(i) }],
  );
  const places = marked.flatMap(({ header, cell }) => (cell.text === '' ? [header] : [header, cell]));
  return fieldOf(joinPassages(places, ' '), phraseOfMarks(marked, year, tell));
}

function phraseOfMarks(marked: readonly Marked[], year: number | null, tell: Tell): string {
  const dated = marked.filter(({ cell }) => DAY.test(plain(cell.text)));
  if (dated.length > 0 && dated.length === marked.length) {
    if (dated.some(({ cell, period }) => !monthsOf(period).includes(monthIn(plain(cell.text)))))
      tell('warning', 'period', 'день в ячейке не из того периода, который назван над ней: проверьте срок.');
    return dated.map(({ cell, period }) => withYear(plain(cell.text), period.year ?? year)).join(', ');
  }
  const stretches: Period[][] = [];
  for (const [i, { at, period }] of marked.entries()) {
    if (marked[i - 1]?.at === at - 1) stretches.at(-1)?.push(period);
    else stretches.push([period]);
  }
  if (stretches.some(({ length }) => length > 1))
    tell(
      'warning',
      'period',
      'отмечено несколько периодов подряд: они прочитаны как один срок; если это отдельные сроки, назовите их.',
    );
  const phrase = phraseOf(stretches, year);
  const notes = marked.map(({ cell }) => plain(cell.text)).filter((text) => text !== '' && !isMark(text));
  if (notes.length === 0) return phrase;
  // Words in place of a mark may narrow the period: a person reads them, nobody guesses.
  return `${phrase} (${notes.join('; ')})`;
}

/** 0 when no day is named. */
function monthIn(text: string): number {
  const { digits, name } = DAY.exec(text)?.groups ?? {};
  return digits === undefined ? MONTHS.indexOf((name ?? '').toLowerCase()) + 1 : Number(digits);
}

/** «до 15 марта», «15.03» in a column of 2025 are of that year. */
function withYear(text: string, year: number | null): string {
  if (year === null || /(?<!\d)(?:20\d\d|\d{1,2}\.\d{1,2}\.\d\d)(?!\d)/u.test(text)) return text;
  return /\d\.\d{1,2}\.?$/u.test(text) ? `${text.replace(/\.$/u, '')}.${year}` : `${text} ${year} года`;
}
