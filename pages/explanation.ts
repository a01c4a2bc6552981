/**
 * An order for proof-reading against the paper: beside each field the paragraph or cell it was read from, its words marked. One
 * self-contained file: no scripts, nothing fetched. Pure.
 */
import { capitalFirst } from '#domain/typography';
import type { ExplainedField, ExplainedOrder, ExplainedPassage } from '#client';
import { dotted } from '#domain/local-date';
import type { Problem } from '#domain/order';
import { gravestFirst, SEVERITY_LABELS } from '#domain/problems';
import { html, type Html, NOTHING } from './html.js';
import { page } from './page.js';

/** @param fileName of the order, as it was given */
export function explanationPage({ order, parts, problems }: ExplainedOrder, fileName: string): string {
  const name = `${capitalFirst(order.kind)} от ${dotted(order.date)} № ${order.number}`;
  return page({
    title: `${name} · что понято`,
    style: STYLE,
    body: html`
      <header class="head">
        <h1>${name}</h1>
        <p class="head__sub">
          Что понято из файла «${fileName}». Слева – слова файла, прочитанное выделено; справа – как оно понято.
        </p>
      </header>
      <div class="stack">${problemsPanel(problems)} ${parts.map(({ title, fields }) => panel(title, fields))}</div>
    `,
  });
}

function problemsPanel(problems: readonly Problem[]): Html {
  if (problems.length === 0) return html`<p class="note">Замечаний нет.</p>`;
  return html`
    <section class="panel">
      <div class="panel__head"><h2>Замечания</h2></div>
      <table class="tbl">
        <thead>
          <tr>
            <th class="w-sev">Важность</th>
            <th class="w-where">Где</th>
            <th>Что</th>
            <th class="w-fix">Что делать</th>
          </tr>
        </thead>
        <tbody>
          ${gravestFirst(problems).map(
            ({ severity, where, message, fix }) => html`
              <tr>
                <td><b class="sev sev--${severity}">${capitalFirst(SEVERITY_LABELS[severity])}</b></td>
                <td>${where}</td>
                <td>${message}</td>
                <td class="${fix === undefined ? 'none' : ''}" data-label="Что делать">${fix ?? NOTHING}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </section>
  `;
}

function panel(title: string, fields: readonly ExplainedField[]): Html {
  return html`
    <section class="panel">
      <div class="panel__head"><h2>${title}</h2></div>
      <table class="tbl">
        <thead>
          <tr>
            <th class="w-label">Поле</th>
            <th>В файле</th>
            <th class="w-understood">Понято</th>
          </tr>
        </thead>
        <tbody>
          ${fields.map(row)}
        </tbody>
      </table>
    </section>
  `;
}

function row({ label, understood, passages, told, explanation }: ExplainedField): Html {
  return html`
    <tr>
      <th scope="row">${label}</th>
      <td>${passages.length > 0 ? passages.map(passage) : told ? TOLD : NOTHING}</td>
      <td data-label="Понято">
        ${understood === '' ? NOTHING : html`<span class="verbatim">${understood}</span>`}
        ${explanation === null ? null : html`<span class="sub">${explanation}</span>`}
      </td>
    </tr>
  `;
}

const TOLD = html`<span class="sub">указано при загрузке</span>`;

function passage({ where, before, words, after }: ExplainedPassage): Html {
  return html`<p class="passage">
    <span class="sub">${where}</span><span class="verbatim">${before}<mark>${words}</mark>${after}</span>
  </p>`;
}

const STYLE = `
.w-label { width: 13%; } .w-understood { width: 38%; } .w-sev { width: 13%; } .w-where { width: 22%; } .w-fix { width: 26%; }
.tbl { table-layout: fixed; }
.verbatim { white-space: pre-line; }
.passage { color: var(--ink-3); }
.passage + .passage { margin-top: 8px; }
.passage mark { color: var(--ink); background: var(--warn-soft); box-shadow: 0 0 0 2px var(--warn-soft); }
.sev--blocking { color: var(--bad); }
.sev--warning { color: var(--warn); }
@media (max-width: 720px) {
  .page { padding: 16px 12px 32px; }
  .tbl thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0 0 0 0); }
  .tbl tr, .tbl th, .tbl td { display: block; width: auto; padding: 4px 12px; }
  .tbl tr { padding: 6px 0; border-top: 1px solid var(--line); }
  .tbl th, .tbl td { border-top: 0; }
  .tbl .none { display: none; }
  .tbl [data-label]::before { content: attr(data-label) ": "; color: var(--ink-3); }
}
@media print {
  :root { --bg: #fff; --ink-3: #333; --warn-soft: #e8e8e8; }
  .panel { break-inside: avoid; }
}
`;
