/**
 * By which rules and which calendar the body counts: the one place where they are put together from its own folder. A file
 * with a fault stops everything that counts days: a date by rules that nobody has set is worse than none.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountedBy } from '#cli';
import type { Counting } from '#client';
import { CALENDAR_FILE, readCalendarFile } from '#domain/calendar-file';
import { DEFAULT_RULES } from '#domain/deadline-rules';
import { readRulesFile, RULES_FILE } from '#domain/deadline-rules-file';
import { VekhaError } from '#domain/errors';
import type { JsonFault } from '#domain/json-source';
import { PRODUCTION_CALENDARS } from '#domain/production-calendars';
import { workingCalendar } from '#domain/working-calendar';
import type { Settings } from './settings.js';

export interface BodyCounting extends Counting {
  /** What was read and from where, for `doctor`. */
  readonly sources: CountingSources;
}

interface CountingSources {
  /** Path of `сроки.json`; null: there is none and the ordinary rules are in force. */
  readonly rulesFile: string | null;
  /** Name of the ready set; null: none is named. */
  readonly set: string | null;
  readonly calendarFile: string | null;
  readonly decreed: readonly number[];
  readonly provisional: readonly number[];
  readonly regionalDays: number;
}

/** @throws VekhaError 'settings.invalid' that names every fault of both files with its place */
export function readBodyRules({ templatesDir }: Pick<Settings, 'templatesDir'>): BodyCounting {
  const faults: string[] = [];
  const own = <T>(name: string, read: (text: string, report: (fault: JsonFault) => void) => T | null) => {
    const path = templatesDir === null ? null : join(templatesDir, name);
    const text = path === null ? null : textOf(path);
    if (path === null || text === null) return { path: null, value: null };
    return { path, value: read(text, (fault) => void faults.push(told(path, fault))) };
  };
  const rules = own(RULES_FILE, readRulesFile);
  const calendar = own(CALENDAR_FILE, readCalendarFile);
  if (faults.length > 0) throw new VekhaError('settings.invalid', `Правила сроков не приняты: ${faults.join('; ')}.`);
  const years = { ...PRODUCTION_CALENDARS, ...calendar.value };
  const daysOff = rules.value?.regionalDaysOff ?? [];
  const working = workingCalendar({ years, extraDaysOff: daysOff });
  const covered = Object.keys(years).map(Number);
  return {
    rules: rules.value?.rules ?? DEFAULT_RULES,
    calendar: working,
    sources: {
      rulesFile: rules.path,
      set: rules.value?.set ?? null,
      calendarFile: calendar.path,
      decreed: covered.filter((year) => working.coverage(year) === 'decreed'),
      provisional: covered.filter((year) => working.coverage(year) === 'provisional'),
      regionalDays: daysOff.length,
    },
  };
}

/** What a person is told of it. */
export function countedBy({ rules, sources }: BodyCounting): CountedBy {
  return { rules: rules.name, set: sources.set, decreed: sources.decreed, provisional: sources.provisional };
}

function told(path: string, { line, column, message, cure }: JsonFault): string {
  return `${path}:${line}:${column} – ${message}${cure === undefined ? '' : ` (${cure})`}`;
}

/** Null: there is no such file. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new VekhaError('settings.invalid', `Файл ${path} не прочитан: проверьте права.`);
  }
}
