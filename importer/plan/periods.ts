/**
 * Quarters, half-years, months and years as columns: what their headers name, and the phrase that marks under them
 * make («II квартал 2024 года»). A year that is not certain is left out; the phrase is then read by the domain. Pure.
 */
import { monthName } from '#domain/russian-date';
import { folded } from '../plain.js';

export interface Period {
  readonly unit: 'quarter' | 'half' | 'month' | 'year';
  /** From 1; the year itself for a year. */
  readonly no: number;
  readonly year: number | null;
}

const ROMAN = ['i', 'ii', 'iii', 'iv'];
const ORDINALS = ['перв', 'втор', 'трет', 'четверт'];
const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, i) => monthName(i + 1, 'nom'));

/** Figures by years and quarters are no deadlines. */
const FIGURES = /финанс|объем|руб|стоимост|средств|бюджет|показател|значени|индикатор|количеств|процент|расход/u;

/** @param parts texts of the header over one column, from the top level down */
export function periodOf(parts: readonly string[]): Period | null {
  const levels = parts.map((part) => latin(folded(part))).filter((part) => part !== '');
  const last = levels.at(-1);
  if (last === undefined || FIGURES.test(levels.join(' '))) return null;
  const above = levels.slice(0, -1).join(' ');
  const named = /(?:^|\s)(20\d\d)(?=\s|$)/u;
  const year = Number(named.exec(last)?.[1] ?? named.exec(above)?.[1] ?? 0) || null;
  const bare = last
    .replace(named, '')
    .replace(/\s(?:г|год|года|год[уе])$/u, '')
    .replace(/^(?:г|год|года)$/u, '')
    .trim();
  if (bare === '') return year === null ? null : { unit: 'year', no: year, year };
  const month = monthOf(bare);
  if (month !== null) return { unit: 'month', no: month, year };
  const [, number = '', noun = ''] =
    /^(\S+?)(?: ?-?(?:й|ый|ой|ий|е|ое))? ?(кв|квартал\S*|полугоди\S*|п\/г)?$/u.exec(bare) ?? [];
  const no = numberOf(number);
  if (no === null) return null;
  if (noun.startsWith('кв') || (noun === '' && /квартал|(?:^|\s)кв(?:\s|$)/u.test(above)))
    return { unit: 'quarter', no, year };
  if (noun !== '' || above.includes('полугоди')) return no <= 2 ? { unit: 'half', no, year } : null;
  // «I II III IV» under «2025 год» or «Срок исполнения».
  return ROMAN.includes(number) && above !== '' ? { unit: 'quarter', no, year } : null;
}

/** Cyrillic letters that stand for Roman figures. */
function latin(text: string): string {
  return text.replace(/(?<=^|\s)[iіlx1vу]{1,4}(?=\s|$)/giu, (word) =>
    /^1+$/u.test(word) ? word : word.replace(/[іl1]/gu, 'i').replaceAll('у', 'v'),
  );
}

function numberOf(text: string): number | null {
  const roman = ROMAN.indexOf(text) + 1;
  const ordinal = ORDINALS.findIndex((stem) => text.startsWith(stem)) + 1;
  const no = roman || ordinal || (/^[1-4]$/u.test(text) ? Number(text) : 0);
  return no === 0 ? null : no;
}

function monthOf(text: string): number | null {
  if (!/^[а-я]{3,8}$/u.test(text)) return null;
  const found = MONTHS.findIndex(
    (month) => month.startsWith(text) || (text.length === 4 && text === `${month.slice(0, 3)}т`),
  );
  return found < 0 ? null : found + 1;
}

/** A mark that says «then», and nothing else. */
export function isMark(text: string): boolean {
  return /^(?:[+*хx✓✔√v■●•▪█/]+|да)$/iu.test(text);
}

/** Months that it covers, from 1 to 12. */
export function monthsOf({ unit, no }: Period): readonly number[] {
  const length = { quarter: 3, half: 6, month: 1, year: 12 }[unit];
  const first = unit === 'year' ? 1 : (no - 1) * length + 1;
  return Array.from({ length }, (_, i) => first + i);
}

/** Marked periods one after another are one stretch; a gap begins a new one. */
export function phraseOf(stretches: readonly (readonly Period[])[], defaultYear: number | null): string {
  return stretches.map((stretch) => stretchPhrase(stretch, defaultYear)).join(', ');
}

function stretchPhrase(stretch: readonly Period[], defaultYear: number | null): string {
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (first === undefined || last === undefined) return '';
  const [from, to] = [first.year ?? defaultYear, last.year ?? defaultYear];
  const whole = (period: Period, year: number | null) => `${nameOf(period)}${yearWords(period, year)}`;
  if (stretch.length === 1) return whole(first, from);
  if (from !== to || first.unit === 'year' || first.unit === 'half')
    return `${whole(first, from)} – ${whole(last, to)}`;
  if (first.unit === 'quarter') return `${roman(first.no)}–${roman(last.no)} кварталы${yearWords(last, to)}`;
  return `${nameOf(first)} – ${whole(last, to)}`;
}

function nameOf({ unit, no }: Period): string {
  if (unit === 'quarter') return `${roman(no)} квартал`;
  if (unit === 'half') return `${roman(no)} полугодие`;
  return unit === 'month' ? (MONTHS[no - 1] ?? '') : `${no} год`;
}

function yearWords({ unit }: Period, year: number | null): string {
  return unit === 'year' || year === null ? '' : ` ${year} года`;
}

function roman(no: number): string {
  return (ROMAN[no - 1] ?? '').toUpperCase();
}
