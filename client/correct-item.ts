/**
 * A slip of the file, corrected by a person before launch: the item goes on with the new words, those of the file stay in the
 * order as it was read, and the journal and the item's card say both.
 */
import { readDeadline, needsPerson } from '#domain/deadline';
import { VekhaError } from '#domain/errors';
import { ITEM_LABELS } from '#domain/labels';
import { appendJournal, correctItem, orderHeadOf, saveNote, type ItemCard, type ItemWords } from '#store';
import { partiesIn, resultsIn } from '#importer';
import type { ActAnswer, ActBase } from './api.js';
import type { ItemCorrection } from './order-cards.js';
import type { ClientDeps } from './deps.js';
import { itemResultsOf } from './reading.js';

/** Once: a repetition under the same act's id hears the same answer. @throws VekhaError 'act.invalid', 'item.wrong_state' */
export async function correctBeforeLaunch(
  deps: ClientDeps,
  item: ItemCard,
  { by, actId, correction, basis }: ActBase & { correction: ItemCorrection; basis: string },
): Promise<ActAnswer> {
  const { roadmapCode: code, no } = item;
  const words = await wordsOf(deps, item, correction);
  const said = changesOf(item, words);
  const at = await deps.now();
  const noteId = actId ?? deps.newId();
  await deps.store.transaction(async (tx) => {
    const key = `${code}/${no}|correct|${noteId}`;
    const facts = { noteId, fields: said.map(({ what }) => what).join(', ') };
    const about = { roadmapCode: code, itemNo: no };
    if (!(await appendJournal(tx, { key, at, actorId: by, act: 'correct', ...about, facts }))) return;
    if (said.length === 0) throw new VekhaError('act.invalid', `Пункт ${no} не исправлен: в нём так и стоит.`);
    const text = [...said.map(({ what, was, now }) => `${what}: «${now}» вместо «${was}»`), `Основание: ${basis}`].join(
      '. ',
    );
    await saveNote(tx, { id: noteId, at, by, ...about, documentId: null, text, data: {} });
    if (!(await correctItem(tx, { code, no }, words))) {
      throw new VekhaError(
        'item.wrong_state',
        `Пункт ${no} не исправлен: дорожная карта уже запущена. Изменения в ней ведут действиями по пункту.`,
      );
    }
  });
  return { id: `${code}/${no}`, status: 'planned', statusLabel: ITEM_LABELS.planned };
}

async function wordsOf(deps: ClientDeps, item: ItemCard, correction: ItemCorrection): Promise<ItemWords> {
  const { title = item.title, responsible, results, deadline } = correction;
  return {
    title,
    parties: responsible === undefined ? item.parties : requireAny(partiesIn(responsible), item, 'ответственного'),
    results: results === undefined ? item.results : itemResultsOf(title, resultsIn(results, title)),
    ...(deadline === undefined
      ? { deadlineText: item.deadlineText, deadline: item.deadline }
      : { deadlineText: deadline, deadline: await deadlineOf(deps, item, deadline) }),
  };
}

async function deadlineOf({ store, calendar, rules }: ClientDeps, { roadmapCode, no }: ItemCard, phrase: string) {
  const order = await orderHeadOf(store.db, roadmapCode);
  if (order === null) throw new VekhaError('roadmap.unknown', `Дорожной карты ${roadmapCode} нет.`);
  const deadline = readDeadline(phrase, { orderDate: order.date.value, calendar, rules });
  if (!needsPerson(deadline)) return deadline;
  throw new VekhaError('act.invalid', `Пункт ${no} не исправлен: срок «${phrase}» не понятен. ${deadline.explanation}`);
}

function requireAny<T>(found: readonly T[], { no }: ItemCard, what: string): readonly T[] {
  if (found.length > 0) return found;
  throw new VekhaError('act.invalid', `Пункт ${no} не исправлен: в новых словах нет ${what}.`);
}

interface Change {
  readonly what: string;
  readonly was: string;
  readonly now: string;
}

function changesOf(item: ItemCard, words: ItemWords): readonly Change[] {
  const texts = ({ results }: Pick<ItemWords, 'results'>): string => results.map(({ text }) => text).join('; ');
  return [
    { what: 'Мероприятие', was: item.title, now: words.title },
    { what: 'Ответственные', was: item.parties.join('; '), now: words.parties.join('; ') },
    { what: 'Результаты', was: texts(item), now: texts(words) },
    { what: 'Срок', was: item.deadlineText, now: words.deadlineText },
  ].filter(({ was, now }) => was !== now);
}
