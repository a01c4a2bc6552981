/** What a new deadline means for an item: its working day and its reminders, computed before the process hears of it. Pure. */
import type { Instant } from '#domain/body-time';
import { dueDay } from '#domain/due-day';
import { VekhaError } from '#domain/errors';
import { plannedDocuments } from '#domain/item-plan';
import { dotted, type LocalDate } from '#domain/local-date';
import { planWakes } from '#domain/reminder';
import type { ItemCard } from '#store';
import { itemId } from '#workflows/messages/ids';
import type { SetDeadline } from '#workflows/messages/item';
import type { ClientDeps } from './deps.js';

export type PlannedDeadline = Pick<SetDeadline, 'to' | 'workingDue' | 'plan'>;

/** @param when `named`: what waited for a date is drafted now; `moved`: what launch drafted is there */
export function planDeadline(
  { zone, ladder, calendar, rules }: Pick<ClientDeps, 'zone' | 'ladder' | 'calendar' | 'rules'>,
  { roadmapCode: code, no, results }: Pick<ItemCard, 'roadmapCode' | 'no' | 'results'>,
  to: LocalDate,
  when: 'named' | 'moved',
  at: Instant,
): PlannedDeadline {
  const { day: workingDue } = dueDay(to, calendar, rules);
  const plan = planWakes({
    itemId: itemId({ code, no }),
    workingDue,
    awaitsDate: false,
    from: at,
    documents: plannedDocuments(results, when),
    ladder,
    calendar,
    zone,
  });
  return { to, workingDue, plan };
}

/** @throws VekhaError 'act.invalid' when the day, or the working day before it, has passed */
export function requireAhead({ to, workingDue }: PlannedDeadline, today: LocalDate): void {
  if (to < today) {
    throw new VekhaError(
      'act.invalid',
      `Срок не записан: ${dotted(to)} уже прошло (сегодня ${dotted(today)}). Назовите будущий день.`,
    );
  }
  if (workingDue < today) {
    throw new VekhaError(
      'act.invalid',
      `Срок не записан: ${dotted(to)} – нерабочий день, рабочий день перед ним (${dotted(workingDue)}) уже прошёл. ` +
        'Назовите более поздний день.',
    );
  }
}
