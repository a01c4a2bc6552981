/**
 * The plan that the order approves, in the words of its own heading: the full name in the genitive, the short name, where
 * and when it holds. Read from any order: «Комплекса мер (дорожной карты) по …», «плана мероприятий («дорожной карты») по …».
 */
import { capitalFirst } from '#domain/typography';
import { declinePhrase, genderOfNoun, type GrammaticalCase } from '#domain/declension';
import type { OrderFacts } from './facts.js';
import { oneSpaced, smallFirst } from './phrases.js';

export interface PlanWords {
  /** «Комплекса мер (дорожной карты) по реализации … в 2024 году» */
  readonly genitive: string;
  /** «Комплекса мер (дорожной карты)» */
  readonly headGenitive: string;
  /** «Комплекс мер»: how documents call it after the first mention. */
  readonly short: string;
  readonly shortGenitive: string;
  /** Agrees with the head: «утверждённого», «утверждённой». */
  readonly approvedGenitive: string;
  /** «на территории Ленинградской области»; null when the name says no place. */
  readonly territory: string | null;
  /** «Ленинградской области» */
  readonly placeGenitive: string | null;
  /** «в Ленинградской области» */
  readonly inside: string | null;
  /** «в 2024 году» */
  readonly period: string | null;
}

interface Named {
  /** «Комплекс мер», nominative. */
  readonly head: string;
  /** What stands in brackets behind the head, nominative, without quotation marks; null when nothing does. */
  readonly alias: string | null;
  readonly quotedAlias: boolean;
  /** « по реализации …» with its space. */
  readonly rest: string;
}

const UNNAMED: Named = { head: 'дорожная карта', alias: null, quotedAlias: false, rest: '' };

export function planWords(order: OrderFacts): PlanWords {
  const named = readName(order);
  const capital = isCapital(named.head, order);
  const head = capital ? named.head : smallFirst(named.head);
  const whole = (grammaticalCase: GrammaticalCase): string => inCase({ ...named, head }, grammaticalCase);
  const short = definedShort(order) ?? capitalFirst(named.head);
  return {
    genitive: whole('genitive') + named.rest,
    headGenitive: whole('genitive'),
    short,
    shortGenitive: declinePhrase(short, 'genitive'),
    approvedGenitive: APPROVED[genderOfNoun(head)],
    ...placeOf(named.rest),
    period: periodOf(named.rest),
  };
}

const APPROVED = { m: 'утверждённого', n: 'утверждённого', f: 'утверждённой', pl: 'утверждённых' } as const;

function inCase({ head, alias, quotedAlias }: Named, grammaticalCase: GrammaticalCase): string {
  const said = declinePhrase(head, grammaticalCase);
  if (alias === null) return said;
  const second = declinePhrase(alias, grammaticalCase);
  return `${said} (${quotedAlias ? `«${second}»` : second})`;
}

/** The name above the table is in the nominative; without one the heading gives it, in the genitive or prepositional. */
function readName(order: OrderFacts): Named {
  if (order.planTitle !== null) return split(oneSpaced(order.planTitle));
  const title = oneSpaced(order.title);
  const oblique = /^(?:об?\s+утверждении|об?)\s+(.+)$/iu.exec(title)?.[1];
  if (oblique === undefined) return UNNAMED;
  const { head, rest, quotedAlias, alias } = split(oblique);
  const nominative = HEADS.find(([stem]) => stem.test(head));
  if (nominative === undefined) return UNNAMED;
  const known = nominative[1];
  const tail = head.split(' ').slice(known.split(' ').length);
  return {
    head: [/^\p{Lu}/u.test(head) ? capitalFirst(known) : known, ...tail].join(' '),
    alias: alias === null ? null : /^дорожн/iu.test(alias) ? 'дорожная карта' : alias,
    quotedAlias,
    rest,
  };
}

/** Names of plans that a heading may hold in another case, by their stems. */
const HEADS: readonly (readonly [RegExp, string])[] = [
  [/^комплексн\p{L}* план/iu, 'комплексный план'],
  [/^комплекс/iu, 'комплекс'],
  [/^план/iu, 'план'],
  [/^дорожн\p{L}* карт/iu, 'дорожная карта'],
  [/^программ/iu, 'программа'],
  [/^переч(?:ень|н)/iu, 'перечень'],
  [/^график/iu, 'график'],
];

