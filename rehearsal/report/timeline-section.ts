/**
 * «Ход событий»: a fold for each month, a list for each day, a line for each event. The lists stand after their folds and
 * are shown by a style, because a browser does not print what a closed `<details>` holds and the page has no scripts.
 */
import { capitalFirst } from '#domain/typography';
import { dotted } from '#domain/local-date';
import { counted } from '#domain/plural';
import { bindSpaces } from '#domain/typography';
import { monthName, weekday } from '#domain/russian-date';
import type { Rehearsal } from '../summary.js';
import { dayOfEvent } from './course.js';
import { eventWords, namesOf, type Names } from './event-words.js';
import { html, type Html } from '#pages';
import { grouped } from './load.js';
import type { TimelineEvent } from '../timeline.js';

export function timelineSection({ timeline, people }: Rehearsal): Html {
  const names = namesOf(people);
  const months = [...grouped(timeline, ({ at }) => at.slice(0, 7))];
  return html`<section class="panel" aria-labelledby="timeline">
    <div class="panel__head">
      <h2 id="timeline">Ход событий</h2>
      <p class="aside">${counted(timeline.length, 'событие', 'события', 'событий')}</p>
    </div>
    ${months.map(([month, events], i) => monthOf(month, events, names, i === 0))}
  </section>`;
}

function monthOf(month: string, events: readonly TimelineEvent[], names: Names, open: boolean): Html {
  const title = `${monthName(Number(month.slice(5)), 'nom')} ${month.slice(0, 4)}`;
  const mails = events.filter(({ what }) => what === 'mail').length;
  const told = [
    counted(events.length, 'событие', 'события', 'событий'),
    ...(mails === 0 ? [] : [`из них ${counted(mails, 'письмо', 'письма', 'писем')}`]),
  ].join(', ');
  return html`<details class="fold" ${open ? html` open="open"` : null}>
      <summary>
        <h3>${capitalFirst(title)}</h3>
        <span>${told}</span>
      </summary>
    </details>
    <div class="days">${[...grouped(events, dayOfEvent).values()].map((own) => dayOf(own, names))}</div>`;
}

function dayOf(events: readonly TimelineEvent[], names: Names): Html {
  const [first] = events;
  if (first === undefined) return html``;
  const day = dayOfEvent(first);
  return html`<h4><time datetime="${day}">${dotted(day)}</time>, ${weekday(day, 'nom')}</h4>
    <ul class="events">
      ${events.map((event) => eventLine(event, names))}
    </ul>`;
}

function eventLine(event: TimelineEvent, names: Names): Html {
  const item = event.item === null ? null : html`<b>п. ${event.item}</b> `;
  return html`<li>
    <time>${event.at.slice(11)}</time> ${item}<span>${bindSpaces(eventWords(event, names), 'mail')}</span>
  </li> `;
}
