/** Check digits of an ИНН: ten digits for organisations, twelve for people. Pure. Source: docs on sample data, "Check digits". */

const TEN = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const TWELVE = [
  [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
  [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
];

export function isInn(text: string): boolean {
  if (/^\d{10}$/u.test(text)) return digit(text, 9) === check(text, TEN);
  if (!/^\d{12}$/u.test(text)) return false;
  return TWELVE.every((weights) => digit(text, weights.length) === check(text, weights));
}

function check(text: string, weights: readonly number[]): number {
  return (weights.reduce((sum, weight, at) => sum + weight * digit(text, at), 0) % 11) % 10;
}

function digit(text: string, at: number): number {
  return Number(text.charAt(at));
}
