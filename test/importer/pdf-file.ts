/** Small PDFs for tests: words at places, ruled tables. Every letter is half its size wide. */

export interface Word {
  readonly text: string;
  readonly x: number;
  /** From the top of the page. */
  readonly y: number;
}

/** x, y of one end, x, y of the other, from the upper left corner. */
export type Stroke = readonly [number, number, number, number];

export interface PdfPageContent {
  readonly words: readonly Word[];
  readonly strokes?: readonly Stroke[];
}

const [WIDTH, HEIGHT] = [595, 842];
const SIZE = 10;

export function pdfFile(pages: readonly PdfPageContent[]): Uint8Array {
  const chars = [...new Set(pages.flatMap(({ words }) => words.flatMap(({ text }) => [...text])))];
  const codes = new Map(chars.map((char, at) => [char, at + 65]));
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => `${5 + 2 * at} 0 R`).join(' ')}]>>`,
    `<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/FirstChar 0/LastChar 255/Widths[${'500 '.repeat(256)}]/ToUnicode 4 0 R>>`,
    stream(toUnicode(codes)),
    ...pages.flatMap((page, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Resources<</Font<</F 3 0 R>>>>/Contents ${6 + 2 * at} 0 R>>`,
      stream(contents(page, codes)),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Rows of a ruled table, each line of a cell a word; `top` is its upper edge, `widths` of its columns. */
export function ruledTable(
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  { left = 50, top = 50 } = {},
): { readonly words: Word[]; readonly strokes: Stroke[]; readonly bottom: number } {
  const words: Word[] = [];
  const strokes: Stroke[] = [];
  const right = left + widths.reduce((sum, width) => sum + width, 0);
  let y = top;
  for (const row of rows) {
    const height = 6 + 12 * Math.max(...row.map((cell) => cell.split('\n').length));
    strokes.push([left, y, right, y]);
    let x = left;
    for (const [column, cell] of row.entries()) {
      strokes.push([x, y, x, y + height]);
      cell.split('\n').forEach((text, line) => {
        if (text !== '') words.push({ text, x: x + 5.4, y: y + 12 + 12 * line });
      });
      x += widths[column] ?? 0;
    }
    strokes.push([right, y, right, y + height]);
    y += height;
  }
  strokes.push([left, y, right, y]);
  return { words, strokes, bottom: y };
}

function contents({ words, strokes = [] }: PdfPageContent, codes: ReadonlyMap<string, number>): string {
  const shown = words.map(({ text, x, y }) => {
    const hex = [...text].map((char) => (codes.get(char) ?? 0).toString(16).padStart(2, '0')).join('');
    return `BT /F ${SIZE} Tf ${x} ${HEIGHT - y} Td <${hex}> Tj ET`;
  });
  const drawn = strokes.map(([x, y, x2, y2]) => `${x} ${HEIGHT - y} m ${x2} ${HEIGHT - y2} l S`);
  return [...drawn, ...shown].join('\n');
}

function toUnicode(codes: ReadonlyMap<string, number>): string {
  const hex = (n: number, digits: number) => n.toString(16).padStart(digits, '0');
  const each = [...codes].map(([char, code]) => `<${hex(code, 2)}> <${hex(char.charCodeAt(0), 4)}>`);
  const parts = Array.from({ length: Math.ceil(each.length / 100) }, (_, at) => each.slice(at * 100, at * 100 + 100));
  const maps = parts.map((part) => `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`).join('\n');
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
${maps}
endcmap end end`;
}

function stream(text: string): string {
  return `<</Length ${text.length}>>\nstream\n${text}\nendstream`;
}
