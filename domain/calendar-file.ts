/**
 * Reads production calendars that an operator adds, `календарь.json`: a new decree, a corrected year. Everything that is wrong
 * is told at once with its place; a file with a fault gives none. Pure; the file is read elsewhere.
 */
import { dayOfYear } from './day-in-file.js';
import { isRecord, JsonSource, type JsonFault, type JsonObject } from './json-source.js';
import { addDays, dateOf, yearOf, type LocalDate } from './local-date.js';
import { cureOf } from './nearest.js';
import type { CalendarData } from './production-calendars.js';
import { workingCalendar } from './working-calendar.js';

/** In the body's own folder. */
export const CALENDAR_FILE = 'календарь.json';

type YearCalendar = CalendarData[string];

const DECREE = 'основание';
const MOVES = 'переносы';
const OFF = 'выходные';
const WORKED = 'рабочие';
const SHORT = 'сокращённые';
const COUNT = 'рабочих дней';
const KEYS = [DECREE, MOVES, OFF, WORKED, SHORT, COUNT];
const EXAMPLE = '{"2027": {"основание": "ПП РФ …", "переносы": {"02.01": "05.11"}}}';

/** @returns null when the file has a fault */
export function readCalendarFile(text: string, report: (fault: JsonFault) => void): CalendarData | null {
  const faults: JsonFault[] = [];
  const source = new JsonSource(text, (fault) => void faults.push(fault), EXAMPLE);
  const years: Record<string, YearCalendar> = {};
  for (const [year, value] of Object.entries(source.object ?? {})) {
    const at = source.offset(year);
    if (!/^20\d\d$/u.test(year)) source.fault(at, `«${year}» – не год`, 'ключ – год четырьмя цифрами: "2027"');
    else if (!isRecord(value)) source.fault(at, `«${year}» – объект вида ${EXAMPLE.slice(9, -1)}`);
    else years[year] = new YearReader(source, Number(year), at).read(value);
  }
  faults.forEach(report);
  return faults.length > 0 ? null : years;
}

class YearReader {
  constructor(
    private readonly source: JsonSource,
    private readonly year: number,
    private readonly at: number,
  ) {}

  read(file: JsonObject): YearCalendar {
    for (const key of Object.keys(file)) {
      if (KEYS.includes(key)) continue;
      this.source.fault(this.place(key), `ключа «${key}» нет`, cureOf(key, KEYS));
    }
    const decree = this.decree(file[DECREE]);
    const days = {
      moves: this.moves(file[MOVES]),
      auto: this.days(OFF, file[OFF]),
      work: this.days(WORKED, file[WORKED]),
      short: this.days(SHORT, file[SHORT]),
    };
    const calendar: YearCalendar = { decree, ...days, workdays: 0, ...(decree === null ? { provisional: true } : {}) };
    return { ...calendar, workdays: this.counted(file[COUNT], calendar) };
  }

  /** Null: the government has not decreed the year, the calendar is a forecast. */
  private decree(value: unknown): string | null {
    if (value === undefined || value === null || typeof value === 'string') return value ?? null;
    this.source.fault(this.place(DECREE), `«${DECREE}» – название постановления в кавычках`);
    return null;
  }

  private moves(value: unknown): Readonly<Record<string, string>> {
    if (value === undefined) return {};
    if (!isRecord(value)) {
      this.source.fault(this.place(MOVES), `«${MOVES}» – объект вида {"02.01": "05.11"}: с какого дня на какой`);
      return {};
    }
    return Object.fromEntries(
      Object.entries(value).flatMap(([from, to]) => {
        const [off, free] = [this.day(from, this.place(MOVES)), this.day(to, this.place(MOVES))];
        return off === null || free === null ? [] : [[off, free]];
      }),
    );
  }

  private days(key: string, value: unknown): readonly string[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value.flatMap((day: unknown) => this.day(day, this.place(key)) ?? []);
    this.source.fault(this.place(key), `«${key}» – список дней вида ["03.05"]`);
    return [];
  }

  private day(value: unknown, from: number): string | null {
    const found = dayOfYear(value, this.year);
    if (found !== null) return found.slice(5);
    const place = typeof value === 'string' ? this.source.offset(value, from) : from;
    this.source.fault(place, `дня ${JSON.stringify(value)} в ${this.year} году нет`, 'день пишется «05.11»');
    return null;
  }

  /** A slip in the lists shows in the number of working days, where the decree's own number is given. */
  private counted(value: unknown, calendar: YearCalendar): number {
    const found = workdaysOf(this.year, calendar);
    if (value === undefined || value === found) return found;
    this.source.fault(
      this.place(COUNT),
      `«${COUNT}» – ${JSON.stringify(value)}, а по перечисленным дням их ${found}`,
      'сверьте дни с постановлением',
    );
    return found;
  }

  private place(key: string): number {
    return this.source.offset(key, this.at);
  }
}

function workdaysOf(year: number, data: YearCalendar): number {
  const calendar = workingCalendar({ years: { [String(year)]: data } });
  let count = 0;
  for (let day = dateOf(year, 1, 1) as LocalDate; yearOf(day) === year; day = addDays(day, 1)) {
    if (calendar.isWorking(day)) count += 1;
  }
  return count;
}
