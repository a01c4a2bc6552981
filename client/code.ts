/**
 * A short name for a roadmap when nobody gives one: the abbreviation that its measures use most, with the year of the
 * plan («ЦОС-2024»); an order that uses none is called by its number. Only a proposal: `--code` wins.
 */
import { VekhaError } from '#domain/errors';
import { yearOf } from '#domain/local-date';
import type { OrderReading } from '#domain/order';

const ABBREVIATION = /(?<![\p{L}\d])\p{Lu}{2,6}(?![\p{L}\d])/gu;
/** Seen in every order, so they tell nothing apart. */
const COMMON = new Set(['РФ', 'ГОСТ', 'ФЗ', 'ИНН', 'РОИВ', 'ОМСУ', 'НДС', 'ПП']);

export function proposedCode({ order, items }: OrderReading): string {
  const counts = new Map<string, number>();
  for (const item of items) {
    const words = new Set(item.title.value.match(ABBREVIATION));
    for (const word of words) if (!COMMON.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || a.localeCompare(b));
  const year = /(?<!\d)(20\d\d)(?!\d)/u.exec(order.title.value)?.[1] ?? String(yearOf(order.date.value));
  // Once is chance; half of the measures is a name.
  if (best !== undefined && best[1] * 2 >= items.length) return `${best[0]}-${year}`;
  return safe(order.number.value);
}

/** @throws VekhaError 'usage.invalid' when a code given by hand cannot name a roadmap */
export function checkedCode(code: string): string {
  const trimmed = code.trim();
  if (/^[\p{L}\d][\p{L}\d._-]{0,39}$/u.test(trimmed)) return trimmed;
  throw new VekhaError(
    'usage.invalid',
    `Код «${code}» не подходит: до 40 букв, цифр, точек и дефисов, без пробелов и косой черты, например ЦОС-2024.`,
  );
}

function safe(number: string): string {
  const cleaned = number.replaceAll(/[^\p{L}\d._-]+/gu, '-').replaceAll(/^[-._]+|[-._]+$/gu, '');
  return cleaned === '' ? 'roadmap' : cleaned.slice(0, 40);
}
