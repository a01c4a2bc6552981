/** Abbreviations by initials: «МО НСО» ↔ «Министерство образования Новосибирской области». Pure. */
import { folded } from '../plain.js';

/** Words that give no letter. */
const PASSED = new Set(['и', 'по', 'в', 'во', 'на', 'с', 'со', 'о', 'об', 'для', 'при', 'к', 'от', 'имени', 'им', 'г']);

/** Two capitals or more, and no small words beside them. */
export function isAbbreviation(text: string): boolean {
  return (
    /^(?=(?:[^\p{Lu}]*\p{Lu}){2})\p{L}*\p{Lu}\p{L}*(?:[ -]\p{Lu}[\p{L}]{0,7}){0,3}$/u.test(text) &&
    /\p{Lu}{2}/u.test(text)
  );
}

/**
 * Whether a name may be shortened so: each of its words gives its first letter, a compound one more from its middle
 * («Новосибирской» – НС), in order and with nothing left over.
 */
export function abbreviates(short: string, full: string): boolean {
  const letters = folded(short).replace(/[^\p{L}]/gu, '');
  const words = folded(full.replace(/\([^()]*\)?/gu, ' '))
    .split(' ')
    .filter((word) => word !== '' && !PASSED.has(word));
  if (letters.length < 2 || words.length < 2 || words.length > letters.length || letters.length > 12) return false;
  return spells(letters, words);
}

function spells(letters: string, [word, ...rest]: readonly string[]): boolean {
  if (word === undefined) return letters === '';
  if (!letters.startsWith(word.charAt(0))) return false;
  const left = letters.slice(1);
  if (spells(left, rest)) return true;
  const second = left.charAt(0);
  return second !== '' && word.length > 8 && word.indexOf(second, 3) > 0 && spells(left.slice(1), rest);
}
