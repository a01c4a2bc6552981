/**
 * What the `document` workflow does to the world. Each may run twice: a version is known by its bytes, a registration by
 * its document, so a repetition changes nothing. Bytes never leave the store.
 */
import { dayOf, type Instant } from '#domain/body-time';
import { DOCUMENT_KIND_ROWS } from '#domain/document-kind';
import { holderOf } from '#domain/document-life';
import { VekhaError } from '#domain/errors';
import type { LocalDate } from '#domain/local-date';
import type { DocumentGap, JsonValue, ReadDb, StoredVersion, WriteTx } from '#store';
import { documentId, type DocumentKey } from '#workflows/messages/ids';
import type { DocumentActivities, ItemActivities } from './api.js';
import { COUNTED_SHEETS, countedSheets, withoutCount } from './appendix-sheets.js';
import type { ActivityDeps } from './deps.js';
import { documentFacts, type DocumentFacts } from './document-facts.js';
import { noticeRows, urgentAmong } from './notices.js';

/** A text ready to be kept, and what it was made of. */
interface Draft {
  readonly input: DocumentInput;
  readonly facts: DocumentFacts;
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly gaps: readonly DocumentGap[];
  readonly uploaded?: true;
  /** Of the appendix, when this draft was counted; null: an earlier count no longer holds. */
  readonly sheets?: number | null;
}

interface DocumentInput extends DocumentKey {
  readonly at: Instant;
  readonly by: string | null;
}

interface Kept {
  readonly no: number;
  readonly sha256: string;
  readonly requiredGaps: number;
  readonly gaps: number;
}

