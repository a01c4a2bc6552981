/** A deadline that could not be read is settled by a person before launch: the words stay, the day is the one named. */
import { dueDay } from '#domain/due-day';
import { VekhaError } from '#domain/errors';
import { ITEM_LABELS } from '#domain/labels';
import { dotted, type LocalDate } from '#domain/local-date';
import { appendJournal, setDeadline, type ItemCard } from '#store';
import type { ActAnswer } from './api.js';
import type { ClientDeps } from './deps.js';

export async function settleDeadline(
  deps: ClientDeps,
  item: ItemCard,
  { by, date, basis }: { by: string; date: LocalDate; basis: string },
): Promise<ActAnswer> {
  if (item.workingDueOn !== null) {
    throw new VekhaError(
      'item.wrong_state',
      `Срок пункта ${item.no} прочитан: ${dotted(item.workingDueOn)}. До запуска называют только непонятные сроки.`,
    );
  }
  const at = await deps.now();
  const { day, explanation } = dueDay(date, deps.calendar);
  const told = `Дата ${dotted(date)} названа до запуска: ${basis}.${explanation === null ? '' : ` ${explanation}`}`;
  await deps.store.transaction(async (tx) => {
    await setDeadline(
      tx,
      { code: item.roadmapCode, no: item.no },
      {
        ...item.deadline,
        kind: 'date',
        due: date,
        workingDue: day,
        explanation: told,
      },
    );
    await appendJournal(tx, {
      key: `${item.roadmapCode}/${item.no}|settle|${deps.newId()}`,
      at,
      actorId: by,
      act: 'nameDeadline',
      roadmapCode: item.roadmapCode,
      itemNo: item.no,
      facts: { to: day, beforeLaunch: true },
    });
  });
  return { id: `${item.roadmapCode}/${item.no}`, status: 'planned', statusLabel: ITEM_LABELS.planned };
}
