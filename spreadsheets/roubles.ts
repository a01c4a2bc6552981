/** Kopecks → roubles, digit by digit: a division could lose a kopeck. 77732000 → «777320.00». */
export function roublesOf(kopecks: number): string {
  const digits = String(Math.abs(kopecks)).padStart(3, '0');
  return `${kopecks < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
