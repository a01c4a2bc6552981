/** The result cell → the documents it names: kind by the leading noun, addressee, and which encloses which. Pure. */
import type { Field, ReadResult, ResultKind } from '#domain/order';
import { fieldOf, slicePassage, trimPassage, type Passage } from '../passage.js';
import { cleanValue, folded, plain } from '../plain.js';
import { topLevelBreaks } from '../top-level.js';
import { enclosedBy } from './enclosures.js';

/** Leading nouns (folded, any number); `known` nouns that are no document of ours are `other` without a remark. */
const NOUNS: readonly (readonly [RegExp, ResultKind])[] = [
  [/^(?:распоряжени[ея]|приказы?|постановлени[ея]|указы?)$/u, 'order'],
  [/^письм[оа]$/u, 'letter'],
  [/^реестры?$/u, 'register'],
  [/^форм[аы]$/u, 'form'],
  [/^(?:отчеты?|доклады?)$/u, 'report'],
  [/^акты?$/u, 'act'],
  [
    /^(?:протоколы?|соглашени[ея]|договор[аы]?|контракты?|рекомендации|релизы?|пресс|план|планы|проекты?|справк[аи]|информаци[яи]|служебн|перечн[иь]|перечень|списк?ок|списки|график[и]?|положени[ея]|программ[аы]|порядок|порядки|регламенты?|решени[ея]|записк[аи]|заключени[ея]|паспорта?|сертификаты?|лицензи[яи]|публикаци[яи]|материалы|концепци[яи]|методик[аи]|извещени[ея]|заявк[аи]|закон|законы|устав|смет[аы]|ведомость|журнал|карт[аы]|презентаци[яи]|уведомлени[ея]|свидетельств[оа])$/u,
    'other',
  ],
];

/** Characters after a comma that are looked at. */
const NEAR = 200;

/** «Распорядительный акт», «правовой акт»: an act of power, not a record of acceptance. */
const ORDERING_ACT = /^(?:распорядительн|правов|нормативн|локальн|организационно)/u;

