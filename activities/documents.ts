/**
 * What the `document` workflow does to the world. Each may run twice: a version is known by its bytes, a registration by
 * its document, so a repetition changes nothing. Bytes never leave the store.
 */
import { approvalReminders } from '#domain/approval-reminders';
import { dayOf, type Instant } from '#domain/body-time';
import { DOCUMENT_KIND_ROWS } from '#domain/document-kind';
import { holderOf } from '#domain/document-life';
import { VekhaError } from '#domain/errors';
import type { LocalDate } from '#domain/local-date';
import type { OrderKind } from '#domain/order';
import type { DocumentGap, JsonValue, ReadDb, WriteTx } from '#store';
import { documentId, type DocumentKey } from '#workflows/messages/ids';
import type { DocumentActivities, ItemActivities } from './api.js';
import { countedSheets } from './appendix-sheets.js';
import type { ActivityDeps } from './deps.js';
import { documentFacts } from './document-facts.js';
import { noticeRows, urgentAmong } from './notices.js';

/** A text ready to be kept, and what it was made of. */
interface Draft {
  readonly actKind: OrderKind;
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly gaps: readonly DocumentGap[];
  readonly uploaded: boolean;
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
  const { store, repository, projection, calendar, zone } = deps;

  /** Reads and renders outside any transaction: a long register holds neither a connection nor a lock. */
  async function render(input: DocumentInput, typed: Values = {}): Promise<Draft> {
    const values = { ...(await repository.valuesOf(store.db, documentId(input))), ...typed };
    const draft = await renderWith(input, values, null);
    const sheets = await countedSheets(deps, draft);
    return sheets === null ? draft : renderWith(input, values, sheets);
  }

  async function renderWith(input: DocumentInput, values: Values, sheets: number | null): Promise<Draft> {
    const { kind } = input;
    const facts = await documentFacts(deps, store.db, input, values, sheets);
    const { data, catalogue: fields, title } = deps.documents.gatherFields(kind, facts);
    const profile = deps.documents.profileFor(facts.today);
    const { templates } = deps.documents;
    const { bytes, sha256, gaps } = await deps.documents.render(templates, kind, data, { profile, fields });
    return { actKind: facts.order.kind, title, bytes, sha256, gaps, uploaded: false };
  }

  async function actKindOf(code: string): Promise<OrderKind> {
    const order = await repository.orderHeadOf(store.db, code);
    if (order === null) throw new VekhaError('roadmap.unknown', `Дорожной карты ${code} нет.`);
    return order.kind.value;
  }

  /** Keeps a version inside the transaction of what it follows from. */
  async function keepVersion(
    tx: WriteTx,
    { code, no, kind, at, by }: DocumentInput,
    { actKind, title, bytes, sha256, gaps, uploaded }: Draft,
    registration: { readonly number: string; readonly date: LocalDate } | null = null,
  ): Promise<Kept> {
    const id = documentId({ code, no, kind });
    const version = ((await repository.documentById(tx, id))?.latestVersion ?? 0) + 1;
    const fileName = deps.documents.fileName(kind, { actKind, code, no, version, registration });
    const kept = await repository.saveVersion(tx, {
      documentId: id,
      sha256,
      bytes,
      fileName,
      title,
      gaps,
      at,
      by,
      uploaded,
    });
    return { no: kept.no, sha256, gaps: gaps.length, requiredGaps: gaps.filter((gap) => gap.required).length };
  }

  return {
    async draftDocument({ code, no, kind, at, by, noteId }) {
      const input = { code, no, kind, at, by };
      const id = documentId(input);
      const typed = noteId === null ? {} : await typedValues(deps, noteId);
      const draft = await render(input, typed);
      return store.transaction(async (tx) => {
        await repository.openDocument(tx, {
          id,
          roadmapCode: code,
          itemNo: no,
          kind,
          since: dayOf(at, zone),
          holderId: by,
        });
        await repository.saveValues(tx, id, typed);
        return keepVersion(tx, input, draft);
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
      const { gaps, sha256 } = deps.documents.readEditedDraft(bytes, latest);
      const draft: Draft = { actKind: await actKindOf(code), title: latest.title, bytes, sha256, gaps, uploaded: true };
      return { ...(await store.transaction((tx) => keepVersion(tx, input, draft))), uploaded: true };
    },

    async registerDocument({ code, no, kind, at, by, number, date, sha256 }) {
      const input = { code, no, kind, at, by };
      const id = documentId(input);
      const registration = { number, date };
      await requireLatestSigned(deps, store.db, id, sha256);
      const signed = await repository.versionOf(store.db, id, 'latest');
      if (signed === null) throw new VekhaError('document.unknown', `Документа ${id} нет.`);
      const { title, uploaded } = signed;
      const text = deps.documents.registerDraft(signed, registration);
      const draft: Draft = { actKind: await actKindOf(code), title, uploaded, ...text };
      return store.transaction(async (tx) => {
        await requireLatestSigned(deps, tx, id, sha256);
        if ((await repository.registerDocument(tx, { id, ...registration })) === 'taken') {
          throw new VekhaError(
            'document.number_taken',
            `Документ не зарегистрирован: номер ${number} в ${date.slice(0, 4)} году уже занят. Укажите другой номер.`,
          );
        }
        const { requiredGaps, no: version, sha256: hash } = await keepVersion(tx, input, draft, registration);
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
      const { since } = life;
      const asked = { documentId: id, since, from: at, calendar, zone };
      return {
        urgentAt: urgentAmong(rows, at),
        remindAt: life.state === 'onApproval' ? approvalReminders(asked) : [],
      };
    },

    async issueDocument({ code, no, kind, at }) {
      const input = { code, no, kind, at, by: null };
      const id = documentId(input);
      const since = dayOf(at, zone);
      const draft = await render(input);
      await store.transaction(async (tx) => {
        await repository.openDocument(tx, { id, roadmapCode: code, itemNo: no, kind, since, holderId: null });
        const { no: version, sha256 } = await keepVersion(tx, input, draft);
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

/** Asked before the file is written, and again by the transaction that keeps it. A document registered already is its own. */
async function requireLatestSigned(
  { repository }: ActivityDeps,
  db: ReadDb,
  id: string,
  sha256: string,
): Promise<void> {
  const known = await repository.documentById(db, id);
  if (known === null || (known.registration === null && known.latestSha256 !== sha256)) {
    throw new VekhaError(
      'document.stale_version',
      'Документ не зарегистрирован: подписана не последняя версия. Откройте последнюю и проверьте её.',
    );
  }
}
