/** «Пункты»: each item with its date, what happened to it and how often it was spoken of. */
import { DOCUMENT_KIND_ROWS } from '#domain/document-kind';
import { dotted } from '#domain/local-date';
import { workingDays } from '#domain/plural';
import { shortWeekday, withWeekday } from '#domain/russian-date';
import { bindSpaces } from '#domain/typography';
import type { WorkingCalendar } from '#domain/working-calendar';
import type { DocumentCard } from '#client';
import { daysLateAtEnd, dayOfEvent, type ItemCourse } from './course.js';
import { html, type Html } from '#pages';
import { icon, type IconName } from './icons.js';

interface Line {
  readonly shape: IconName;
  readonly words: string;
}

export function itemsSection(courses: readonly ItemCourse[], calendar: WorkingCalendar): Html {
  return html`<section class="panel" aria-labelledby="items">
    <div class="panel__head">
      <h2 id="items">Пункты</h2>
      <p class="aside">как всё стоит к концу репетиции</p>
    </div>
    <table class="tbl tbl--cards" role="table">
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="w-n">№</th>
          <th role="columnheader" scope="col">Мероприятие</th>
          <th role="columnheader" scope="col" class="w-who">Ответственный</th>
          <th role="columnheader" scope="col" class="w-due">Рабочий срок</th>
          <th role="columnheader" scope="col" class="w-done">Что произошло</th>
          <th role="columnheader" scope="col" class="w-mails">Напоминания</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${courses.map((course) => itemRow(course, calendar))}
      </tbody>
    </table>
  </section>`;
}

function itemRow(course: ItemCourse, calendar: WorkingCalendar): Html {
  const { item } = course;
  const coExecutors = item.coExecutors.map(({ name }) => name).join(', ');
  return html`<tr role="row">
    <th role="rowheader" scope="row">${item.no}</th>
    <td role="cell">${item.title}</td>
    <td role="cell" data-label="Ответственный">
      ${item.responsible?.name ?? 'не назначен'}${coExecutors === '' ? null : html`<span class="sub">соисполнители: ${coExecutors}</span>`}
    </td>
    <td role="cell" data-label="Рабочий срок">${dueCell(course)}</td>
    <td role="cell" data-label="Что произошло">${happened(course, calendar)}</td>
    <td role="cell" data-label="Напоминания">${remindersCell(course)}</td>
  </tr>`;
}

/** The working date leads; the order's own words, its date and the rule stand below. */
function dueCell({ item, dues, launchDue }: ItemCourse): Html {
  const { workingDue } = item;
  const leading =
    workingDue === null
      ? html`<b>Даты нет</b>`
      : html`<b><time datetime="${workingDue}">${dotted(workingDue)}</time>, ${shortWeekday(workingDue)}</b>`;
  const changed = dues.slice(1).map(({ how, workingDue: to, since, by }) => {
    const date = to === null ? '' : ` ${how === 'named' ? '' : 'на '}${dotted(to)}`;
    return html`<span class="sub"
      >${how === 'named' ? 'названа дата' : 'перенесён'}${date} (${dotted(since)}${by === null ? '' : `, ${by}`})</span
    >`;
  });
  const words = item.deadlineText.replace(/[;,\s]+$/u, ''); // the cell of a list ends with the list's sign
  return html`${leading}<span class="sub">в распоряжении: ${words === '' ? 'не указан' : `«${words}»`}</span
    >${saysMore(launchDue) ? html`<span class="sub">${launchDue.explanation}</span>` : null}${changed}`;
}

/** «Последний день – 29.12.2023, пятница.» under that very date says it twice. */
function saysMore({ due, explanation }: ItemCourse['launchDue']): boolean {
  return explanation !== '' && (due === null || explanation !== `Последний день – ${withWeekday(due)}.`);
}

function happened(course: ItemCourse, calendar: WorkingCalendar): Html {
  const { item, events } = course;
  const lines: readonly Line[] = [
    ...noticesFirst(item.documents).map(documentLine),
    ...events
      .filter(({ what }) => Object.hasOwn(REPORTS, what))
      .map((event) => ({
        shape: 'plan' as const,
        words: `${REPORTS[event.what] ?? ''} ${dotted(dayOfEvent(event))}${event.who === null ? '' : `, ${event.who}`}`,
      })),
    outcome(course, calendar),
  ];
  return html`<ul class="lines">
    ${lines.map(({ shape, words }) => html`<li class="is-${shape}">${icon(shape)}<span>${bindSpaces(words, 'mail')}</span></li>`)}
  </ul>`;
}

const REPORTS: Readonly<Record<string, string>> = {
  interimReport: 'Промежуточный отчёт сдан',
  report: 'Отчёт сдан',
  returnReport: 'Отчёт возвращён',
};

/** The notice is what an item begins with. */
function noticesFirst(documents: readonly DocumentCard[]): readonly DocumentCard[] {
  const isNotice = ({ kind }: DocumentCard) => kind === 'notice-assignment';
  return [...documents.filter(isNotice), ...documents.filter((document) => !isNotice(document))];
}

/** «О перечне …» is a heading and says what it heads; «Реестр извещений …» says it itself. */
function documentName({ kind, title }: DocumentCard): string {
  if (!/^Об?[ \u00A0]/u.test(title)) return title;
  const { noun } = DOCUMENT_KIND_ROWS[kind];
  return `${noun.slice(0, 1).toUpperCase()}${noun.slice(1)} «${title}»`;
}

function documentLine(document: DocumentCard): Line {
  const { state, stateLabel, registration, holder, since, version } = document;
  const ended = state === 'registered' || state === 'filed';
  const where =
    registration === null
      ? `${stateLabel}${holder === null ? '' : ` (${holder.name})`} с ${dotted(since)}`
      : `${stateLabel} ${dotted(registration.date)} №\u00A0${registration.number}`;
  const shape = ended ? 'done' : state === 'cancelled' ? 'plan' : state === 'returned' ? 'late' : 'work';
  return {
    shape,
    words: `${documentName(document)}: ${lowered(where)}${version > 1 ? `, версия\u00A0${version}` : ''}`,
  };
}

function outcome(course: ItemCourse, calendar: WorkingCalendar): Line {
  const { item, dues, closedOn } = course;
  if (closedOn === null)
    return { shape: item.statusLabel.startsWith('Просрочено') ? 'late' : 'wait', words: item.statusLabel };
  const late = daysLateAtEnd(course, calendar);
  const told = `Снято с контроля ${dotted(closedOn)}`;
  if (late > 0) return { shape: 'late', words: `${told}, с опозданием на ${workingDays(late, 'acc')}` };
  if (item.workingDue === null) return { shape: 'done', words: told };
  const moved = dues.some(({ how }) => how === 'moved');
  return { shape: 'done', words: `${told}, ${moved ? 'в срок с учётом переноса' : 'в срок'}` };
}

/** Wake-ups that reached people: how many, and of which kinds. */
function remindersCell({ events }: ItemCourse): Html {
  const count = (what: string) => events.filter((event) => event.what === what).length;
  const parts = [
    ['до срока', count('reminder')],
    ['в день срока', count('dueToday')],
    ['о просрочке', count('overdue')],
    ['запросов даты', count('dateRequest')],
  ] as const;
  const total = parts.reduce((sum, [, n]) => sum + n, 0);
  const told = parts.filter(([, n]) => n > 0).map(([words, n]) => html`<span class="sub">${words} – ${n}</span>`);
  return html`<b>${total}</b>${told}`;
}

function lowered(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1);
}