/** To whom a letter or a report goes: the words up to what is enclosed or told. */
const ADDRESSEE =
  /\s(?:в\sадрес|на\sимя|адресованн\p{L}+|направлен\p{L}+\s(?:в\sадрес|в)|в|во)\s((?!(?:соответств|целях|рамках|связи|част|срок|форме|виде|электронн|отношени|течени|случа|целом|том\s|\d{4}|котор|информационн\p{L}+\sсистем))[\p{L}«].*?)(?=\s(?:о|об|с|со|по|на|для|за|от|согласно)\s|[,;(]|$)/iu;

/** «Доклад Губернатору Лесогорской области», «Отчёт главе округа»: the dative of a post after the noun. */
const ADDRESSEE_DATIVE =
  /^(?:\p{L}+\s){0,2}(?:письмо|доклад|отчёт|отчет|информация|справка)\s((?:\p{Ll}+ому\s)?(?:губернатору|президенту|главе|мэру|министру|председателю|руководителю|правительству|комитету|министерству|управлению|департаменту|заместителю|администрации|координатору)(?=\s|$).*?)(?=\s(?:о|об|с|со|по|для|за|от)\s|[,;(]|$)/iu;

/** «Акт Правительства», «акт РОИВ»: named by who issues it, not by what it records. */
const OF_POWER =
  /^(?:правительства|губернатора|президента|главы|мэра|администрации|министерства|ведомства|комитета|департамента|управления|агентства|совета|думы|роив|оив|омсу|субъекта|органа|регионального|муниципального образования|ио?мсу)(?=\s|$)/u;

/** Two documents told in one breath: «распоряжение и письмо», «Письмо … и акт …». */
const AND_DOCUMENT =
  /\s+и\s+(?=(?:информационное\s|сопроводительное\s|распорядительный\s|правовой\s)?(?:распоряжение|приказы?|постановление|письмо|реестр|отч[её]т|доклад|акт|протокол|справка|соглашение)(?![\p{L}]))/giu;

/**
 * Results in the order of the cell; none when it holds a dash or nothing.
 * @param measure title of the item: «Утверждён перечень …» says what its order approves
 * @param unknown hears of each text whose leading noun is not known
 */
export function resultsOf(cell: Passage, measure: string, unknown: (text: string) => void): ReadResult[] {
  const results = split(cell)
    .map((part) => ({ passage: trimPassage(part), text: cleanValue(part.text) }))
    .filter(({ text }) => /\p{L}{2,}/u.test(text) && !/^(?:нет|не требуется|отсутствует)$/iu.test(text))
    .map(({ passage, text }): ReadResult => {
      const kind = kindOf(text);
      if (kind === null) unknown(text);
      const addressee = kind === 'letter' || kind === 'report' ? addresseeOf(passage) : null;
      return { kind: kind ?? 'other', text: fieldOf(passage, text), ...(addressee === null ? {} : { addressee }) };
    });
  return results.map((result) => {
    const encloses = enclosedBy(result, results, measure);
    return encloses === null ? result : { ...result, encloses };
  });
}

function addresseeOf(result: Passage): Field<string> | null {
  const found = ADDRESSEE.exec(result.text) ?? ADDRESSEE_DATIVE.exec(result.text);
  const printed = found?.[1];
  if (found === null || printed === undefined) return null;
  const from = found.index + found[0].length - printed.length;
  const passage = trimPassage(slicePassage(result, from, from + printed.length));
  return fieldOf(passage, cleanValue(passage.text));
}

/** Kind by the leading noun, adjectives before it passed over; null when the noun is not known. */
export function kindOf(text: string): ResultKind | null {
  const words = folded(text).split(' ');
  if (words[0] === 'по' && (words[1] ?? '').startsWith('форм')) return 'form';
  // «акт МО НСО»; «акт КС-2» is the name of a form.
  let ordering = /^[Аа]кты?\s\p{Lu}{2,8}(?:\s\p{Lu}{2,8})*(?![\p{L}\d-])/u.test(plain(text));
  for (const word of words.slice(0, 7)) {
    const found = NOUNS.find(([noun]) => noun.test(word))?.[1];
    if (found === 'act' && (ordering || OF_POWER.test(words.slice(words.indexOf(word) + 1).join(' ')))) return 'order';
    if (found !== undefined) return found;
    if (ORDERING_ACT.test(word)) ordering = true;
    if (!/(?:ый|ий|ая|яя|ое|ее|ые|ие|ой)$/u.test(word) && !/^(?:копи[яи]|о|об|и|n|№)$/u.test(word)) return null;
  }
  return null;
}

function split(cell: Passage): Passage[] {
  const numbered = numberedParts(cell);
  const parts = numbered.length > 1 ? numbered : [withoutNumber(cell)];
  return parts.flatMap((part) => splitLoose(part));
}

/** «1. …; 2. …»: numbers that count from 1. */
function numberedParts(cell: Passage): Passage[] {
  const marks: { from: number; to: number }[] = [];
  for (const match of cell.text.matchAll(/(?<=^|[\s;.,])(\d{1,2})[.)]\s+(?=\p{L}|«)/gu)) {
    if (Number(match[1]) === marks.length + 1) marks.push({ from: match.index, to: match.index + match[0].length });
  }
  if (marks.length < 2 || plain(cell.text.slice(0, marks[0]?.from ?? 0)) !== '') return [];
  return marks.map(({ to }, i) => slicePassage(cell, to, marks[i + 1]?.from));
}

function withoutNumber(cell: Passage): Passage {
  const mark = /^\s*1[.)]\s+(?=\p{L})/u.exec(cell.text)?.[0].length ?? 0;
  return slicePassage(cell, mark);
}

/** Semicolons part results; lines and commas only where a known document begins after them. */
function splitLoose(part: Passage): Passage[] {
  const parts: Passage[] = [];
  let start = 0;
  for (const { from, to } of topLevelBreaks(part.text, /;|\n|,/gu)) {
    const rest = part.text.slice(to, to + NEAR).replace(/^\s*[-–•]\s+/u, '');
    const separator = part.text.slice(from, to);
    if (separator !== ';' && (kindOf(rest) === null || (separator === '\n' && !/^\s*\p{Lu}/u.test(rest)))) continue;
    parts.push(slicePassage(part, start, from));
    start = to;
  }
  parts.push(slicePassage(part, start));
  return parts.flatMap(withoutAnd).map((piece) => {
    const text = trimPassage(piece);
    return slicePassage(text, /^(?:[-–—•]\s+|\d{1,2}[.)]\s+(?=\p{L}))/u.exec(text.text)?.[0].length ?? 0);
  });
}

/** A document before «и» and a document after it; «об утверждении плана и отчёт» is left together. */
function withoutAnd(part: Passage): Passage[] {
  const pieces: Passage[] = [];
  let start = 0;
  for (const { from, to } of topLevelBreaks(part.text, AND_DOCUMENT)) {
    if (
      kindOf(part.text.slice(start, from)) === null ||
      /(?:^|\s)(?:либо|или|план[а-я]*|проект[а-я]*)$/iu.test(part.text.slice(start, from))
    )
      continue;
    pieces.push(slicePassage(part, start, from));
    start = to;
  }
  return [...pieces, slicePassage(part, start)];
}
