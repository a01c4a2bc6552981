/** Which column a heading means. Case, ё, line ends, punctuation and units do not matter; nothing else is guessed. Pure. */
import type { Column } from '../register-columns/column.js';

export type HeadingReader = (heading: string) => Column | null;

/** Built once a table: the exact heading wins over the one without its units. */
export function headingReader(columns: readonly Column[]): HeadingReader {
  const exact = formsOf(columns, words);
  const withoutUnits = formsOf(columns, bare);
  return (heading) => exact.get(words(heading)) ?? withoutUnits.get(bare(heading)) ?? null;
}

/** A form that two columns share says nothing. */
function formsOf(columns: readonly Column[], form: (heading: string) => string): ReadonlyMap<string, Column | null> {
  const found = new Map<string, Column | null>();
  for (const column of columns) {
    for (const heading of [split(column.name), column.label, ...(column.also ?? [])]) {
      const key = form(heading);
      const known = found.get(key);
      found.set(key, known === undefined || known === column ? column : null);
    }
  }
  found.delete('');
  return found;
}

const UNITS = new Set(['руб', 'рублей', 'рублях', 'в', 'чел', 'человек', 'ед', 'шт', 'компл']);

/** «Кол-во,\nкомпл.» → «кол во компл» */
function words(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll('№', ' номер ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function bare(heading: string): string {
  return words(heading)
    .split(' ')
    .filter((word) => !UNITS.has(word))
    .join(' ');
}

/** «контрактДата» → «контракт Дата» */
function split(name: string): string {
  return name.replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ');
}
