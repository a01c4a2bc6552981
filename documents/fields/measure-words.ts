/**
 * Noun phrases taken out of a measure and its results: what the list is of, the role of the person appointed, what was
 * bought, what is monitored. Abbreviations are spelt out, missing dots of ё put in. Null when the words are not there:
 * then a person types them.
 */
import { declinePhrase, genderOfNoun, type GrammaticalCase } from '#domain/declension';
import { adjectiveAgreement, declineAdjective } from '#domain/declension/adjective';
import { documentKindFor } from '#domain/document-plan';
import type { DocumentKind } from '#domain/document-kind';
import { spellOut } from './abbreviations.js';
import type { DocumentFacts } from './facts.js';
import { oneSpaced, splitTail, withDots, withoutBrackets } from './phrases.js';
import type { PlanWords } from './plan-words.js';

/** What a list is of, genitive. */
export interface ListSubject {
  /** «образовательных организаций» */
  readonly core: string;
  /** «образовательных организаций, принимающих участие в реализации мероприятий по внедрению …» */
  readonly whole: string;
  /** The same «на территории Ленинградской области в 2024 году». */
  readonly scoped: string;
  /** «образовательных организаций Ленинградской области, принимающих … в 2024 году» */
  readonly inText: string;
  /** Ends in a participial clause, which a comma closes. */
  readonly clause: boolean;
}

/** @param typed the subject as a person gave it, genitive; wins over the order's words */
export function listSubject(
  facts: DocumentFacts,
  kind: DocumentKind,
  plan: PlanWords,
  typed: string | undefined,
): ListSubject | null {
  const phrase = typed ?? subjectOf(facts, kind);
  if (phrase === null || phrase === '') return null;
  const [core, tail] = splitTail(phrase);
  const clause = tail.startsWith(',');
  const period = missing(phrase, plan.period);
  const territory = placed(phrase, plan) ? '' : (plan.territory ?? '');
  const place = clause && !placed(phrase, plan) ? (plan.placeGenitive ?? '') : '';
  return {
    core,
    whole: phrase,
    scoped: joined(phrase, territory, period),
    inText: clause ? joined(joined(core, place) + tail, period) : phrase,
    clause,
  };
}

export type AppointingVerb = 'утвердить' | 'назначить' | 'определить';

const VERBS: readonly (readonly [RegExp, AppointingVerb])[] = [
  [/^утвержд/iu, 'утвердить'],
  [/^назнач/iu, 'назначить'],
  [/^определ/iu, 'определить'],
];

/**
 * Nominative: «должностное лицо в составе …, ответственное за внедрение …». «Назначены ответственные за …» names many; the
 * act appoints one.
 */
export function appointedRole(facts: DocumentFacts): { readonly text: string | null; readonly verb: AppointingVerb } {
  const title = oneSpaced(facts.item.title);
  const [first = '', ...others] = title.split(' ');
  const verb = VERBS.find(([stem]) => stem.test(first))?.[1] ?? 'назначить';
  const role = /(?:должностн\p{L}+\s+лиц|ответственн)/iu.test(title) ? others.join(' ') : '';
  return { text: role === '' ? null : oneOf(own(role, facts)), verb };
}

/** «закупок» of what, genitive: «оборудования для внедрения …»; null when the measure names nothing. */
export function purchased(facts: DocumentFacts): string | null {
  const found = /закуп(?:к\p{L}*|ок)\s+(.+)$/iu.exec(oneSpaced(facts.item.title))?.[1];
  return found === undefined ? null : own(found, facts);
}

/** What a register is of, genitive: «документов, подтверждающих приёмку …»; null when the result says only «реестр». */
export function registered(facts: DocumentFacts, kind: DocumentKind): string | null {
  const text = resultText(facts, kind);
  const found = /реестр\p{L}*\s+(.+)$/iu.exec(withoutBrackets(text ?? ''))?.[1];
  return found === undefined ? null : own(found, facts);
}

