/** The deadline phrases of the sample file: kind, dates, terms and occurrences, case by case. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readDeadline, type Term } from '#domain/deadline';
import { parseLocalDate } from '#domain/local-date';
import { workingCalendar } from '#domain/working-calendar';

interface Case {
  readonly phrase: string;
  readonly orderDate: string;
  readonly horizon?: string;
  readonly expect: {
    readonly kind: string;
    readonly due: string | null;
    readonly workingDue: string | null;
    readonly from?: string;
    readonly term?: Term;
    readonly occurrences?: readonly string[];
  };
  readonly note: string;
}

const cases = JSON.parse(readFileSync('test/fixtures/deadlines.json', 'utf8')) as readonly Case[];
const calendar = workingCalendar();

describe('the sample phrases', () => {
  it.each(cases.map((each) => [each.phrase, each.note, each] as const))('reads «%s»: %s', (_phrase, _note, sample) => {
    const { phrase, explanation, term, ...reading } = readDeadline(sample.phrase, {
      orderDate: parseLocalDate(sample.orderDate),
      calendar,
      ...(sample.horizon === undefined ? {} : { horizon: parseLocalDate(sample.horizon) }),
    });
    const { term: expectedTerm, ...expected } = sample.expect;
    expect(reading).toEqual(expected);
    expect(term).toEqual(expectedTerm);
    expect(phrase).toBe(sample.phrase);
    expect(explanation).toMatch(/^[А-Я«\d].*\.$/u);
  });
});
