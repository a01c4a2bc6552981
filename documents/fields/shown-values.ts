/** Values that people typed, as they read them: «25.08.2024», «746 230,00», «23 строки». Pure. */
import type { DocumentKind } from '#domain/document-kind';
import { dotted } from '#domain/local-date';
import { money } from '#domain/number-words';
import { counted } from '#domain/plural';
import { isRecord } from '#domain/json-source';
import { type Question, questionsOf } from './questions.js';
import { dateValue } from './typed-values.js';

type Values = Readonly<Record<string, unknown>>;

/** @param values as `parseValues` returned them @returns by the name of the question; what nobody typed is left out */
export function shownValues(kind: DocumentKind, values: Values): Readonly<Record<string, string>> {
  const typed = questionsOf(kind).filter(({ name }) => values[name] !== undefined && values[name] !== null);
  return Object.fromEntries(typed.map((question) => [question.name, shownValue(question, values)]));
}

function shownValue({ name, type }: Question, values: Values): string {
  const value = values[name];
  if (Array.isArray(value)) return counted(value.length, 'строка', 'строки', 'строк');
  if (type === 'date') return day(values, name);
  if (type === 'money' && typeof value === 'number') return money(value);
  if (!isRecord(value)) return String(value);
  return Object.keys(value)
    .map((part) => day(value, part))
    .join(', ');
}

function day(values: Values, name: string): string {
  const date = dateValue(values, name);
  return date === undefined ? String(values[name]) : dotted(date);
}
