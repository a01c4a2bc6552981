/** The top of the report: what was rehearsed, that it was only a rehearsal, and five figures. */
import { dotted } from '#domain/local-date';
import { plural } from '#domain/plural';
import type { WorkingCalendar } from '#domain/working-calendar';
import type { ScenarioName } from '../scenario.js';
import { summarise, type Rehearsal } from '../summary.js';
import type { ItemCourse } from './course.js';
import { html, type Html } from '#pages';
import { loadsOf, MOST_A_DAY } from './load.js';

const SCENARIO_TITLES: Readonly<Record<ScenarioName, string>> = {
  'on-time': 'Все всё делают в срок',
  silent: 'Никто не отвечает',
  mixed: 'Одни в срок, другие опаздывают',
};

export function head({ code, scenario, roadmap, from, to }: Rehearsal): Html {
  const { kind, date, number } = roadmap.order;
  const act = `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)} от ${dotted(date)} №\u00A0${number}`;
  return html`<header class="head">
    <h1>Репетиция: ${code}</h1>
    <p class="head__sub">
      Сценарий «${SCENARIO_TITLES[scenario]}» · с <time datetime="${from}">${dotted(from)}</time> по
      <time datetime="${to}">${dotted(to)}</time>
    </p>
    <p class="head__order">${act}. ${roadmap.title}</p>
    <p class="note">
      Это репетиция: ни одно письмо не отправлено, ответы должностных лиц и значения в проектах документов условные.
    </p>
  </header>`;
}

export function counters(rehearsal: Rehearsal, courses: readonly ItemCourse[], calendar: WorkingCalendar): Html {
  const { mails, drafts, items, offControl, overdue } = summarise(rehearsal);
  const daily = Math.max(0, ...loadsOf(rehearsal.timeline).flatMap(({ byDay }) => [...byDay.values()]));
  const off = courses.filter(({ launchDue: { due } }) => due !== null && calendar.dayOff(due) !== null).length;
  return html`<ul class="counters">
    ${counter(mails, `${plural(mails, 'письмо', 'письма', 'писем')} за период, одному человеку до ${daily} в\u00A0день`, daily > MOST_A_DAY ? 'warn' : '')}
    ${counter(drafts, plural(drafts, 'проект документа', 'проекта документов', 'проектов документов'), '')}
    ${counter(offControl, `${plural(offControl, 'пункт снят', 'пункта снято', 'пунктов снято')} с\u00A0контроля из ${items}`, '')}
    ${counter(overdue, plural(overdue, 'пункт был просрочен', 'пункта были просрочены', 'пунктов были просрочены'), overdue > 0 ? 'bad' : '')}
    ${counter(off, `${plural(off, 'срок', 'срока', 'сроков')} в нерабочий день`, off > 0 ? 'warn' : '')}
  </ul>`;
}

function counter(n: number, words: string, mark: 'bad' | 'warn' | ''): Html {
  return html`<li class="${mark === '' ? 'is-plain' : `is-${mark}`}"><b>${n}</b><span>${words}</span></li>`;
}
