/**
 * Production calendars of Russia as data: moved days off, worked Saturdays, shortened days. The yearly holidays are in
 * `working-calendar`. A new decree is a new row here; a row with `provisional` is a forecast and is said to be one.
 * Sources: the decrees named in the rows; `auto` days are moved by article 112 of the Labour Code, not by the decree.
 */

/** `MM-DD` within the year of its row. */
type MonthDay = string;

interface YearCalendar {
  /** Null while the government has not decreed the year. */
  readonly decree: string | null;
  readonly provisional?: true;
  /** A weekend day or holiday → the working day that is off instead. */
  readonly moves: Readonly<Record<MonthDay, MonthDay>>;
  /** Days off moved by the law itself. */
  readonly auto: readonly MonthDay[];
  /** Weekend days that are worked. */
  readonly work: readonly MonthDay[];
  /** Days shorter by an hour. */
  readonly short: readonly MonthDay[];
  /** Working days of the whole year. */
  readonly workdays: number;
}

/** By year, `2024`. */
export type CalendarData = Readonly<Record<string, YearCalendar>>;

export const PRODUCTION_CALENDARS: CalendarData = {
  '2023': {
    decree: 'ПП РФ 29.08.2022 № 1505',
    moves: { '01-01': '02-24', '01-08': '05-08' },
    auto: ['11-06'],
    work: [],
    short: ['02-22', '03-07', '11-03'],
    workdays: 247,
  },
  '2024': {
    decree: 'ПП РФ 10.08.2023 № 1314',
    moves: { '01-06': '05-10', '01-07': '12-31', '04-27': '04-29', '11-02': '04-30', '12-28': '12-30' },
    auto: [],
    work: ['04-27', '11-02', '12-28'],
    short: ['02-22', '03-07', '05-08', '06-11', '11-02'],
    workdays: 248,
  },
  '2025': {
    decree: 'ПП РФ 04.10.2024 № 1335',
    moves: { '01-04': '05-02', '01-05': '12-31', '02-23': '05-08', '03-08': '06-13', '11-01': '11-03' },
    auto: [],
    work: ['11-01'],
    short: ['03-07', '04-30', '06-11', '11-01'],
    workdays: 247,
  },
  '2026': {
    decree: 'ПП РФ 24.09.2025 № 1466',
    moves: { '01-03': '01-09', '01-04': '12-31' },
    auto: ['03-09', '05-11'],
    work: [],
    short: ['04-30', '05-08', '06-11', '11-03'],
    workdays: 247,
  },
  '2027': {
    decree: null,
    provisional: true,
    moves: { '01-02': '11-05', '01-03': '12-31', '02-20': '02-22' },
    auto: ['05-03', '05-10', '06-14'],
    work: ['02-20'],
    short: ['02-20', '04-30', '06-11', '11-03'],
    workdays: 247,
  },
};
