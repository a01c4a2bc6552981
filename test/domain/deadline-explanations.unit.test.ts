/**
 * Every wording of an explanation against its golden text: `deadline-explanations.txt` is the specification, read by a person. A line
 * «# …» begins the rules of a body, the phrase stands at the margin, what is said of it below.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readDeadline } from '#domain/deadline';
import { DEFAULT_RULES, RULE_SETS, type DeadlineRules } from '#domain/deadline-rules';
import { parseLocalDate } from '#domain/local-date';
import { workingCalendar } from '#domain/working-calendar';

const GOLDEN = readFileSync(new URL('deadline-explanations.txt', import.meta.url), 'utf8');
const EMPTY_CELL = '(пусто)';
const orderDate = parseLocalDate('2023-12-26');
const calendar = workingCalendar();

const OTHER_RULES: Readonly<Record<string, DeadlineRules>> = {
  'общие правила': DEFAULT_RULES,
  'срок переносится вперёд': { ...DEFAULT_RULES, name: 'Озёрная область', move: 'forward' },
  'срок не переносится': { ...DEFAULT_RULES, name: 'Озёрная область', move: 'none' },
  '«до» не включает день': { ...DEFAULT_RULES, name: 'Озёрная область', upToIncluded: false },
};

describe('what is said of a deadline', () => {
  const golden = GOLDEN.split(/^# /mu)
    .slice(1)
    .flatMap((section) => {
      const [rules = '', ...lines] = section.trimEnd().split('\n');
      return lines
        .join('\n')
        .trim()
        .split(/\n(?=\S)/u)
        .map((entry) => {
          const [phrase = '', ...told] = entry.split('\n');
          return [rules, phrase, told.map((line) => line.trim()).join(' ')] as const;
        });
    });

  it('is told for all kinds under all rules', () => {
    expect(golden.length).toBeGreaterThan(90);
    expect(new Set(golden.map(([rules]) => rules)).size).toBe(6);
  });

  it.each(golden)('%s: «%s»', (name, phrase, told) => {
    const rules = OTHER_RULES[name] ?? RULE_SETS[name];
    if (rules === undefined) throw new Error(`There are no rules called ${name}.`);
    const read = readDeadline(phrase === EMPTY_CELL ? '' : phrase, { orderDate, calendar, rules });
    expect(read.explanation).toBe(told);
  });
});
