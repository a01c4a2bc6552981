/** Values of options as commander hands them over: read at once, or refused with the name of the option. */
import { Option } from 'commander';
import { VekhaError } from '#domain/errors';
import { parseLocalDate, type LocalDate } from '#domain/local-date';

/** @throws VekhaError 'date.unreadable' */
export function dateOption(option: string): (value: string) => LocalDate {
  return (value) => {
    try {
      return parseLocalDate(value);
    } catch (error) {
      throw error instanceof VekhaError ? new VekhaError(error.code, `Ключ ${option}: ${error.message}`) : error;
    }
  };
}

/** @throws VekhaError 'usage.invalid' */
export function numberOption(option: string, min: number, max: number): (value: string) => number {
  return (value) => {
    const read = /^\d{1,9}$/u.test(value.trim()) ? Number(value) : NaN;
    if (read >= min && read <= max) return read;
    throw wrong(`Ключ ${option}: «${value}» не подходит, нужно целое число от ${min} до ${max}.`);
  };
}

/** @throws VekhaError 'usage.invalid' that names all the choices */
export function choiceOption<T extends string>(option: string, choices: readonly T[]): (value: string) => T {
  return (value) => {
    const found = choices.find((choice) => choice === value);
    if (found !== undefined) return found;
    throw wrong(`Ключ ${option}: «${value}» не подходит, выберите одно из: ${choices.join(', ')}.`);
  };
}

/** @throws VekhaError 'usage.invalid' when there are no words */
export function wordsOption(option: string): (value: string) => string {
  return (value) => {
    if (value.trim() !== '') return value.trim();
    throw wrong(`Ключ ${option}: значение пустое.`);
  };
}

/** An option that may be repeated, or followed by several values at once. */
export function severalOption(flags: string, meaning: string): Option {
  const option = new Option(flags, meaning).argParser<readonly string[] | undefined>((value, previous) => [
    ...(previous ?? []),
    value,
  ]);
  option.variadic = true; // commander sees this in the flags only when they are Latin
  return option;
}

export function wrong(sentence: string): VekhaError {
  return new VekhaError('usage.invalid', sentence);
}

export const MAX_VERSION = 999_999;

/** The last part of a path of either kind. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path;
}

/** `ЦОС-2024/1/order-appointment` is a document, `ЦОС-2024/1` an item. */
export function isDocumentId(id: string): boolean {
  return id.split('/').length > 2;
}
