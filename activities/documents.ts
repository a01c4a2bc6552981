/**
 * What the `document` workflow does to the world. Each may run twice: a version is known by its bytes, a registration by
 * its document, so a repetition changes nothing. Bytes never leave the store.
 */
import { dayOf } from '#domain/body-time';
import { DOCUMENT_KIND_ROWS } from '#domain/document-kind';
import { holderOf } from '#domain/document-life';
import { VekhaError } from '#domain/errors';
import type { JsonValue, WriteTx } from '#store';
import { documentId, type DocumentKey } from '#workflows/messages/ids';
import type { DocumentActivities, ItemActivities } from './api.js';
import type { ActivityDeps } from './deps.js';
import { documentFacts } from './document-facts.js';
import { noticeRows, urgentAmong } from './notices.js';

interface Rendered {
  readonly no: number;
  readonly sha256: string;
  readonly requiredGaps: number;
  readonly gaps: number;
}

export function documentActivities(deps: ActivityDeps): DocumentActivities & Pick<ItemActivities, 'issueDocument'> {
  const { store, repository, projection, zone } = deps;

  /** Renders and keeps a version inside the transaction of what it follows from. */
  async function keepVersion(
    tx: WriteTx,
    input: DocumentKey & { at: number; by: string | null },
    registration: Parameters<typeof documentFacts>[3],
  ): Promise<Rendered> {
    const { code, kind, at, by } = input;
    const facts = await documentFacts(deps, tx, input, registration);
    const { data, catalogue, title } = deps.documents.gatherFields(kind, facts);
    const profile = deps.documents.profileFor(registration?.date ?? facts.today);
    const { bytes, sha256, gaps } = await deps.documents.render(deps.documents.templates, kind, data, {
      profile,
      fields: catalogue,
    });
    const id = documentId(input);
    const next = ((await repository.documentById(tx, id))?.latestVersion ?? 0) + 1;
    const fileName = deps.documents.fileName(kind, {
      actKind: facts.order.kind,
      code,
      no: input.no,
      version: next,
      registration,
    });
    const { no } = await repository.saveVersion(tx, { documentId: id, sha256, bytes, fileName, title, gaps, at, by });
    return { no, sha256, gaps: gaps.length, requiredGaps: gaps.filter((gap) => gap.required).length };
  }

  return {
    async draftDocument({ code, no, kind, at, by, noteId }) {
      const id = documentId({ code, no, kind });
      return store.transaction(async (tx) => {
        await repository.openDocument(tx, {
          id,
          roadmapCode: code,
          itemNo: no,
          kind,
          since: dayOf(at, zone),
          holderId: by,
        });
        if (noteId !== null) await keepValues(deps, tx, id, noteId);
        return keepVersion(tx, { code, no, kind, at, by }, null);
      });
    },

    async registerDocument({ code, no, kind, at, by, number, date, sha256 }) {
      const id = documentId({ code, no, kind });
      return store.transaction(async (tx) => {
        const known = await repository.documentById(tx, id);
        if (known?.registration == null && known?.latestSha256 !== sha256) {
          throw new VekhaError(
            'document.stale_version',
            'Документ не зарегистрирован: подписана не последняя версия. Откройте последнюю и проверьте её.',
          );
        }
        if ((await repository.registerDocument(tx, { id, number, date })) === 'taken') {
          throw new VekhaError(
            'document.number_taken',
            `Документ не зарегистрирован: номер ${number} в ${date.slice(0, 4)} году уже занят. Укажите другой номер.`,
          );
        }
        const {
          requiredGaps,
          no: version,
          sha256: hash,
        } = await keepVersion(tx, { code, no, kind, at, by }, { number, date });
        if (requiredGaps > 0) {
          throw new VekhaError(
            'document.fields_missing',
            'Документ не зарегистрирован: не заполнены обязательные поля.',
          );
        }
        return { no: version, sha256: hash, requiredGaps };
      });
    },

    async commitDocument({ code, no, at, life, entries, notices }) {
      const id = documentId({ code, no, kind: life.kind });
      const rows = noticeRows({ code, no }, at, notices, deps);
      await store.transaction(async (tx) => {
        await projection.projectDocument(tx, {
          id,
          version: life.revision,
          state: life.state,
          holderId: holderOf(life),
          since: life.since,
        });
        await repository.addNotices(tx, rows);
        for (const { key, act, by, facts } of entries) {
          const subject = { roadmapCode: code, itemNo: no, documentId: id };
          await repository.appendJournal(tx, { key, at, actorId: by, act, ...subject, facts });
        }
      });
      return { urgentAt: urgentAmong(rows, at) };
    },

    async issueDocument({ code, no, kind, at }) {
      const id = documentId({ code, no, kind });
      const since = dayOf(at, zone);
      await store.transaction(async (tx) => {
        await repository.openDocument(tx, { id, roadmapCode: code, itemNo: no, kind, since, holderId: null });
        const { no: version, sha256 } = await keepVersion(tx, { code, no, kind, at, by: null }, null);
        await projection.projectDocument(tx, { id, version, state: 'filed', holderId: null, since });
        await repository.appendJournal(tx, {
          key: `${id}|issue|${sha256}`,
          at,
          actorId: null,
          act: 'issue',
          roadmapCode: code,
          itemNo: no,
          documentId: id,
          facts: { noun: DOCUMENT_KIND_ROWS[kind].noun, version, sha256 },
        });
      });
    },
  };
}

/** What a person typed waits in the note of the act; from here on it belongs to the document. */
async function keepValues(deps: ActivityDeps, tx: WriteTx, id: string, noteId: string): Promise<void> {
  const note = await deps.repository.noteById(tx, noteId);
  if (note === null) throw new VekhaError('act.invalid', 'Введённые значения не найдены: повторите действие.');
  await deps.repository.saveValues(tx, id, note.data as Readonly<Record<string, JsonValue>>);
}
