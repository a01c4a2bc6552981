/**
 * The grammar of deadlines: a table of rules, each of which must read the whole phrase. Pure.
 * What no rule reads to the end is not understood, and says so; nothing is skipped but the noise that `tokenize` names
 * and a label before the deadline («Срок –», «Распоряжение комитета о … –»).
 */
import { lastDay, remark, reportedDay } from './day-rules.js';
import { caption, errand, label, stage } from './label-rules.js';
import type { Bound, Meaning } from './meaning.js';
import { continuousMeaning, externalMeaning, noneMeaning } from './open-rules.js';
import { either, map, optional, sequence, textOf, words, type Parser } from './parser.js';
import { rangeMeaning } from './range-rules.js';
import { severalMeaning } from './several-rules.js';
import { repeatMeaning } from './repeat-rules.js';
import { termMeaning } from './term-rules.js';
import { tokenize, type Token, type Tokens } from './tokenize.js';

interface Rule {
  readonly name: string;
  readonly example: string;
  readonly meaning: Parser<Meaning>;
}

/** In order of preference: the first rule that reads the whole phrase gives its meaning. */
export const RULES: readonly Rule[] = [
  { name: 'nothing is named', example: '–', meaning: noneMeaning },
  {
    name: 'one last day',
    example: 'не позднее 29 декабря 2023 года',
    meaning: map(
      sequence(optional(words('впервые')), either<Bound>(lastDay, reportedDay), optional(remark)),
      ([, at]): Meaning => ({ type: 'date', at }),
    ),
  },
  { name: 'from … to', example: 'с 1 по 15 марта 2024 г.', meaning: rangeMeaning },
  { name: 'repeats', example: 'ежеквартально, до 5 числа месяца, следующего за отчетным', meaning: repeatMeaning },
  { name: 'several days', example: 'до 1 июня и до 1 декабря 2024 года', meaning: severalMeaning },
  { name: 'a term', example: 'в течение трех рабочих дней со дня регистрации', meaning: termMeaning },
  { name: 'without an end', example: 'в течение учебного года', meaning: continuousMeaning },
  { name: 'hangs on somebody', example: 'по факту заключения государственного контракта', meaning: externalMeaning },
];

export type Parsed =
  | { readonly understood: true; readonly meaning: Meaning }
  /** `rest`: where understanding ended. */
  | { readonly understood: false; readonly rest: string; readonly tokens: readonly Token[] };

/** Longer cells are no deadlines; the bound keeps the work linear. */
const MOST_TOKENS = 200;

export function parseDeadline(phrase: string): Parsed {
  const whole = tokenize(phrase);
  if (whole.list.length > MOST_TOKENS) return { understood: false, rest: '', tokens: whole.list };
  const tokens = trimmed(whole);
  const end = tokens.list.length;
  let furthest = 0;
  for (const start of startsOf(tokens)) {
    for (const { meaning } of RULES) {
      for (const way of meaning(tokens, start)) {
        if (way.next === end) return { understood: true, meaning: way.value };
        furthest = Math.max(furthest, way.next);
      }
    }
  }
  return { understood: false, rest: textOf(tokens, furthest, end), tokens: tokens.list };
}

/** The phrase itself, then what follows a label before it; most phrases are understood before labels are looked for. */
function* startsOf(tokens: Tokens): Iterable<number> {
  yield 0;
  const led = [caption, label, stage, errand].flatMap((lead) => lead(tokens, 0)).map(({ next }) => next);
  yield* new Set(led.filter((next) => next !== 0));
}

/** Without stray punctuation at the ends; a dash at the end stays: «2024 –» has lost something. */
function trimmed({ text, list }: Tokens): Tokens {
  const stray = (token: Token | undefined, marks: string): boolean =>
    token?.type === 'mark' ? marks.includes(token.mark) : false;
  const bracketed =
    stray(list[0], '(') && stray(list.at(-1), ')') && !list.slice(1, -1).some((each) => stray(each, '()'));
  let from = bracketed ? 1 : 0;
  let to = list.length - from;
  while (from < to && (stray(list[from], ',;:') || list[from]?.type === 'dash')) from += 1;
  while (to > from && stray(list[to - 1], ',;:')) to -= 1;
  return { text, list: list.slice(from, to) };
}
