/** The number of a measure and the measure without it; numbers that begin anew in each section are told apart. Pure. */
import type { Field, ReadItem, ReadSection } from '#domain/order';
import { emptyPassage, fieldOf, slicePassage, trimPassage, type Passage } from '../passage.js';
import { cleanValue, plain, withoutFootnoteMarks } from '../plain.js';
import { hasRole, type TableHead } from './columns.js';
import type { Tell } from './items.js';
import { cellOf, type DraftItem } from './draft.js';

/** The number of the column, else the one that the measure begins with, else the row's place in the table. */
export function numberAndTitle(entry: DraftItem, head: TableHead, tell: Tell): Pick<ReadItem, 'no' | 'title'> {
  const title = cellOf(head, entry.cells, 'title');
  const own = /^(?:п(?:ункт|\.)\s*)?(\d+(?:\.\d+)*)(?:[.)]\s*|\s+)(?=\p{L}|«)/iu.exec(title.text);
  if (hasRole(head, 'no')) {
    const no = numberOf(cellOf(head, entry.cells, 'no'));
    if (no.value === '') tell('blocking', 'no', 'у строки нет номера: поставьте его в файле и загрузите снова.');
    else if (!/^\p{L}?[\dIVXLХІ][\p{L}\d.–/-]*$/u.test(no.value))
      tell('blocking', 'no', `«${no.value.slice(0, 60)}» не похоже на номер: исправьте его в файле и загрузите снова.`);
    const repeats = own !== null && own[1] === no.value;
    return { no, title: titleOf(repeats ? slicePassage(title, own[0].length) : title) };
  }
  if (own?.[1] !== undefined) {
    const from = own[0].indexOf(own[1]);
    const no = slicePassage(title, from, from + own[1].length);
    return { no: fieldOf(no, own[1]), title: titleOf(slicePassage(title, own[0].length)) };
  }
  if (entry.ordinal === 1) tell('warning', 'title', 'в таблице нет номеров: пункты пронумерованы по порядку строк.');
  return { no: fieldOf(emptyPassage, String(entry.ordinal)), title: titleOf(title) };
}

/**
 * Numbers under which the items are kept. Where they begin anew in each numbered section, the section's number goes
 * before («II.1»); a number that stands twice otherwise is told, and blocks.
 * @param sectionOf section of each item, -1 above the first
 */
export function withOwnNumbers(
  items: readonly ReadItem[],
  sectionOf: readonly number[],
  sections: readonly ReadSection[],
  tells: readonly Tell[],
): string[] {
  const printed = items.map(({ no }) => no.value);
  const qualified = printed.map((no, i) => {
    const section = sections[sectionOf[i] ?? -1]?.no ?? '';
    return no === '' || section === ''
      ? no
      : `${section.replace(/[ХІ]/gu, (letter) => (letter === 'Х' ? 'X' : 'I'))}.${no}`;
  });
  const repeats = (numbers: readonly string[]) => {
    const given = numbers.filter((no) => no !== '');
    return given.length - new Set(given).size;
  };
  const anew = repeats(printed) > 0 && repeats(qualified) < repeats(printed);
  const numbers = anew ? qualified : printed;
  const seen = new Set<string>();
  for (const [i, no] of numbers.entries()) {
    if (no !== '' && seen.has(no))
      tells[i]?.(
        'blocking',
        'no',
        `номер ${no} уже занят другим пунктом: исправьте номера в файле и загрузите его снова.`,
      );
    seen.add(no);
  }
  if (anew)
    tells[0]?.('note', null, 'номера пунктов начинаются заново в каждом разделе: впереди поставлен номер раздела.');
  return numbers;
}

/** A number that is not the next one after a number of the same kind: a row may have been lost. */
export function tellOfGaps(items: readonly ReadItem[], leftOut: readonly string[], tells: readonly Tell[]): void {
  const known = new Set(leftOut);
  const latest = new Map<string, number>();
  for (const [i, { no }] of items.entries()) {
    const [, prefix, last] = /^(.*?)(\d+)$/u.exec(no.value) ?? [];
    if (prefix === undefined || last === undefined) continue;
    const before = latest.get(prefix) ?? 0;
    let next = before + 1;
    while (known.has(`${prefix}${next}`)) next += 1;
    if (Number(last) > next)
      tells[i]?.('warning', 'no', `номер ${prefix}${next} пропущен: проверьте, не потеряна ли строка.`);
    latest.set(prefix, Number(last));
  }
}

function numberOf(printed: Passage): Field<string> {
  const value = withoutFootnoteMarks(plain(printed.text))
    .replace(/^(?:№|п(?:ункт|\.))\s*/iu, '')
    .replace(/[.)\s]+$/u, '');
  return fieldOf(printed, value);
}

function titleOf(text: Passage): Field<string> {
  const trimmed = trimPassage(text);
  return fieldOf(trimmed, cleanValue(trimmed.text));
}
