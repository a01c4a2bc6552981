/** What the `roadmap` and `item` workflows do to the world: transactions keyed by what they are about. */
import { waitsFor } from '#domain/item-life';
import { nextMailAt } from '#domain/item-plan';
import { acceptorOf } from '#domain/permissions';
import { planWakes } from '#domain/reminder';
import { itemId } from '#workflows/messages/ids';
import type { ItemStart } from '#workflows/messages/item';
import type { ItemActivities } from './api.js';
import type { ActivityDeps } from './deps.js';
import { projectAmendedWords } from './editions.js';
import { noticeRows, urgentAmong } from './notices.js';

export function itemActivities(deps: ActivityDeps): Omit<ItemActivities, 'issueDocument' | 'admitItem'> {
  const { store, repository, projection, calendar, zone, ladder } = deps;

  return {
    async openItems({ code, offset, limit }) {
      return (await repository.itemStarts(store.db, code, { offset, limit })) as readonly ItemStart[];
    },

    async commitItem({ code, no, at, life, entries, notices, wordsIn }) {
      const rows = noticeRows({ code, no }, at, notices, deps);
      await store.transaction(async (tx) => {
        const latest = await projection.projectItem(tx, {
          code,
          no,
          version: life.revision,
          status: life.status,
          people: life.people,
          dueOn: life.due,
          workingDueOn: life.workingDue,
          waitsFor: waitsFor(life, acceptorOf(life.people)),
          waitsSince: life.since,
          nextMailAt: nextMailAt(life, zone),
          requestsMade: life.requestsMade,
          report: life.report,
          moves: life.moves,
          extension: life.extension,
          closedOn: life.closedOn,
        });
        if (latest && wordsIn !== undefined) await projectAmendedWords(deps, tx, { code, no, noteId: wordsIn });
        await repository.addNotices(tx, rows);
        for (const { key, act, by, facts } of entries) {
          await repository.appendJournal(tx, { key, at, actorId: by, act, roadmapCode: code, itemNo: no, facts });
        }
      });
      return { urgentAt: urgentAmong(rows, at) };
    },

    async planFurther({ code, no, at, life }) {
      return planWakes({
        itemId: itemId({ code, no }),
        workingDue: life.workingDue,
        awaitsDate: life.awaitsDate,
        from: at,
        documents: [],
        ladder,
        calendar,
        zone,
        requestsMade: life.requestsMade,
      });
    },

    async closeRoadmap({ code, at }) {
      await store.transaction(async (tx) => {
        await repository.markDone(tx, code, at);
        await repository.appendJournal(tx, {
          key: `${code}|done`,
          at,
          actorId: null,
          act: 'done',
          roadmapCode: code,
          facts: {},
        });
      });
    },
  };
}
