/** Text that fits a terminal: tables, named values, paragraphs. Lines are broken at spaces; nothing is cut off. Pure. */

export interface Column {
  readonly title: string;
  /** May be broken into lines when the terminal is narrow. */
  readonly wraps?: boolean;
  /** Its words are copied by people (ids, addresses): never broken inside. */
  readonly whole?: boolean;
}

const GAP = 2;
const NARROWEST_WRAPPED = 14;

/** @param width columns of the terminal; when the table cannot fit, each row is told as named values */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = widthsOf(columns, rows, width);
  if (widths === null) {
    return rows.flatMap((row, i) => [
      ...(i > 0 ? [''] : []),
      ...values(
        columns.map(({ title }, j) => [title, row[j] ?? '']),
        width,
      ),
    ]);
  }
  const titles = columns.map(({ title }) => title);
  const rule = widths.map((each) => '─'.repeat(each));
  const told = rows.map((row) => tableRow(row, widths));
  // Rows of several lines would run into each other.
  const apart = told.some((lines) => lines.length > 1);
  return [
    ...[titles, rule].flatMap((row) => tableRow(row, widths)),
    ...told.flatMap((lines, i) => (apart && i > 0 ? ['', ...lines] : lines)),
  ];
}

/** `Название:  значение`, values one under another; empty values are left out. */
export function values(pairs: readonly (readonly [string, string])[], width: number): string[] {
  const told = pairs.filter(([, value]) => value !== '');
  const indent = Math.max(0, ...told.map(([name]) => size(name))) + 1 + GAP;
  return told.flatMap(([name, value]) => {
    if (width - indent < NARROWEST_WRAPPED) return [`${name}:`, ...paragraph(value, width, '  ')];
    return paragraph(value, width, ' '.repeat(indent)).map((line, i) =>
      i === 0 ? pad(`${name}:`, indent) + line.slice(indent) : line,
    );
  });
}

/** The text in lines of at most `width`, each behind `indent`; all but the first one behind `hang` as well. */
export function paragraph(text: string, width: number, indent = '', hang = ''): string[] {
  const lines = wrap(text, Math.max(1, width - indent.length - hang.length));
  return lines.map((line, i) => (indent + (i > 0 ? hang : '') + line).trimEnd());
}

function tableRow(row: readonly string[], widths: readonly number[]): string[] {
  const cells = widths.map((width, i) => wrap(row[i] ?? '', width));
  const height = Math.max(...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((lines, i) => pad(lines[line] ?? '', widths[i] ?? 0))
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}

/** Columns that may be broken share what the others leave; null when that is too little. */
function widthsOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] | null {
  const natural = columns.map(({ title }, i) => Math.max(size(title), ...rows.map((row) => widest(row[i] ?? ''))));
  const gaps = GAP * (columns.length - 1);
  let left = width - gaps - sum(natural.filter((_, i) => columns[i]?.wraps !== true));
  const least = columns.map(({ whole }, i) => {
    const words = whole === true ? rows.map((row) => widestWord(row[i] ?? '')) : [];
    return Math.min(natural[i] ?? 0, Math.max(NARROWEST_WRAPPED, ...words));
  });
  const shares = new Map<number, number>();
  const wrapped = columns.flatMap(({ wraps }, i) => (wraps === true ? [i] : []));
  left -= sum(wrapped.map((i) => least[i] ?? 0));
  if (left < 0) return null;
  // The narrowest first: what it does not need goes to the wider ones.
  wrapped.sort((a, b) => wish(natural, least, a) - wish(natural, least, b));
  for (const [n, i] of wrapped.entries()) {
    const more = Math.min(wish(natural, least, i), Math.floor(left / (wrapped.length - n)));
    shares.set(i, (least[i] ?? 0) + more);
    left -= more;
  }
  return natural.map((each, i) => shares.get(i) ?? each);
}

/** How much wider than its least width a column would like to be. */
function wish(natural: readonly number[], least: readonly number[], i: number): number {
  return (natural[i] ?? 0) - (least[i] ?? 0);
}

function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, width));
}

function wrapLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t]+/u).flatMap((each) => pieces(each, width))) {
    if (line !== '' && size(line) + 1 + size(word) > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** A word longer than the column (an id, an address) is broken where it must be. */
function pieces(word: string, width: number): string[] {
  const letters = [...word];
  if (letters.length <= width) return [word];
  return Array.from({ length: Math.ceil(letters.length / width) }, (_, i) =>
    letters.slice(i * width, (i + 1) * width).join(''),
  );
}

function widest(cell: string): number {
  return Math.max(...cell.split('\n').map(size));
}

function widestWord(cell: string): number {
  return Math.max(...cell.split(/[ \t\n]+/u).map(size));
}

function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - size(text)));
}

function size(text: string): number {
  return [...text].length;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
