/** Small operations on noun phrases that the order prints: letters, brackets, the dots of ё. Pure. */

/** «Комплекс мер» → «комплекс мер»; an abbreviation and the highest offices keep their capitals. */
export function smallFirst(text: string): string {
  return /^(?:\p{Lu}{2}|Правительств|Губернатор|Президент)/u.test(text)
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}

export function oneSpaced(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}

/** «Реестр извещений (по форме Центра)» → «Реестр извещений»: what is said in brackets is no part of the name. */
export function withoutBrackets(text: string): string {
  return oneSpaced(text.replaceAll(/\s*\([^()]*\)/gu, ''));
}

/** Stems of office words that orders print without the dots; our own sentences have them. */
const DOTTED: readonly (readonly [RegExp, string])[] = [
  [/(?<=(?:^|\P{L})при)ем(?=к)/giu, 'ём'],
  [/(?<=(?:^|\P{L})(?:у|от|рас))чет(?!\p{L}*верт)/giu, 'чёт'],
  // The short form has its stress on the ending elsewhere: «утверждён», but «утверждена».
  [/(?<=(?:^|\P{L})(?:утвержд|определ|провед|введ|привед))ен(?=\P{L}|$)/giu, 'ён'],
  [/(?<=(?:^|\P{L})(?:утвержд|определ|провед|введ|привед))енн/giu, 'ённ'],
];

/** A piece of the order taken into our own sentence: «приемку» → «приёмку». Inside «» the order's words stay. */
export function withDots(text: string): string {
  return text
    .split(/(«[^«»]*»)/u)
    .map((part) => (part.startsWith('«') ? part : DOTTED.reduce((t, [find, put]) => t.replace(find, put), part)))
    .join('');
}

/** Where a noun phrase ends and what is said about it begins: «организаций, принимающих …», «мебели для школ». */
const TAIL =
  /,\s+(?=\p{L}+(?:[ую]щих|[ая]щих|вших|[еао]мых|нных|тых)(?:ся)?(?:\P{L}|$))|\s+(?=(?:для|на территории|в соответствии|в рамках)\s)/u;

/** The phrase itself and the rest with its comma or space: ['образовательных организаций', ', принимающих …']. */
export function splitTail(phrase: string): readonly [core: string, tail: string] {
  const found = TAIL.exec(phrase);
  return found === null ? [phrase, ''] : [phrase.slice(0, found.index), phrase.slice(found.index)];
}
