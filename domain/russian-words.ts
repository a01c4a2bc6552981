/** Whether a text is words that a document may print and a rule may decline: a name, a post. Pure. */

/** Longer than any post with the name of its body in full. */
const MOST_CHARACTERS = 1000;

/** Why the text is not what a person would write, as a sentence without a full stop; null when nothing is odd. */
export function oddityOf(text: string): string | null {
  if (text.length > MOST_CHARACTERS)
    return `${text.length} знаков – это не имя и не должность, можно до ${MOST_CHARACTERS}`;
  if (/\p{Cc}/u.test(text)) return 'в тексте управляющий знак';
  // U+FFFD stands where bytes were not UTF-8; half a surrogate pair is no character.
  if (/[\p{Cs}\uFFFD\uFFFE\uFFFF]/u.test(text)) return 'часть знаков не читается, нужен текст в UTF-8';
  const mixed = text.match(/[\p{L}'’-]+/gu)?.find((word) => hasBoth(word));
  return mixed === undefined ? null : `в слове «${mixed}» среди русских букв латинская «${latinOf(mixed)}»`;
}

/** «Wi-Fi-оператор» is honest: Latin stands in parts of its own. */
function hasBoth(word: string): boolean {
  return word.split('-').some((part) => /\p{Script=Latin}/u.test(part) && /\p{Script=Cyrillic}/u.test(part));
}

function latinOf(word: string): string {
  return /\p{Script=Latin}/u.exec(word)?.[0] ?? '';
}
