/** «По месяцам»: a table for each year, or one for all when it fits. Numbers lead; shapes and hidden words mark what is too much. */
import { counted } from '#domain/plural';
import { monthName } from '#domain/russian-date';
import { html, NOTHING, type Html } from '#pages';
import { icon } from './icons.js';
import { MANY_A_MONTH, TOO_MANY_A_MONTH } from './load.js';
import type { MonthFigures, MonthTable } from './months.js';

/** More columns than this do not fit a landscape sheet. */
const WIDEST = 14;
const BAR_HEIGHT = 40;
/** A cell lists so many items and counts the rest. */
const LISTED = 4;

export function monthsSection({ months, people }: MonthTable): Html {
  const highest = Math.max(1, ...months.map(({ mails }) => mails));
  const spans = months.length <= WIDEST ? [months.map((_, i) => i)] : byYear(months);
  const tables = spans.map((span) => yearTable(span, { months, people }, highest));
  return html`<section class="panel" aria-labelledby="months">
    <div class="panel__head">
      <h2 id="months">По месяцам</h2>
      <p class="aside">
        писем одному человеку в месяц:
        <span class="mark mark--high">${icon('decide')} ${MANY_A_MONTH} и больше – много</span>,
        <span class="mark mark--peak">${icon('late')} ${TOO_MANY_A_MONTH} и больше – перегрузка</span>
      </p>
    </div>
    ${tables}
  </section>`;
}

function yearTable(span: readonly number[], { months, people }: MonthTable, highest: number): Html {
  const columns = span.flatMap((i) => months[i] ?? []);
  const title = `Показатели по месяцам: ${headOf(columns[0], 0)} – ${headOf(columns.at(-1), 0)}`;
  const row = (name: string, cells: readonly Html[]) =>
    html`<tr>
      <th scope="row">${name}</th>
      ${cells.map((cell) => html`<td>${cell}</td>`)}
    </tr>`;
  const rows = people.map(({ name, mails }) => ({ name, mails: span.map((i) => mails[i] ?? 0) }));
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${title}">
    <table class="year">
      <caption class="vh">
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="vh">Показатель</span></th>
          ${columns.map((month, i) => html`<th scope="col">${headOf(month, i)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${row('Сроки пунктов', columns.map(duesCell))}
        ${row(
          'Проекты документов',
          columns.map(({ drafts }) => number(drafts)),
        )}
        ${row(
          'Писем всего',
          columns.map(({ mails }) => html`${bar(mails, highest)}${number(mails)}`),
        )}
        ${rows.map(
          ({ name, mails }) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${mails.map(loadCell)}
            </tr>`,
        )}
        ${row(
          'Просрочено к концу месяца',
          columns.map(({ overdue }) => number(overdue)),
        )}
        ${row(
          'Снято с контроля',
          columns.map(({ offControl }) => items(offControl)),
        )}
      </tbody>
    </table>
  </div>`;
}

/** Dates of the order side by side; one that was named or moved on a line of its own: a column is narrow. */
function duesCell({ dues }: MonthFigures): Html {
  const words = { launch: '', named: 'назван', moved: 'перенос' };
  const own = dues.filter(({ how }) => how === 'launch').map(({ no }) => no);
  const changed = dues.filter(({ how }) => how !== 'launch');
  if (changed.length === 0) return items(own);
  return html`${own.length === 0 ? null : items(own)}${changed.map(
    ({ no, how }) => html`<span class="changed">${no} <small>${words[how]}</small></span>`,
  )}`;
}

function items(numbers: readonly string[]): Html {
  if (numbers.length === 0) return NOTHING;
  if (numbers.length <= LISTED + 1) return html`${numbers.join(', ')}`;
  const rest = counted(numbers.length - LISTED, 'пункт', 'пункта', 'пунктов');
  return html`${numbers.slice(0, LISTED).join(', ')} и ещё ${rest}`;
}

function loadCell(mails: number): Html {
  if (mails >= TOO_MANY_A_MONTH) {
    return html`<td class="is-peak">${icon('late')} ${mails}<span class="vh"> – перегрузка</span></td>`;
  }
  if (mails >= MANY_A_MONTH) {
    return html`<td class="is-high">${icon('decide')} ${mails}<span class="vh"> – много</span></td>`;
  }
  return html`<td>${number(mails)}</td>`;
}

function number(n: number): Html {
  return n === 0 ? html`<span class="zero">0</span>` : html`${n}`;
}

function bar(mails: number, highest: number): Html {
  if (mails === 0) return html``;
  const height = Math.max(2, Math.round((mails / highest) * BAR_HEIGHT));
  return html`<svg class="col" width="26" height="${BAR_HEIGHT}" viewBox="0 0 26 ${BAR_HEIGHT}" aria-hidden="true">
    <rect x="0" y="${BAR_HEIGHT - height}" width="26" height="${height}" />
  </svg>`;
}

/** «дек 2023» in the first column and in each January, «фев» else. */
function headOf(figures: MonthFigures | undefined, i: number): string {
  const month = figures?.month ?? '';
  const name = monthName(Number(month.slice(5)), 'nom').slice(0, 3);
  return i === 0 || month.endsWith('-01') ? `${name} ${month.slice(0, 4)}` : name;
}

function byYear(months: readonly MonthFigures[]): readonly (readonly number[])[] {
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  return years.map((year) => months.flatMap(({ month }, i) => (month.startsWith(year) ? [i] : [])));
}
