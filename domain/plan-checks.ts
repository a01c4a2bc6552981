/**
 * What a person should see of a plan before it is launched: each finding says where, what is odd, and what can be done. Nothing
 * is mended here. Pure.
 */
import { partyKey } from './assignment.js';
import { needsPerson, type DeadlineReading } from './deadline.js';
import { addMonths, dotted, type LocalDate } from './local-date.js';
import type { Problem } from './order.js';
import { counted } from './plural.js';
import { withWeekday } from './russian-date.js';

export interface CheckedPlan {
  readonly orderDate: LocalDate;
  readonly items: readonly PlannedItem[];
}

export interface PlannedItem {
  readonly no: string;
  readonly title: string;
  readonly responsible: readonly string[];
  readonly deadline: DeadlineReading;
}

/** So many points of one party on one working day are worth a word: each is a reminder, a draft and a report. */
const CROWDED = 5;
/** A plan that looks further ahead than this has probably a slip in a year. */
const FAR_MONTHS = 10 * 12;

/** @returns findings in the order of the rules, each about points in the order of the plan */
export function checkPlan(plan: CheckedPlan): readonly Problem[] {
  return RULES.flatMap((rule) => rule(plan));
}

const RULES: readonly ((plan: CheckedPlan) => readonly Problem[])[] = [
  unclearDeadlines,
  beforeTheOrder,
  farAhead,
  repeated,
  crowdedDays,
  daysOff,
];

function unclearDeadlines({ items }: CheckedPlan): readonly Problem[] {
  return items
    .filter(({ deadline }) => needsPerson(deadline))
    .map(({ no, deadline }) => ({
      severity: 'blocking',
      where: `пункт ${no}, графа «Срок»`,
      message: `Срок «${deadline.phrase}» не понятен: ${deadline.explanation}`,
      fix: 'назовите дату до запуска: name-deadline',
    }));
}

function beforeTheOrder({ orderDate, items }: CheckedPlan): readonly Problem[] {
  return items.flatMap(({ no, deadline: { due, kind, occurrences } }): readonly Problem[] => {
    if (due === null || due > orderDate || occurrences?.some((day) => day > orderDate) === true) return [];
    const same = due === orderDate ? 'в день распоряжения' : `раньше распоряжения (${dotted(orderDate)})`;
    return [
      {
        severity: 'warning',
        where: `пункт ${no}, графа «Срок»`,
        message: `Срок ${dotted(due)} истекает ${same}${kind === 'range' ? ', хотя назван период' : ''}.`,
        fix: 'проверьте год; если в файле опечатка – correct … --deadline',
      },
    ];
  });
}

function farAhead({ orderDate, items }: CheckedPlan): readonly Problem[] {
  const limit = addMonths(orderDate, FAR_MONTHS);
  return items
    .filter(({ deadline: { due } }) => due !== null && due > limit)
    .map(({ no, deadline: { due } }) => ({
      severity: 'warning',
      where: `пункт ${no}, графа «Срок»`,
      message: `Срок ${dotted(due ?? limit)} дальше чем через десять лет.`,
      fix: 'проверьте год; если в файле опечатка – correct … --deadline',
    }));
}

/** One measure at two dates is two stages; at one date it is a slip. */
function repeated({ items }: CheckedPlan): readonly Problem[] {
  const groups = groupsOf(items, ({ title }) =>
    title
      .toLowerCase()
      .replaceAll('ё', 'е')
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return groups
    .filter(([first, second]) => first !== undefined && second !== undefined)
    .map((group): Problem => {
      const days = new Set(group.map(({ deadline }) => deadline.phrase.trim()));
      const parties = new Set(group.map(({ responsible }) => responsible.map(partyKey).sort().join(';')));
      const where = points(group.map(({ no }) => no));
      if (days.size === group.length) {
        return { severity: 'note', where, message: 'Одно мероприятие к разным срокам: это его этапы.' };
      }
      const same = parties.size === 1 ? 'и те же ответственные' : 'у разных ответственных';
      return {
        severity: 'warning',
        where,
        message: `Мероприятие повторяется дословно: тот же срок ${same}.`,
        fix: 'если это ошибка файла, загрузите исправленный',
      };
    });
}

function crowdedDays({ items }: CheckedPlan): readonly Problem[] {
  const held = items.flatMap((item) =>
    item.deadline.workingDue === null
      ? []
      : item.responsible.map((party) => ({ no: item.no, party, day: item.deadline.workingDue as LocalDate })),
  );
  return groupsOf(held, ({ party, day }) => `${partyKey(party)} ${day}`)
    .filter((group) => group.length >= CROWDED)
    .map((group): Problem => {
      const [{ party, day } = { party: '', day: '' as LocalDate }] = group;
      return {
        severity: 'note',
        where: points(group.map(({ no }) => no)),
        message: `К одному дню, ${withWeekday(day)}, у стороны «${party}» ${counted(group.length, 'срок', 'срока', 'сроков')}.`,
        fix: 'распределите работу заранее: репетиция покажет загрузку по месяцам',
      };
    });
}

function daysOff({ items }: CheckedPlan): readonly Problem[] {
  const moved = items.flatMap(({ no, deadline: { due, workingDue } }) =>
    due === null || workingDue === null || due === workingDue ? [] : [{ no, due, workingDue }],
  );
  return groupsOf(moved, ({ due, workingDue }) => `${due} ${workingDue}`).flatMap((group): readonly Problem[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { due, workingDue } = first;
    const message = `${withWeekday(due)} – нерабочий день: отчитаться нужно ${workingDue < due ? 'раньше' : 'не позже'}, ${withWeekday(workingDue)}.`;
    return [{ severity: 'note', where: points(group.map(({ no }) => no)), message }];
  });
}

function groupsOf<T>(all: readonly T[], key: (one: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups.values()];
}

function points(nos: readonly string[]): string {
  return `${nos.length === 1 ? 'пункт' : 'пункты'} ${nos.join(', ')}`;
}
