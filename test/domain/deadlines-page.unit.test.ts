/** docs/deadlines.md is what an operator writes the files by: each example there is a file that is accepted. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readCalendarFile } from '#domain/calendar-file';
import { RULE_SETS } from '#domain/deadline-rules';
import { RULE_KEYS, readRulesFile } from '#domain/deadline-rules-file';
import type { JsonFault } from '#domain/json-source';

const PAGE = readFileSync(new URL('../../docs/deadlines.md', import.meta.url), 'utf8');
const examples = [...PAGE.matchAll(/^```json\n([\s\S]*?)^```/gmu)].map(([, text = '']) => text);
const calendars = examples.filter((text) => text.includes('"переносы"'));
const rules = examples.filter((text) => !calendars.includes(text));

describe('the page for operators', () => {
  it('shows examples of both files', () => {
    expect([rules.length, calendars.length]).toEqual([2, 1]);
  });

  it.each(rules)('shows rules that are accepted: %s', (text) => {
    const faults: JsonFault[] = [];
    expect(readRulesFile(text, (fault) => void faults.push(fault))).not.toBeNull();
    expect(faults).toEqual([]);
  });

  it.each(calendars)('shows a calendar that is accepted: %s', (text) => {
    const faults: JsonFault[] = [];
    expect(readCalendarFile(text, (fault) => void faults.push(fault))).not.toBeNull();
    expect(faults).toEqual([]);
  });

  it('names every ready set and every key', () => {
    for (const name of [...Object.keys(RULE_SETS), ...RULE_KEYS]) expect(PAGE).toContain(name);
  });
});
