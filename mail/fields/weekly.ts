/** Fields of the week's summary of one roadmap. */
import { dotted, type LocalDate } from '#domain/local-date';
import { tenths } from '#domain/number-words';
import { shortName } from '#domain/official';
import { plural, workingDays } from '#domain/plural';
import { whereItIs } from '../document-words.js';
import type { WeeklyOverdue, WeeklySummary } from '../matter.js';
import { byItemNo, dayAndWeekday, itemsListed, unstopped } from '../wording.js';
import { offControlOf } from './control.js';

export function weeklyFields(summary: WeeklySummary): object {
  const { asOf, counts, nearest, upcoming } = summary;
  const overdue = [...summary.overdue].sort((a, b) => byItemNo(a.itemNo, b.itemNo)).map(overdueLine);
  const waiting = summary.waiting.map(
    ({ itemNo, what, by }) => `пункт ${itemNo} – ${unstopped(what)}${by === null ? '' : `, решает ${shortName(by)}`}`,
  );
  const quiet = overdue.length === 0 && upcoming.items.length === 0;
  return {
    код: summary.roadmap.code,
    на: dotted(asOf),
    снято: offControlOf(counts, 'с контроля'),
    просрочены:
      overdue.length === 0
        ? null
        : `${plural(overdue.length, 'Просрочен', 'Просрочены', 'Просрочено')} ${overdue.length}`,
    просрочкаОдна: only(overdue),
    просрочкаСписок: overdue.length > 1 ? overdue : null,
    решениеОдно: only(waiting),
    решенияСписок: waiting.length > 1 ? waiting : null,
    впереди: upcoming.items.length === 0 ? null : byDay(upcoming.items),
    впередиДо: dotted(upcoming.until),
    дисциплина: summary.ko === null || summary.ko.of === 0 ? null : discipline(summary.ko),
    спокойно: quiet && counts.offControl < counts.total,
    ближайший: nearest === null ? null : `${dotted(nearest.due)}, пункт ${nearest.itemNo}`,
    числа: {
      снято: String(counts.offControl),
      просрочено: String(overdue.length),
      ждут: String(waiting.length),
      ждутСлово: plural(waiting.length, 'ждёт', 'ждут', 'ждут'),
      впереди: String(upcoming.items.length),
    },
  };
}

function overdueLine({ itemNo, workingDays: days, document }: WeeklyOverdue): string {
  const delay = `пункт ${itemNo} – на ${workingDays(days, 'acc')}`;
  return document === null ? delay : `${delay}, ${whereItIs(document)}`;
}

/** «пункты 5 и 6 – 23.08.2024, пятница; пункт 7 – 29.08.2024, четверг» */
function byDay(items: WeeklySummary['upcoming']['items']): string {
  const days = new Map<LocalDate, string[]>();
  for (const { itemNo, due } of items) days.set(due, [...(days.get(due) ?? []), itemNo]);
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([due, nos]) => `${itemsListed(nos, 'пункт', 'пункты')} – ${dayAndWeekday(due) ?? ''}`)
    .join('; ');
}

/** «Ко 50,0 % (2 из 4)» */
function discipline({ inTime, of }: { inTime: number; of: number }): string {
  return `Ко ${tenths((100 * inTime) / of)} % (${inTime} из ${of})`;
}

function only(lines: readonly string[]): string | null {
  return lines.length === 1 ? (lines[0] ?? null) : null;
}
