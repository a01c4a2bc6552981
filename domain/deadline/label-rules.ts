/**
 * Words that stand before a deadline and are no part of it: «Срок – », «Распоряжение комитета о создании рабочей группы – ».
 * Only plain words are passed over; one that could turn the sense round («не», «после», «перенести с») stops the reading.
 */
import { upTo } from './day-rules.js';
import { many, map, mark, matching, optional, sequence, type Parser, type Way } from './parser.js';
import { ordinal } from './period-rules.js';
import type { Token, Tokens } from './tokenize.js';
import { monthOf, ordinalWord, roundNumber, smallNumber, unitOf, weekdayOfWord } from './words.js';

const LONGEST = 40;

const TURNING =
  /^(не|ни|нет|без|кроме|или|либо|если|ранее|раньше|позднее|позже|после|до|от|за|через|перед|вместо|около|примерно|ориентировочно|предварительно|начал\p{L}*|середин\p{L}*|кон(ец|ц\p{L}*)|продл\p{L}*|перен[ео]с\p{L}*|отмен\p{L}*|исключ\p{L}*|утрат\p{L}*|приостан\p{L}*|прекра\p{L}*|первоначальн\p{L}*|прежн\p{L}*|был\p{L}*|действ\p{L}*|кажд\p{L}*|еже\p{L}*|постоянно|бессрочно|далее|раз|раза|числ\p{L}*|течени[еи]|следующ\p{L}*|гг?)$/u;

/** Words that need another after them: a label neither begins nor ends with one. */
const HALF = /^(в|во|к|ко|с|со|на|при|из|под|для|о|об|и|а|но|по|согласно)$/u;

/** Of what is done once; «начать», «хранить», «продолжать до …» say something else. */
const INFINITIVE = /^(?!начать|начинать|хранить|продолжать|действовать)\p{L}{3,}(ить|ать|ять|еть|сти|ться)$/u;

/** The words and their dash or colon, at every place where such a label may end. */
export const label: Parser<null> = (tokens, at) => {
  const ways: Way<null>[] = [];
  for (let here = at; here < tokens.list.length && here - at <= LONGEST; here += 1) {
    const current = tokens.list[here];
    if (current === undefined) break;
    if (isDivider(current) && isLabel(tokens, at, here)) ways.push({ value: null, next: here + 1 });
    if (!isDivider(current) && !isPlain(current)) break;
  }
  return ways;
};

/** «представить до …», «Информацию направить не позднее …»: what to do, then the last day with its preposition */
export const errand: Parser<null> = (tokens, at) => {
  const ways: Way<null>[] = [];
  let ordered = false;
  for (let here = at; here < tokens.list.length && here - at <= LONGEST; here += 1) {
    const current = tokens.list[here];
    if (current === undefined || !isPlain(current)) break;
    ordered ||= current.type === 'word' && INFINITIVE.test(current.word);
    if (ordered && upTo(tokens, here + 1).length > 0) ways.push({ value: null, next: here + 1 });
  }
  return ways;
};

/** «I этап –», «2 этап:» */
export const stage: Parser<null> = map(
  sequence(ordinal, matching(/^этап(а|ы)?$/u), optional(mark('–', ':', ','))),
  () => null,
);

/** «Срок», «Срок исполнения:», «Крайний срок –» */
export const caption: Parser<null> = map(
  sequence(
    optional(matching(/^(крайн|контрольн|планов|предельн|конечн)(ий|яя|ый|ая)$/u)),
    matching(/^(срок|сроки|дата)$/u),
    many(
      matching(
        /^(исполнения|выполнения|реализации|представления|предоставления|сдачи|завершения|окончания|проведения)$/u,
      ),
    ),
    optional(mark('–', ':')),
  ),
  () => null,
);

function isLabel({ list }: Tokens, from: number, to: number): boolean {
  const named = list.slice(from, to).some((here) => here.type === 'word' && here.word.length > 3);
  const ends = [list[from], list[to - 1]].map((here) => (here?.type === 'word' ? here.word : ''));
  return named && ends.every((word) => word !== '' && !HALF.test(word) && ordinalWord(word) === null);
}

function isDivider(here: Token): boolean {
  return (here.type === 'dash' && !here.tight) || (here.type === 'mark' && here.mark === ':');
}

function isPlain(here: Token): boolean {
  if (here.type === 'dash') return here.tight;
  if (here.type === 'mark') return here.mark === ',';
  if (here.type !== 'word') return false;
  const { word } = here;
  const meant = [monthOf, weekdayOfWord, unitOf, smallNumber, roundNumber].some((look) => look(word) !== null);
  return !meant && !TURNING.test(word);
}
