/** The journal: its rows with names and words in place of ids, and whether its chain of hashes still holds. Reads only. */
import { journal, verifyJournal, wordsOfNotes, type JournalRow } from '#store';
import type { VekhaClient } from './api.js';
import { nameOf, people, type People } from './cards.js';
import type { ClientDeps } from './deps.js';
import { itemKeyOf, requireItem, requireRoadmap } from './find.js';

export function journalClient(deps: Pick<ClientDeps, 'store'>): VekhaClient['journal'] {
  const { store } = deps;
  return {
    async rows({ about, act, last } = {}) {
      const rows = await journal(store.db, {
        ...(about === undefined ? {} : await subject(deps, about)),
        ...(act === undefined ? {} : { act }),
        ...(last === undefined ? {} : { last }),
      });
      const known = await people(deps);
      const words = await wordsOfNotes(
        store.db,
        rows.flatMap((row) => noteOf(row) ?? []),
      );
      return rows.map((row) => {
        const { id, at, actorId, roadmapCode, itemNo, documentId, facts, hash } = row;
        return {
          id,
          at: new Date(at).toISOString(),
          act: row.act,
          by: actorId === null ? null : nameOf(known, actorId),
          subject: documentId ?? (itemNo === null ? roadmapCode : `${roadmapCode ?? ''}/${itemNo}`),
          words: wordsOf(row, words, known),
          facts,
          hash,
        };
      });
    },

    async verify() {
      const check = await verifyJournal(store.db);
      if (check.ok) return check;
      const { firstBadId, reason } = check;
      return { ok: false, firstBroken: firstBadId, reason };
    },
  };
}

/** «ЦОС-2024» or «ЦОС-2024/5». @throws VekhaError 'roadmap.unknown', 'item.unknown' */
async function subject({ store }: Pick<ClientDeps, 'store'>, about: string) {
  if (!about.includes('/')) return { roadmapCode: (await requireRoadmap(store.db, about)).code };
  const { roadmapCode, no } = await requireItem(store.db, itemKeyOf(about));
  return { roadmapCode, itemNo: no };
}

/** What the person said; of a mail, whom it went to; of a party, who answers for it. */
function wordsOf(row: JournalRow, words: ReadonlyMap<string, string>, known: People): string | null {
  const { recipient, party, officialId } = row.facts;
  if (typeof recipient === 'string') return nameOf(known, recipient);
  if (typeof party === 'string' && typeof officialId === 'string') return `${party}: ${nameOf(known, officialId)}`;
  const note = noteOf(row);
  return note === null ? null : (words.get(note) ?? null);
}

function noteOf({ facts: { noteId } }: JournalRow): string | null {
  return typeof noteId === 'string' ? noteId : null;
}
