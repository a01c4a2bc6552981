/**
 * What a person typed for a draft → values of the right types, or every problem at once in Russian. Money becomes kopecks,
 * a date an ISO day; an empty value takes the field away. Pure.
 */
import { namesakes } from '#domain/assignment';
import type { DocumentKind } from '#domain/document-kind';
import type { Official } from '#domain/official';
import { isRecord } from '#domain/json-source';
import { type Question, questionsOf } from './questions.js';
import type { Column } from './register-columns/column.js';
import { isEmpty, READERS, shown, textOf, Unfit } from './value-readers.js';

type Known = Pick<Official, 'id' | 'surname' | 'initials'>;

export interface ParsedValues {
  /** By the names of the questions; what was cleared is `null`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Russian, without a full stop: «поле «ответДо»: «31.02.2024» – не дата». */
  readonly problems: readonly string[];
}

/** Far above any real register, far below what would hurt the process. */
export const MOST_ROWS = 20_000;
const MOST_PROBLEMS = 30;

/** @param directory whom a name may mean; a person who is not in it is typed in full */
export function parseValues(
  kind: DocumentKind,
  raw: Readonly<Record<string, unknown>>,
  directory: readonly Known[],
): ParsedValues {
  const questions = questionsOf(kind);
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, value] of flattened(raw, questions)) {
    const question = questions.find((each) => each.name === name);
    if (question === undefined) problems.push(unknownName(name, questions));
    else {
      const where = `поле «${name}»`;
      values[name] = parsed(question, value, (problem) => problems.push(problem));
      if (question.type === 'person')
        problems.push(...strangers(values[name], directory).map((why) => `${where}: ${why}`));
    }
  }
  return { values, problems: shortened(problems) };
}

/** A name that is nobody's, or several people's, would leave the field empty without a word. */
function strangers(value: unknown, directory: readonly Known[]): readonly string[] {
  if (typeof value !== 'string' || directory.some(({ id }) => id === value)) return [];
  const named = namesakes(value, directory);
  if (named.length === 1) return [];
  return named.length > 1
    ? [`«${shown(value)}» в справочнике не один: укажите код из справочника`]
    : [`«${shown(value)}» нет в справочнике: укажите «Фамилия И.О.» или человека целиком`];
}

function parsed(question: Question, value: unknown, report: (problem: string) => void): unknown {
  if (isEmpty(value)) return null;
  const where = `поле «${question.name}»`;
  const { type } = question;
  if (typeof type === 'object' && 'rows' in type) return rowsOf(value, type.rows, where, report);
  try {
    return typeof type === 'object' ? choiceOf(value, type.choice) : READERS[type](value);
  } catch (error) {
    report(`${where}: ${reason(error)}`);
    return null;
  }
}

function rowsOf(value: unknown, columns: readonly Column[], where: string, report: (problem: string) => void): unknown {
  if (!Array.isArray(value)) {
    report(`${where}: нужен список строк`);
    return null;
  }
  if (value.length > MOST_ROWS) {
    report(`${where}: строк ${value.length}, а можно не больше ${MOST_ROWS}`);
    return null;
  }
  return (value as unknown[]).map((row, at) => rowOf(row, columns, `${where}, строка ${at + 1}`, report));
}

function rowOf(row: unknown, columns: readonly Column[], where: string, report: (problem: string) => void): unknown {
  if (!isRecord(row)) {
    report(`${where}: нужны графы ${columns.map(({ name }) => name).join(', ')}`);
    return {};
  }
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(row)) {
    const column = columns.find((each) => each.name === name);
    if (column === undefined) {
      report(`${where}: нет графы «${shown(name)}», есть ${columns.map((each) => each.name).join(', ')}`);
    } else if (!isEmpty(value)) {
      try {
        read[name] = READERS[column.type](value);
      } catch (error) {
        report(`${where}, «${name}»: ${reason(error)}`);
      }
    }
  }
  return read;
}

function choiceOf(value: unknown, choice: readonly string[]): string {
  const found = choice.find((each) => each.toLowerCase() === textOf(value).toLowerCase());
  if (found === undefined) throw new Unfit(`«${shown(value)}» – нужно одно из: ${choice.join(', ')}`);
  return found;
}

/** «исполнитель.телефон» may also come as an object inside «исполнитель». */
function flattened(
  raw: Readonly<Record<string, unknown>>,
  questions: readonly Question[],
): readonly (readonly [string, unknown])[] {
  return Object.entries(raw).flatMap(([name, value]) => {
    const nested = isRecord(value) && questions.some((each) => each.name.startsWith(`${name}.`));
    return nested
      ? Object.entries(value).map(([inner, part]) => [`${name}.${inner}`, part] as const)
      : [[name, value] as const];
  });
}

function unknownName(name: string, questions: readonly Question[]): string {
  const known = questions.map((each) => each.name).join(', ');
  return known === ''
    ? `поля «${shown(name)}» нет: этот документ составляет программа, вписывать в него нечего`
    : `поля «${shown(name)}» нет; можно указать: ${known}`;
}

function reason(error: unknown): string {
  if (error instanceof Unfit) return error.message;
  throw error;
}

function shortened(problems: readonly string[]): readonly string[] {
  if (problems.length <= MOST_PROBLEMS) return problems;
  return [...problems.slice(0, MOST_PROBLEMS), `и ещё замечаний: ${problems.length - MOST_PROBLEMS}`];
}
