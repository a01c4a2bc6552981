/** What is said of a file that is no table. */
import { VekhaError } from '#domain/errors';

export function unreadable(sentence: string): VekhaError {
  return new VekhaError('table.unreadable', sentence);
}

/** Far above any real register, far below what would hurt the process. */
const MOST_CELLS = 2_000_000;

/** @throws VekhaError 'input.too_large' */
export function refuseTooMany(cells: number): void {
  if (cells <= MOST_CELLS) return;
  throw new VekhaError('input.too_large', 'В таблице больше двух миллионов ячеек: такой файл не принимается.');
}
