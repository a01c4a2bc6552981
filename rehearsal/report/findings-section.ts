/** «Что стоит поправить до запуска»: a row for each finding. */
import { counted } from '#domain/plural';
import { bindSpaces } from '#domain/typography';
import type { Finding, FindingKind } from '../findings.js';
import { sentence } from '../findings/items-phrase.js';
import { html, type Html } from '#pages';
import { icon, type IconName } from './icons.js';

const LABELS: Readonly<Record<FindingKind, readonly [string, IconName]>> = {
  notEnoughTime: ['Мало времени', 'late'],
  overload: ['Перегрузка человека', 'late'],
  collision: ['Столкновение сроков', 'decide'],
  overdue: ['Просрочка', 'late'],
  noDate: ['Нет даты', 'wait'],
  manyMails: ['Много писем', 'mail'],
  busyDay: ['Много писем за день', 'mail'],
  dayOff: ['Нерабочий срок', 'plan'],
};

export function findingsSection(findings: readonly Finding[]): Html {
  const body =
    findings.length === 0
      ? html`<p class="empty">Поправлять нечего: сроки не сталкиваются, времени хватает, писем в меру.</p>`
      : html`<table class="tbl tbl--cards" role="table">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" class="w-st">Находка</th>
              <th role="columnheader" scope="col">Что произойдёт</th>
              <th role="columnheader" scope="col" class="w-half">Предложение</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${findings.map(findingRow)}
          </tbody>
        </table>`;
  return html`<section class="panel" aria-labelledby="findings">
    <div class="panel__head">
      <h2 id="findings">Что стоит поправить до запуска</h2>
      <p class="aside">${counted(findings.length, 'находка', 'находки', 'находок')}</p>
    </div>
    ${body}
  </section>`;
}

function findingRow({ kind, subject, what, suggestion }: Finding): Html {
  const [label, shape] = LABELS[kind];
  return html`<tr role="row">
    <td role="cell">
      <span class="st st--${shape}">${icon(shape)}<span>${label}</span></span>
    </td>
    <td role="cell" data-label="Что произойдёт"><b>${subject}</b>: ${bindSpaces(sentence(what), 'mail')}</td>
    <td role="cell" data-label="Предложение">${bindSpaces(suggestion, 'mail')}</td>
  </tr>`;
}
