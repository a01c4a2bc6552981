/** An object of JSON out of a file that somebody named, or a sentence with the place that cannot be read. */
import { wrong } from './arguments.js';
import type { Doors } from './doors.js';

/**
 * @param path of the file; `-`: standard input
 * @param name what its names are, for the sentence: «имя», «имя поля»
 * @throws VekhaError 'usage.invalid'
 */
export async function readJsonObject(
  doors: Pick<Doors, 'readFile'>,
  path: string,
  name: string,
): Promise<Readonly<Record<string, unknown>>> {
  const text = new TextDecoder().decode(await doors.readFile(path)).replace(/^\uFEFF/u, '');
  const source = path === '-' ? 'Данные со входа' : `Файл ${path}`;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    throw wrong(`${source} – не JSON${placeOf(error, text)}: проверьте кавычки, запятые и скобки.`);
  }
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Record<string, unknown>;
  throw wrong(`${source}: нужен объект JSON вида {"${name}": значение}.`);
}

function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` (строка ${before.length}, столбец ${(before.at(-1) ?? '').length + 1})`;
}
