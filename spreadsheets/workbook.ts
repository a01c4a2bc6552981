/** A workbook → its sheets, in their order. Pure. */
import type { Sheet } from '#domain/sheet';
import { cellFills } from './cell-fills.js';
import { dateStyles } from './number-formats.js';
import { openPackage, type Package } from './package-map.js';
import { unreadable } from './refusals.js';
import { sharedStrings } from './strings.js';
import { isTrue, readSheet, type Surroundings } from './worksheet.js';

/** @throws VekhaError 'table.unreadable', 'input.damaged', 'input.too_large', 'input.forbidden_content' */
export function readWorkbook(bytes: Uint8Array): readonly Sheet[] {
  const book = openPackage(bytes);
  const { named, from1904 } = contents(book);
  const relations = book.relations(book.main);
  const partOf = (wanted: string) => [...relations.values()].find(({ type }) => type === wanted)?.part;
  const around: Surroundings = {
    strings: sharedStrings(book, partOf('sharedStrings')),
    isDateStyle: dateStyles(book, partOf('styles')),
    fills: cellFills(book, partOf('styles')),
    from1904,
    counted: { cells: 0 },
  };
  const sheets = named.flatMap(({ id, name, hidden }) => {
    const found = relations.get(id);
    return found?.type === 'worksheet' ? [{ name, hidden, ...readSheet(book, found.part, around) }] : [];
  });
  if (sheets.length === 0) throw unreadable('В книге нет ни одного листа с ячейками.');
  return sheets;
}

interface NamedSheet {
  readonly id: string;
  readonly name: string;
  readonly hidden: boolean;
}

function contents(book: Package): { readonly named: readonly NamedSheet[]; readonly from1904: boolean } {
  const named: NamedSheet[] = [];
  let from1904 = false;
  book.read(book.main, {
    open({ name, attribute }) {
      if (name === 'workbookPr') from1904 = isTrue(attribute('date1904'));
      else if (name === 'sheet') {
        const state = attribute('state') ?? 'visible';
        named.push({ id: attribute('id') ?? '', name: attribute('name') ?? '', hidden: state !== 'visible' });
      }
    },
    close: () => undefined,
  });
  return { named, from1904 };
}
