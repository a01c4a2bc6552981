/** The body that issues the act, out of the letterhead; without one, out of the approval stamp. Pure. */
import { capitalFirst } from '#domain/typography';
import { declineBody } from '#domain/declension';
import type { Field, OrderHead, Problem } from '#domain/order';
import type { Approval } from './approval.js';
import { nominativeByTrial } from './nominative-by-trial.js';
import { fieldOrTold } from './told-head.js';
import type { Line } from '../blocks.js';
import { emptyPassage, fieldOf, slicePassage, trimPassage, type Passage } from '../passage.js';
import { continueText, folded, plain } from '../plain.js';

/** Nouns that name a body or an office, nominative singular (folded); with them begins the body's own name. */
const BODY = new Set(
  (
    'администрация агентство аппарат архив бюро ведомство гимназия глава главнокомандующий губернатор департамент дирекция дума ' +
    'инспекция институт канцелярия колледж комиссия комитет лицей министерство мэр мэрия палата предприятие правительство ' +
    'президент префектура прокуратура сад секретариат служба собрание совет суд техникум управа управление университет учреждение ' +
    'фонд центр школа штаб академия больница поликлиника отдел общество корпорация музей библиотека театр'
  ).split(' '),
);

/** Ends of a body's name in the letterhead: address, telephone, codes. */
const NOT_NAME = /\d{6}|(?:тел|факс|ул|пр|e-mail|окпо|огрн|инн|кпп)[.:]|@|www\./iu;

/**
 * @param above the letterhead: lines over the word of the kind
 * @param below between the kind and the date: there the body stands in the genitive
 * @param allTexts texts of the whole document: they show which words of a name are capitalised
 * @param told by a person, where the file says nothing
 */
export function issuerOf(
  above: readonly Line[],
  below: readonly Line[],
  approval: Approval,
  allTexts: readonly string[],
  problems: Problem[],
  told?: string,
): Pick<OrderHead, 'issuer' | 'headLines'> {
  const lines = above.map(({ text }) => trimPassage(text)).filter(({ text }) => text !== '');
  const headLines = lines.map((line) => fieldOf(line, plain(line.text)));
  const start = nameStart(lines);
  const named = start < 0 ? withoutRegion(lines) : lines.slice(start);
  const end = named.findIndex(({ text }) => NOT_NAME.test(text));
  const passage = continueText(end < 0 ? named : named.slice(0, end), new Set());
  const own = (read: Field<string>) => ({
    issuer: fieldOrTold(read, told, { what: 'Орган', words: String }) ?? read,
    headLines,
  });
  if (passage.text !== '') return own(fieldOf(passage, capitalised(plain(passage.text), allTexts)));
  const genitive = genitiveBody(below);
  if (genitive !== null) return own(fromGenitive(genitive, allTexts));
  const problem = (message: string) => problems.push({ severity: 'warning', where: 'бланк', message });
  if (approval.bodyGenitive !== null) {
    problem('над названием вида акта нет органа, который его издал: он взят из грифа утверждения, проверьте его.');
    return own(fromGenitive(approval.bodyGenitive, allTexts));
  }
  if (told !== undefined) return own(fieldOf(emptyPassage, ''));
  problem(
    'не найден орган, который издал акт: впишите его над названием вида акта и загрузите файл снова или назовите ключом --issuer.',
  );
  return { issuer: fieldOf(emptyPassage, ''), headLines };
}

/** Last line that begins with a body's noun in the nominative, adjectives allowed before it, also in the line above. */
function nameStart(lines: readonly Passage[]): number {
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const words = folded(lines[i]?.text ?? '').split(' ');
    const noun = words.findIndex((word) => BODY.has(word));
    if (noun < 0 || !words.slice(0, noun).every(isNominativeAdjective)) continue;
    let start = i;
    while (
      start > 0 &&
      folded(lines[start - 1]?.text ?? '')
        .split(' ')
        .every(isNominativeAdjective)
    )
      start -= 1;
    return start;
  }
  return -1;
}

function isNominativeAdjective(word: string): boolean {
  return word.length > 4 && /(?:ый|ий|ой|ая|яя|ое|ее)$/u.test(word);
}

function withoutRegion(lines: readonly Passage[]): readonly Passage[] {
  const from = lines.findIndex(
    ({ text }) => !/федерация$|(?:область|край|округ|республика|район)$|^(?:республика|город)\s/u.test(folded(text)),
  );
  return from < 0 ? lines : lines.slice(from);
}

/**
 * A name set in capitals in usual letters: a word is written as the rest of the document writes it inside a sentence;
 * unknown words before «область», «край» … and after «город» are names.
 */
function capitalised(name: string, allTexts: readonly string[]): string {
  if (name !== name.toUpperCase() && !/\p{Lu}{4,}/u.test(name)) return capitalFirst(name);
  const usual = usualForms(allTexts);
  const words = name.split(' ');
  const written = words.map((word, i) => {
    if (word !== word.toUpperCase() || !/\p{L}{2,}/u.test(word)) return word.length === 1 ? word.toLowerCase() : word;
    const bare = word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '').toLowerCase();
    const known = usual.get(bare);
    if (known !== undefined) return word.toLowerCase().replace(bare, known);
    const next = folded(words[i + 1] ?? '');
    const before = folded(words[i - 1] ?? '');
    const proper = /^(?:област|кра[йяю]$|республик|район|округ$)/u.test(next) && /(?:ой|ого|ий|ая)$/iu.test(word);
    const place = /^(?:город[а]?|села|поселка|деревни|станицы|республик[аи])$/u.test(before);
    const quoted = /^[«"„]/u.test(word);
    return proper || place || quoted
      ? word.toLowerCase().replace(/\p{L}/u, (letter) => letter.toUpperCase())
      : word.toLowerCase();
  });
  return capitalFirst(written.join(' '));
}

/** How the document writes a word inside its sentences; the more frequent form wins, capitals of whole lines do not count. */
function usualForms(allTexts: readonly string[]): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const text of allTexts) {
    const mixed = plain(text);
    if (mixed === mixed.toUpperCase()) continue;
    for (const match of mixed.matchAll(/(?<=[\p{Ll},»)–] )[«(]?(\p{L}+(?:-\p{L}+)*)/gu)) {
      const form = match[1] ?? '';
      const forms = counts.get(form.toLowerCase()) ?? new Map<string, number>();
      forms.set(form, (forms.get(form) ?? 0) + 1);
      counts.set(form.toLowerCase(), forms);
    }
  }
  return new Map(
    [...counts].map(([word, forms]) => [word, [...forms].reduce((a, b) => (b[1] > a[1] ? b : a))[0]] as const),
  );
}

function genitiveBody(below: readonly Line[]): Field<string> | null {
  const passage = continueText(
    below.map(({ text }) => trimPassage(text)),
    new Set(),
  );
  const meeting =
    /^(?:\p{L}+\s)?(?:заседани[яй]|совещани[яй])\s+(?:\p{L}+\s+по\s+)?/iu.exec(passage.text)?.[0].length ?? 0;
  const body = trimPassage(slicePassage(passage, meeting));
  return body.text === '' ? null : fieldOf(body, plain(body.text));
}

/** «комитета общего образования» → «Комитет общего образования»: only the noun and its adjectives turn. */
function fromGenitive(body: Field<string>, allTexts: readonly string[]): Field<string> {
  const written = capitalised(body.value, allTexts);
  return { ...body, value: capitalFirst(nominativeByTrial(firstSmall(written), 'genitive', declineBody)) };
}

function firstSmall(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