function split(name: string): Named {
  const bracket = /^([^()]+?)\s*\((«?)([^()«»]+)»?\)(.*)$/u.exec(name);
  if (bracket !== null) {
    const [, head = '', quote = '', alias = '', rest = ''] = bracket;
    return { head, alias: smallFirst(alias.trim()), quotedAlias: quote !== '', rest };
  }
  const [, head = name, rest = ''] = /^(.+?)(\s+(?:по|на|в|во|для|об?)\s.+)?$/u.exec(name) ?? [];
  return { head, alias: null, quotedAlias: false, rest };
}

/** «(далее – План)» right after the plan's name in the order. */
function definedShort({ points, title }: OrderFacts): string | null {
  for (const text of [title, ...points]) {
    const defined = /^.*?(?:карт|план|комплекс|программ).*?\(далее\s*[-–—]\s*([^()]+)\)/isu.exec(text)?.[1];
    if (defined !== undefined) return oneSpaced(defined);
  }
  return null;
}

/** In running text the order writes either «Комплекса мер» or «плана мероприятий»: we follow it. */
function isCapital(head: string, { title, points }: OrderFacts): boolean {
  const stem = head.slice(0, Math.max(4, (head.split(' ')[0]?.length ?? 4) - 2));
  const inside = [title, ...points].join(' ').matchAll(new RegExp(`(?<=\\p{Ll}\\s)${escaped(stem)}`, 'giu'));
  const first = [...inside][0]?.[0];
  return first !== undefined && /^\p{Lu}/u.test(first);
}

function placeOf(rest: string): Pick<PlanWords, 'territory' | 'placeGenitive' | 'inside'> {
  const genitive = /\sна территории\s+(\p{Lu}.*?)(?=\s+(?:в|на)\s+\d{4}|$)/u.exec(rest)?.[1];
  if (genitive !== undefined) {
    return { territory: `на территории ${genitive}`, placeGenitive: genitive, inside: insideOf(genitive) };
  }
  const prepositional = /\sво?\s+(\p{Lu}\p{L}+(?:ой|ом|ем)\s(?:области|крае|округе|районе|республике))/u.exec(
    rest,
  )?.[1];
  if (prepositional === undefined) return { territory: null, placeGenitive: null, inside: null };
  const ofPlace = LANDS.reduce(
    (text, [gen, prep]) => text.replace(new RegExp(`${prep}$`, 'u'), gen),
    prepositional,
  ).replace(/(?:ом|ем)(?=\s(?:края|округа|района)$)/u, (end) => (end === 'ом' ? 'ого' : 'его'));
  return {
    territory: `на территории ${ofPlace}`,
    placeGenitive: ofPlace,
    inside: `${preposition(prepositional)} ${prepositional}`,
  };
}

const LANDS: readonly (readonly [genitive: string, prepositional: string])[] = [
  ['края', 'крае'],
  ['округа', 'округе'],
  ['района', 'районе'],
  ['республики', 'республике'],
];

/** «Ленинградской области» → «в Ленинградской области»; what we cannot turn keeps «на территории». */
function insideOf(genitive: string): string {
  const words = genitive.split(' ');
  const land = words.at(-1) ?? '';
  const prepositional = land === 'области' ? land : LANDS.find(([gen]) => gen === land)?.[1];
  const adjectives = words.slice(0, -1);
  if (prepositional === undefined || !adjectives.every((word) => /(?:ой|ей|ого|его)$/u.test(word))) {
    return `на территории ${genitive}`;
  }
  const turned = adjectives.map((word) => word.replace(/ого$/u, 'ом').replace(/его$/u, 'ем'));
  const place = [...turned, prepositional].join(' ');
  return `${preposition(place)} ${place}`;
}

function preposition(place: string): string {
  return /^[ВФ][бвгджзклмнпрстфхцчшщ]/iu.test(place) ? 'во' : 'в';
}

/** «в 2024 году», «на 2025–2027 годы» → «в 2025–2027 годах» */
function periodOf(rest: string): string | null {
  const found = /\s(?:в|на)\s+(\d{4}(?:\s*[-–—/]\s*\d{4})?)\s+(учебн\p{L}+\s+)?год(у|ах|ы|а|ов)?(?!\p{L})/u.exec(rest);
  if (found === null) return null;
  const [, years = '', school] = found;
  const several = /[-–—]/u.test(years);
  const adjective = school === undefined ? '' : several ? 'учебных ' : 'учебном ';
  return `в ${years.replace(/\s*[-–—]\s*/u, '–')} ${adjective}${several ? 'годах' : 'году'}`;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
}
