/** A deadline that could not be read is settled by a person before launch: the words stay, the day is the one named. */
import { dueDay } from '#domain/due-day';
import { VekhaError } from '#domain/errors';
import { ITEM_LABELS } from '#domain/labels';
import { dotted, type LocalDate } from '#domain/local-date';
import { appendJournal, itemCard, setDeadline, type ItemCard, type ItemRef, type ReadDb } from '#store';
import type { ActAnswer, ActBase } from './api.js';
import type { ClientDeps } from './deps.js';

/** Once: a repetition under the same act's id hears the same answer, of two people at once the second is refused. */
export async function settleDeadline(
  deps: ClientDeps,
  item: ItemCard,
  { by, actId, date, basis }: ActBase & { date: LocalDate; basis: string },
): Promise<ActAnswer> {
  const { roadmapCode: code, no } = item;
  if (item.deadline.kind === 'continuous') {
    throw new VekhaError(
      'item.wrong_state',
      `Дата пункта ${no} не записана: он исполняется постоянно («${item.deadlineText}»), дня исполнения у него нет.`,
    );
  }
  const at = await deps.now();
  const { day, explanation } = dueDay(date, deps.calendar, deps.rules);
  const told = `Дата ${dotted(date)} названа до запуска: ${basis}.${explanation === null ? '' : ` ${explanation}`}`;
  await deps.store.transaction(async (tx) => {
    const fresh = await appendJournal(tx, {
      key: `${code}/${no}|settle|${actId ?? deps.newId()}`,
      at,
      actorId: by,
      act: 'nameDeadline',
      roadmapCode: code,
      itemNo: no,
      facts: { to: day, beforeLaunch: true },
    });
    if (!fresh) return;
    const deadline = { ...item.deadline, kind: 'date', due: date, workingDue: day, explanation: told } as const;
    if (!(await setDeadline(tx, { code, no }, deadline))) throw await settledAlready(tx, { code, no });
  });
  return { id: `${code}/${no}`, status: 'planned', statusLabel: ITEM_LABELS.planned };
}

async function settledAlready(db: ReadDb, key: ItemRef): Promise<VekhaError> {
  const due = (await itemCard(db, key))?.workingDueOn ?? null;
  const known = due === null ? 'дорожная карта уже запущена' : `срок уже известен: ${dotted(due)}`;
  return new VekhaError(
    'item.wrong_state',
    `Дата пункта ${key.no} не записана: ${known}. До запуска называют только непонятные сроки.`,
  );
}