/** «о ходе реализации мероприятий …» */
export function monitored(facts: DocumentFacts, plan: PlanWords): string {
  const found = /мониторинг\p{L}*\s+(.+?)(?:\s+в соответствии с\s.*|\s+согласно\s.*)?$/iu.exec(
    oneSpaced(facts.item.title),
  );
  const subject = found?.[1] === undefined ? '' : own(found[1], facts);
  if (subject === '') return `о ходе исполнения ${plan.shortGenitive}`;
  return subject.startsWith('хода ')
    ? `о ходе ${subject.slice('хода '.length)}`
    : `о результатах мониторинга ${subject}`;
}

/**
 * The role in another case. What follows a comma agrees with the head («лицо …, ответственное за …» → «лицом …,
 * ответственным за …»), whoever is appointed.
 */
export function roleIn(role: string, grammaticalCase: GrammaticalCase): string {
  const [head = '', ...clauses] = role.split(/,\s+/u);
  const agreement = genderOfNoun(head);
  const turned = clauses.map((clause) => {
    const [first = '', ...rest] = clause.split(' ');
    if (adjectiveAgreement(first) !== agreement) return clause;
    return [declineAdjective(first, agreement, true, grammaticalCase), ...rest].join(' ');
  });
  return [declinePhrase(head, grammaticalCase), ...turned].join(', ');
}

/** «внедрение» of «ответственное за внедрение X» → «внедрения X»; null when the role does not say for what. */
export function roleSubject(role: string): string | null {
  const [, noun = '', rest = ''] = /ответственн\p{L}+\s+за\s+(\p{L}+)(.*)$/iu.exec(role) ?? [];
  const ending = DEVERBAL.find(([accusative]) => noun.endsWith(accusative));
  return ending === undefined ? null : noun.slice(0, noun.length - ending[0].length) + ending[1] + rest;
}

/** Accusative and genitive of the nouns of doing. */
const DEVERBAL: readonly (readonly [string, string])[] = [
  ['ние', 'ния'],
  ['тие', 'тия'],
  ['ию', 'ии'],
  ['ку', 'ки'],
  ['оту', 'оты'],
];

/** Adds the plan's place and time to a phrase that does not name them yet. */
export function inScope(phrase: string, place: string | null, plan: PlanWords): string {
  return joined(phrase, placed(phrase, plan) ? '' : (place ?? ''), missing(phrase, plan.period));
}

/** Text of the result that this kind drafts. */
function resultText({ item }: Pick<DocumentFacts, 'item'>, kind: DocumentKind): string | null {
  const own = item.results.find((result) => (result.documentKind ?? documentKindFor(item.title, result)) === kind);
  return own?.text ?? null;
}

/** A phrase of the order as our own sentence says it. */
export function own(phrase: string, { order, item }: Pick<DocumentFacts, 'order' | 'item'>): string {
  const sources = [
    order.title,
    order.planTitle ?? '',
    ...order.points,
    item.title,
    ...item.results.map(({ text }) => text),
  ];
  return withDots(spellOut(oneSpaced(phrase), sources.map(oneSpaced)));
}

/** The measure's own words first; «по форме», a schedule and a law are not part of what the list is of. */
function subjectOf(facts: DocumentFacts, kind: DocumentKind): string | null {
  for (const text of [facts.item.title, resultText(facts, kind) ?? '']) {
    const found = /переч(?:ень|н\p{L}+)\s+(\p{L}.+)$/iu.exec(withoutBrackets(oneSpaced(text)))?.[1];
    if (found !== undefined) return own(found.replace(/\s+согласно\s.*$/iu, ''), facts);
  }
  return null;
}

function oneOf(role: string): string {
  return role
    .replace(/^должностные лица/iu, 'должностное лицо')
    .replace(/^ответственные лица/iu, 'ответственное лицо')
    .replace(/^ответственные(?=\s)/iu, 'ответственный')
    .replace(/(?<=^должностное лицо.*,\s)ответственные(?=\s)/iu, 'ответственное');
}

function placed(phrase: string, { placeGenitive }: PlanWords): boolean {
  if (placeGenitive === null) return false;
  const stem = placeGenitive.slice(0, Math.max(5, placeGenitive.indexOf(' ') - 2));
  return phrase.toLowerCase().includes(stem.toLowerCase());
}

function missing(phrase: string, period: string | null): string {
  return period === null || /\d{4}/u.test(phrase) ? '' : period;
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
