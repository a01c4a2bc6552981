/** Raised digits are footnote marks; as their own characters they cannot be taken for part of a number. Pure. */
export function raised(text: string): string {
  return text.replace(/\d/gu, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}
