/** The body that issues the acts and the parties outside it, in the cases that documents need. Pure. */
import { declineBody } from '#domain/declension';
import type { Official } from '#domain/official';
import type { DocumentFacts, OrderFacts } from './facts.js';
import { oneSpaced, smallFirst } from './phrases.js';

interface HeadLine {
  readonly строка: string;
  /** A line of the body's own name: printed bold. */
  readonly имяОргана: boolean;
}

/** «комитет», «министерство»: the head noun of the body's name, small. */
export function shortBody(issuer: string): string {
  const words = oneSpaced(issuer).split(' ');
  const end = words.findIndex((word) => !/(?:ый|ий|ой|ое|ее|ая|яя)$/iu.test(word));
  return smallFirst(words.slice(0, end + 1).join(' '));
}

/** Lines above the kind of the act, as printed; which of them make up the body's name is found by comparing. */
export function headLines({ headLines: lines, issuer }: OrderFacts): readonly HeadLine[] {
  const wanted = key(issuer);
  for (let from = 0; from < lines.length; from += 1) {
    for (let to = lines.length; to > from; to -= 1) {
      if (key(lines.slice(from, to).join(' ')) !== wanted) continue;
      return lines.map((строка, at) => ({ строка, имяОргана: at >= from && at < to }));
    }
  }
  return lines.map((строка) => ({ строка, имяОргана: false }));
}

/** A letter does not carry the name of the state. */
export function letterLines(order: OrderFacts): readonly HeadLine[] {
  return headLines(order).filter(({ строка }) => key(строка) !== 'российская федерация');
}

interface PartyWords {
  /** «Центр проектного сопровождения» */
  readonly nominative: string;
  readonly genitive: string;
  readonly instrumental: string;
  /** «в Центр проектного сопровождения» */
  readonly into: string;
}

/**
 * The party outside: the one that the result writes to («в адрес Центра …»), else the known one; null when nobody is named.
 */
export function externalParty(facts: DocumentFacts): PartyWords | null {
  const named = otherAddressee(facts) ?? facts.people.externalParty ?? addressedIn(facts);
  if (named === null) return null;
  const nominative = oneSpaced(named);
  const accusative = declineBody(nominative, 'accusative');
  return {
    nominative,
    genitive: declineBody(nominative, 'genitive'),
    instrumental: declineBody(nominative, 'instrumental'),
    into: `${/^[вф][бвгджзклмнпрстфхцчшщ]/iu.test(accusative) ? 'во' : 'в'} ${accusative}`,
  };
}

/** A body that the result writes to and that is not the one whose contact is known: its letter is not that contact's. */
export function otherAddressee(facts: DocumentFacts): string | null {
  const asked = addressedIn(facts);
  const known = facts.people.externalParty;
  if (asked === null || known === null) return null;
  const [short = '', long = ''] = [key(asked), key(known)].sort((a, b) => a.length - b.length);
  return long.startsWith(short) ? null : asked;
}

/** The unit that does the paper work, dative; null when neither the directory nor the post names it. */
export function unitDative(person: Official | null): string | null {
  if (person === null) return null;
  if (person.unit !== null && person.unit.trim() !== '') return smallFirst(declineBody(person.unit, 'dative'));
  const found = /\s(сектора|отдела|департамента|управления|комитета|центра)(\s.*)?$/u.exec(person.post);
  const nominative = UNITS[found?.[1] ?? ''];
  return nominative === undefined ? null : declineBody(nominative, 'dative') + (found?.[2] ?? '');
}

const UNITS: Readonly<Record<string, string>> = {
  сектора: 'сектор',
  отдела: 'отдел',
  департамента: 'департамент',
  управления: 'управление',
  комитета: 'комитет',
  центра: 'центр',
};

/** «в адрес Центра проектного сопровождения с перечнем …» names the addressee in the genitive. */
function addressedIn({ item }: DocumentFacts): string | null {
  for (const { text } of item.results) {
    const found = /\sв адрес\s+(\p{Lu}[\p{L}-]*(?:\s+\p{L}[\p{L}-]*?)*?)(?=\s+(?:с|со|о|об|по|для|и)\s|[,;.(]|$)/u.exec(
      text,
    );
    const genitive = found?.[1];
    if (genitive === undefined) continue;
    const [head = '', ...rest] = genitive.split(' ');
    const nominative = nominativeHead(head);
    if (nominative !== null) return [nominative, ...rest].join(' ');
  }
  return null;
}

/** Only a head that is a plain noun is turned back; the rest of the name depends on it. */
function nominativeHead(head: string): string | null {
  if (/(?:ого|его|ой|ей)$/u.test(head)) return null;
  if (head.endsWith('ства')) return head.replace(/а$/u, 'о');
  if (head.endsWith('ия')) return head.replace(/я$/u, 'е');
  if (/(?:нтра|тета|нта|нда|дела|тора|тута|рата)$/u.test(head)) return head.slice(0, -1);
  return /^\p{Lu}{2,}$/u.test(head) || head.startsWith('Мин') ? head : null;
}

function key(text: string): string {
  return oneSpaced(text).toLowerCase().replaceAll('ё', 'е');
}
