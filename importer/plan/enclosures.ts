/**
 * Which letter of a measure encloses what an order of the same measure approves: «письмо с перечнем организаций» and
 * «распоряжение об утверждении перечня организаций» share the thing, and the order comes first. Pure.
 */
import type { ReadResult } from '#domain/order';
import { folded } from '../plain.js';

/** What may be approved and enclosed, by the stem of its noun. */
const THINGS =
  /(?<!\p{L})(перечн|перечень|списк|список|план|график|реестр|положени|порядк|порядок|состав|форм|регламент|программ|схем|паспорт|отчет|смет|методик)/gu;

const SAME: Readonly<Record<string, string>> = { перечень: 'перечн', список: 'списк', порядок: 'порядк' };

/** Stands before the thing where a letter carries it or speaks of it. */
const ENCLOSES =
  /(?:^|\s)(?:с приложени\p{L}+|с|со|о|об|о направлении|направлени\p{L}+|приложени\p{L}+|представлени\p{L}+)\s(?:\p{L}+\s){0,3}$/u;

/**
 * @param results all results of the item
 * @param measure title of the item
 * @returns the place of the order among the results, or null when the wording implies none
 */
export function enclosedBy(letter: ReadResult, results: readonly ReadResult[], measure: string): number | null {
  if (letter.kind !== 'letter') return null;
  const carried = enclosedThings(folded(letter.text.value));
  if (carried.size === 0) return null;
  const orders = results.flatMap((result, i) =>
    result.kind === 'order' ? [{ i, text: folded(result.text.value) }] : [],
  );
  const naming = orders.filter(({ text }) => shares(thingsOf(text), carried));
  if (naming.length === 1) return naming[0]?.i ?? null;
  // An order without words of its own approves what the measure says is approved.
  const approved = /утвержд|сформирован|определен|составлен/u.test(folded(measure))
    ? thingsOf(folded(measure))
    : new Set<string>();
  const silent = orders.filter(({ text }) => thingsOf(text).size === 0);
  return naming.length === 0 && silent.length === 1 && shares(approved, carried) ? (silent[0]?.i ?? null) : null;
}

function enclosedThings(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(THINGS)]
      .filter((match) => ENCLOSES.test(text.slice(0, match.index)))
      .map(([, stem = '']) => SAME[stem] ?? stem),
  );
}

function thingsOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(THINGS)].map(([, stem = '']) => SAME[stem] ?? stem));
}

function shares(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...some].some((thing) => others.has(thing));
}
