/** What a new edition of the order does to the world: rows for the items it adds, new words for those it amends. */
import type { EditionNote, EditionPlan } from '#domain/edition/plan';
import { toldOf } from '#domain/edition/told';
import { dayOf } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import { standingAtStart } from '#domain/item-plan';
import type { OfficialId } from '#domain/official';
import { canOnRoadmap } from '#domain/permissions';
import { nextMorning } from '#domain/reminder';
import type { JsonValue, WriteTx } from '#store';
import { itemId } from '#workflows/messages/ids';
import type { AddedItem, ItemActivities } from './api.js';
import type { ActivityDeps } from './deps.js';
import { noticeRows, urgentAmong } from './notices.js';

export function editionActivities(deps: ActivityDeps): Pick<ItemActivities, 'admitItem'> {
  const { store, repository, calendar, zone } = deps;
  return {
    async admitItem(input) {
      const { by, noteId, start, at, notices } = input;
      const { code, no, life } = start;
      const about = { roadmapCode: code, itemNo: no };
      const rows = noticeRows({ code, no }, at, notices, deps);
      await store.transaction(async (tx) => {
        await requireMayAmend(deps, tx, code, by);
        const note = await addRow(deps, tx, input);
        if (note === null) return; // a repetition
        await repository.assignItems(tx, [standingAtStart(start, at, deps)]);
        await repository.saveStart(tx, start, start);
        const data = note as unknown as JsonValue;
        await repository.saveNote(tx, { id: noteId, at, by, ...about, documentId: null, text: toldOf(note), data });
        await repository.addNotices(tx, rows);
        const key = (act: string) => `${itemId(start)}|${act}|${noteId}`;
        await repository.appendJournal(tx, {
          ...{ key: key('addItem'), at, actorId: by, act: 'addItem', ...about },
          facts: { noteId },
        });
        if (!life.awaitsDate) return;
        const facts = { day: dayOf(nextMorning(at, calendar, zone), zone), offset: 1 };
        const asked = { key: key('dateRequest'), at, actorId: null, act: 'dateRequest', ...about, facts };
        await repository.appendJournal(tx, asked);
      });
      return { urgentAt: urgentAmong(rows, at) };
    },
  };
}

/** Who controls the roadmap now, not who will control the new item. */
async function requireMayAmend({ repository }: ActivityDeps, tx: WriteTx, code: string, by: OfficialId): Promise<void> {
  const roadmap = await repository.roadmap(tx, code);
  if (roadmap === null) throw new VekhaError('roadmap.unknown', `Дорожной карты ${code} нет.`);
  const allowed = canOnRoadmap(by, 'changeEdition', {
    controller: roadmap.controllerId ?? '',
    head: roadmap.headId ?? '',
  });
  if (!allowed.ok) throw new VekhaError('permission.denied', `${allowed.reason} Действие не выполнено.`);
}

/** @returns what is said of it, or null when the row is there already */
async function addRow(
  { repository }: ActivityDeps,
  tx: WriteTx,
  { edition, start: { code, no } }: AddedItem,
): Promise<EditionNote | null> {
  const kept = await repository.editionOf(tx, code, edition);
  const added = (kept?.plan as EditionPlan | undefined)?.added.find(({ record }) => record.no === no);
  if (kept === null || added === undefined) {
    throw new VekhaError('item.unknown', `Пункт ${no} не добавлен: в подтверждённой редакции его нет.`);
  }
  const fresh = await repository.insertItem(tx, added.record, added.printedNo);
  return fresh ? { act: kept.act, changes: [], words: null } : null;
}

/** The words that an act of an edition brought wait in its note; they come with the version of the item that knows of them. */
export async function projectAmendedWords(
  { repository, projection }: ActivityDeps,
  tx: WriteTx,
  { code, no, noteId }: { code: string; no: string; noteId: string },
): Promise<void> {
  const note = editionNoteIn((await repository.noteById(tx, noteId))?.data);
  if (note?.words == null) {
    throw new VekhaError('act.invalid', `Пункт ${no} не изменён: слов новой редакции в хранилище нет.`);
  }
  await projection.projectWords(tx, { code, no }, note.words);
}

/** Null when the note is of another kind of act. */
export function editionNoteIn(data: JsonValue | undefined): EditionNote | null {
  const isOne = typeof data === 'object' && data !== null && !Array.isArray(data) && 'act' in data && 'changes' in data;
  return isOne ? (data as unknown as EditionNote) : null;
}
