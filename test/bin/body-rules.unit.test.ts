/** The one place where a body's rules and its calendar are put together from its folder. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadAllTemplates } from '#documents';
import { DEFAULT_RULES } from '#domain/deadline-rules';
import { parseLocalDate } from '#domain/local-date';
import { readBodyRules } from '../../bin/body-rules.js';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'vekha-rules-'));
});
afterEach(() => rm(dir, { recursive: true }));

const write = (name: string, value: unknown) =>
  writeFile(join(dir, name), typeof value === 'string' ? value : JSON.stringify(value, null, 2));

describe('rules of a body', () => {
  it.each([
    ['no folder', null],
    ['a folder without the files', 'dir'],
  ])('are the ordinary ones with %s', (_name, where) => {
    const { rules, sources } = readBodyRules({ templatesDir: where === null ? null : dir });
    expect(rules).toEqual(DEFAULT_RULES);
    expect(sources).toMatchObject({
      rulesFile: null,
      calendarFile: null,
      decreed: [2023, 2024, 2025, 2026],
      provisional: [2027],
    });
  });

  it('come with the regional days and the calendars of the folder', async () => {
    await write('сроки.json', { набор: 'Свердловская область', 'региональные выходные': { '2026': ['21.04'] } });
    await write('календарь.json', { '2027': { основание: 'ПП РФ от 01.10.2026 № 1', выходные: ['03.05'] } });
    const { rules, calendar, sources } = readBodyRules({ templatesDir: dir });
    expect(rules.name).toBe('Свердловская область');
    expect(calendar.dayOff(parseLocalDate('2026-04-21'))).toBe('regional');
    expect(sources).toMatchObject({ decreed: [2023, 2024, 2025, 2026, 2027], provisional: [], regionalDays: 1 });
  });

  it('are refused with every fault of both files, its place and its cure', async () => {
    await write('сроки.json', { перенос: 'вбок', срочна: '3 дня' });
    await write('календарь.json', '{');
    const rules = join(dir, 'сроки.json');
    expect(() => readBodyRules({ templatesDir: dir })).toThrow(
      expect.objectContaining({
        code: 'settings.invalid',
        message:
          `Правила сроков не приняты: ${rules}:2:3 – «перенос» – одно из: назад, вперёд, нет, а стоит "вбок"; ` +
          `${rules}:3:3 – ключа «срочна» нет (возможно, «срочно»); ` +
          `${join(dir, 'календарь.json')}:1:2 – это не JSON (проверьте кавычки, запятые и скобки).`,
      }),
    );
  });

  it('lie among templates and are not taken for one', async () => {
    await write('сроки.json', { набор: 'федеральный орган' });
    await write('календарь.json', {});
    const { faults } = await loadAllTemplates({ builtIn: join(process.cwd(), 'templates'), own: dir });
    expect(faults).toEqual([]);
  });
});
