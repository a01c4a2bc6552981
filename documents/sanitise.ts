/**
 * Values on their way into a document: what XML forbids and what could deceive a reader's eye is taken out, everything
 * else stays as it was typed. Runs on every value of every field; templates' own text is not touched.
 */

/** Controls, noncharacters, and marks that turn the direction of text round (they can make «100» read «001»). */
const FORBIDDEN = /[\p{Cc}\ufffe\uffff\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const ORDINARY_SPACE = /[ \t\r\n\u2028\u2029]+/gu;

/** One line of text: forbidden characters removed, lone surrogates replaced by U+FFFD, spaces and line ends collapsed. */
export function cleanText(value: string): string {
  return value.replace(LONE_SURROGATE, '\ufffd').replace(ORDINARY_SPACE, ' ').replace(FORBIDDEN, '').trim();
}
