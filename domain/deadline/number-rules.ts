/** Numbers that count: «10», «десяти», «двадцати пяти», «10 (десяти)». Digits and words must agree. Pure. */
import { either, map, mapIf, mark, optional, sequence, token, type Parser } from './parser.js';
import { roundNumber, smallNumber } from './words.js';

const inDigits = token((here) => (here.type === 'number' && here.digits <= 3 ? here.n : null));
const small = token((here) => (here.type === 'word' ? smallNumber(here.word) : null));
const round = token((here) => (here.type === 'word' ? roundNumber(here.word) : null));
const inWords = either(
  map(sequence(round, small), ([tens, ones]) => tens + ones),
  small,
  round,
);

export const cardinal: Parser<number> = mapIf(
  sequence(
    either(inDigits, inWords),
    optional(map(sequence(mark('('), either(inDigits, inWords), mark(')')), ([, again]) => again)),
  ),
  ([n, again]) => (again === null || again === n ? n : null),
);
