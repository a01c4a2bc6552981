/** Rows of a table of measures that are no measures: counting rows, amendments, footnotes, repealed rows, headings. Pure. */
import type { Cell, Row } from '../blocks.js';
import { plain } from '../plain.js';
import type { TableHead } from './columns.js';

const SECTION_WORD = /^(?:раздел|подраздел|этап|направление|блок|глава|часть)\s/iu;
const ROMAN_MARK = /^[IVXLХІ]+[.)]\s/u;

/** «1 2 3 4 5» under the header; also «А 1 2 3», and numbers of columns of a wider table. */
export function isCountingRow(filled: readonly Cell[]): boolean {
  const texts = filled.map(({ text }) => plain(text).replace(/[.)]$/u, ''));
  const from = /^[АA]$/u.test(texts[0] ?? '') ? 1 : 0;
  const numbers = texts.slice(from);
  return numbers.length >= 3 - from && numbers.every((text, i) => Number(text) === i + 1);
}

export function isAmendment(text: string): boolean {
  return (
    /^\(?\s*(?:п\.|пп\.|пункт|строк|раздел|позици|таблиц|граф)?[^()]{0,60}(?:\sв|^\(?в)\s+ред(?:\.|акции)\s/iu.test(
      text,
    ) ||
    /^\(\s*(?:(?:п\.|пп\.|пункт\S*|строк\S*|позици\S*|раздел)\s*[\d.,\s–-]*)?(?:введ[её]н|дополнен|изменен|исключ[её]н|утратил)/iu.test(
      text,
    )
  );
}

export function isFootnote(text: string): boolean {
  return /^(?:\*+|[⁰¹²³⁴-⁹]+|<\d+>|\[\d+\])\s*\S/u.test(text) || /^(?:примечани|-{3,}|_{3,}|<\*+>)/iu.test(text);
}

export function isRepealed(filled: readonly Cell[]): boolean {
  return filled.some(({ text }) =>
    /^(?:(?:пункт|позиция|строка|мероприятие|подпункт)\s+)?(?:[\d.–-]+\s+)?(?:утратил[аои]?\s+силу|исключ[её]н[аоы]?(?:[.\s–-]|$)|призна\S*\s+утратившими?\s|отмен[её]н[аоы]?(?:[.\s–-]|$))/iu.test(
      plain(text),
    ),
  );
}

/**
 * The cell that heads the rows under it: a text over the whole table, or in the column of numbers without being a
 * number, or «Раздел …». A number may stand before it: «3 | Раздел II. Приёмка», «II | Приёмка» over the other columns.
 */
export function headingCell(row: Row, filled: readonly Cell[], head: TableHead, afterBreak: boolean): Cell | null {
  if (row.cells.some(({ mergedInto }) => mergedInto !== undefined)) return null;
  const only = filled[0];
  if (only === undefined || filled.length > 2) return null;
  if (filled.length === 2) return numberedHeading(filled, head);
  const text = plain(only.text);
  if (/^[\d.]+\)?$/u.test(text)) return null;
  if (row.cells.length === 1 || only.span > 1) return only;
  const first = head.columns[0];
  if (first?.role === 'no' && only.column === first.at && /\p{L}{3}/u.test(text)) return only;
  return !afterBreak && (SECTION_WORD.test(text) || ROMAN_MARK.test(text)) ? only : null;
}

function numberedHeading([number, name]: readonly Cell[], head: TableHead): Cell | null {
  const first = head.columns[0];
  if (number === undefined || name === undefined || first?.role !== 'no' || number.column !== first.at) return null;
  if (!/^(?:№\s*)?(?:\d+(?:\.\d+)*|[IVXLХІ]+)[.)]?$/u.test(plain(number.text))) return null;
  const covered = head.columns.filter(({ at }) => name.column <= at && at < name.column + name.span).length;
  return covered >= 3 || SECTION_WORD.test(plain(name.text)) ? name : null;
}

/** «То же», «-"-», «– // –»: what stands in the row above. */
export function isDitto(text: string): boolean {
  return /^(?:то же(?: самое)?|так ?же|[-–—_\s]*(?:["»«”“]|\/\/|''|,,)[-–—_\s]*)$/iu.test(text);
}