export function documentActivities(deps: ActivityDeps): DocumentActivities & Pick<ItemActivities, 'issueDocument'> {
  const { store, repository, projection, zone } = deps;

  /** Reads and renders outside any transaction: a long register holds neither a connection nor a lock. */
  async function render(
    input: DocumentInput,
    registration: DocumentFacts['registration'],
    typed: Values = {},
  ): Promise<Draft> {
    const kept = await repository.valuesOf(store.db, documentId(input));
    if (registration !== null) return renderWith(input, registration, kept);
    const values = { ...withoutCount(kept), ...typed };
    const draft = await renderWith(input, null, values);
    const sheets = await countedSheets(deps, draft);
    if (sheets === null) return COUNTED_SHEETS in kept ? { ...draft, sheets } : draft;
    return { ...(await renderWith(input, null, { ...values, [COUNTED_SHEETS]: sheets })), sheets };
  }

  async function renderWith(
    input: DocumentInput,
    registration: DocumentFacts['registration'],
    values: Values,
  ): Promise<Draft> {
    const { kind } = input;
    const facts = await documentFacts(deps, store.db, input, registration, values);
    const { data, catalogue, title } = deps.documents.gatherFields(kind, facts);
    const profile = deps.documents.profileFor(registration?.date ?? facts.today);
    const { bytes, sha256, gaps } = await deps.documents.render(deps.documents.templates, kind, data, {
      profile,
      fields: catalogue,
    });
    return { input, facts, title, bytes, sha256, gaps };
  }

  /** The text that was signed, with its number and date: rendered once more, or written into the file it came as. */
  async function registered(
    input: DocumentInput,
    latest: StoredVersion | null,
    registration: { readonly number: string; readonly date: LocalDate },
  ): Promise<Draft> {
    if (latest?.uploaded !== true) return render(input, registration);
    const facts = await documentFacts(deps, store.db, input, registration, {});
    const { bytes, sha256 } = deps.documents.registerEditedDraft(latest.bytes, registration);
    const gaps = latest.gaps.filter(({ source }) => source !== 'регистрация');
    return { input, facts, title: latest.title, bytes, sha256, gaps, uploaded: true };
  }

  /** Keeps a version inside the transaction of what it follows from. */
  async function keepVersion(tx: WriteTx, draft: Draft): Promise<Kept> {
    const { input, facts, title, bytes, sha256, gaps, uploaded = false } = draft;
    const { code, kind, at, by } = input;
    const id = documentId(input);
    const next = ((await repository.documentById(tx, id))?.latestVersion ?? 0) + 1;
    const fileName = deps.documents.fileName(kind, {
      actKind: facts.order.kind,
      code,
      no: input.no,
      version: next,
      registration: facts.registration,
    });
    const version = { documentId: id, sha256, bytes, fileName, title, gaps, at, by, uploaded };
    const { no } = await repository.saveVersion(tx, version);
    return { no, sha256, gaps: gaps.length, requiredGaps: gaps.filter((gap) => gap.required).length };
  }

  return {
    async draftDocument({ code, no, kind, at, by, noteId }) {
      const id = documentId({ code, no, kind });
      const typed = noteId === null ? {} : await typedValues(deps, noteId);
      const draft = await render({ code, no, kind, at, by }, null, typed);
      return store.transaction(async (tx) => {
        await repository.openDocument(tx, {
          id,
          roadmapCode: code,
          itemNo: no,
          kind,
          since: dayOf(at, zone),
          holderId: by,
        });
        await repository.saveValues(
          tx,
          id,
          draft.sheets === undefined ? typed : { ...typed, [COUNTED_SHEETS]: draft.sheets },
        );
        return keepVersion(tx, draft);
      });
    },

    async keepUpload({ code, no, kind, at, by, noteId }) {
      const input = { code, no, kind, at, by };
      const id = documentId(input);
      const bytes = await repository.attachmentOf(store.db, noteId);
      const latest = await repository.versionOf(store.db, id, 'latest');
      if (bytes === null || latest === null) {
        throw new VekhaError('act.invalid', 'Загруженный файл не найден: загрузите его ещё раз.');
      }
      const { gaps, sha256 } = await deps.documents.readEditedDraft(bytes, latest);
      const facts = await documentFacts(deps, store.db, input, null, {});
      const draft: Draft = { input, facts, title: latest.title, bytes, sha256, gaps, uploaded: true };
      return { ...(await store.transaction((tx) => keepVersion(tx, draft))), uploaded: true };
    },

    async registerDocument({ code, no, kind, at, by, number, date, sha256 }) {
      const id = documentId({ code, no, kind });
      await assertLatestSigned(deps, store.db, id, sha256);
      const latest = await repository.versionOf(store.db, id, 'latest');
      const draft = await registered({ code, no, kind, at, by }, latest, { number, date });
      return store.transaction(async (tx) => {
        await assertLatestSigned(deps, tx, id, sha256);
        if ((await repository.registerDocument(tx, { id, number, date })) === 'taken') {
          throw new VekhaError(
            'document.number_taken',
            `Документ не зарегистрирован: номер ${number} в ${date.slice(0, 4)} году уже занят. Укажите другой номер.`,
          );
        }
        const { requiredGaps, no: version, sha256: hash } = await keepVersion(tx, draft);
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
      const draft = await render({ code, no, kind, at, by: null }, null);
      await store.transaction(async (tx) => {
        await repository.openDocument(tx, { id, roadmapCode: code, itemNo: no, kind, since, holderId: null });
        const { no: version, sha256 } = await keepVersion(tx, draft);
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

type Values = Readonly<Record<string, JsonValue>>;

/** What a person typed waits in the note of the act until the document keeps it with the version made of it. */
async function typedValues({ store, repository }: ActivityDeps, noteId: string): Promise<Values> {
  const note = await repository.noteById(store.db, noteId);
  if (note === null) throw new VekhaError('act.invalid', 'Введённые значения не найдены: повторите действие.');
  return note.data as Values;
}

/** Asked before the rendering, which would be in vain, and again by the transaction that writes. */
async function assertLatestSigned({ repository }: ActivityDeps, db: ReadDb, id: string, sha256: string): Promise<void> {
  const known = await repository.documentById(db, id);
  if (known?.registration == null && known?.latestSha256 !== sha256) {
    throw new VekhaError(
      'document.stale_version',
      'Документ не зарегистрирован: подписана не последняя версия. Откройте последнюю и проверьте её.',
    );
  }
}
