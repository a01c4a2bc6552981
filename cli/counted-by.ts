/** By which rules and calendars days are counted, as people read it. */
import type { CountedBy } from './doors.js';

/** «орган «…», набор «Свердловская область»» */
export function rulesText({ rules, set }: Pick<CountedBy, 'rules' | 'set'>): string {
  if (rules === null) return 'обычные: своего файла сроки.json нет';
  return set === null || set === rules ? `«${rules}»` : `«${rules}», набор «${set}»`;
}

/** «утверждён на 2023–2026, предварительный на 2027; прочие годы – только выходные и праздники» */
export function yearsText({ decreed, provisional }: Pick<CountedBy, 'decreed' | 'provisional'>): string {
  const known = [
    ...(decreed.length === 0 ? [] : [`утверждён на ${spans(decreed)}`]),
    ...(provisional.length === 0 ? [] : [`предварительный на ${spans(provisional)}`]),
  ];
  return `${known.join(', ')}; прочие годы – только выходные и праздники`;
}

/** «2023–2026, 2028» */
function spans(years: readonly number[]): string {
  const rows: [number, number][] = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const last = rows.at(-1);
    if (last?.[1] === year - 1) last[1] = year;
    else rows.push([year, year]);
  }
  return rows.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}
