/** What people do with a document: fill its gaps, decide by the version they saw, register what was signed. */
import { dayOf } from '#domain/body-time';
import { isClosed } from '#domain/document-life';
import { documentLabel } from '#domain/labels';
import { VekhaError } from '#domain/errors';
import { dotted, type LocalDate } from '#domain/local-date';
import { officials, orderOf, valuesOf, versionOf, type DocumentCard, type JsonValue, type StoredVersion } from '#store';
import { DOCUMENT_UPDATES, type DocumentStanding } from '#workflows/messages/document';
import { documentWorkflowId } from '#workflows/messages/ids';
import { perform, requireWords, type Act } from './acts.js';
import type { ActAnswer, ActBase, VekhaClient } from './api.js';
import { documentCardsOf, people } from './cards.js';
import type { ClientDeps } from './deps.js';
import { documentKeyOf, requireDocument } from './find.js';

type Standing = Pick<DocumentStanding, 'state'>;
type DocumentWords = Pick<Act<Standing>, 'text' | 'data' | 'args' | 'attachment'>;

export function documentsClient(deps: ClientDeps): VekhaClient['documents'] {
  const { store } = deps;

  async function act(
    card: DocumentCard,
    { by, actId }: ActBase,
    update: keyof typeof DOCUMENT_UPDATES,
    words: DocumentWords,
  ): Promise<ActAnswer> {
    const { code, no, kind } = documentKeyOf(card.id);
    const standing = await perform<Standing>(deps, actId === undefined ? { by } : { by, actId }, {
      ...words,
      code,
      no,
      documentId: card.id,
      workflowId: documentWorkflowId({ code, no, kind }),
      update: DOCUMENT_UPDATES[update],
      isOver: async () => isClosed(await requireDocument(store.db, card.id)),
      ended: new VekhaError(
        'document.wrong_state',
        `Документ ${card.id}: ${documentLabel(kind, card.state).toLowerCase()}, менять его нельзя.`,
      ),
      afterEnd: () => requireDocument(store.db, card.id),
    });
    return { id: card.id, status: standing.state, statusLabel: documentLabel(kind, standing.state) };
  }

  return {
    async card(id) {
      const row = await requireDocument(store.db, id);
      const [card] = await documentCardsOf(deps, [row], await people(deps));
      if (card === undefined) throw new VekhaError('document.unknown', `Документа ${id} нет.`);
      return card;
    },

    async file(id, version) {
      await requireDocument(store.db, id);
      const found = await versionOf(store.db, id, version ?? 'latest');
      if (found === null) throw new VekhaError('document.unknown', `У документа ${id} нет версии ${version ?? 1}.`);
      return { fileName: found.fileName, sha256: found.sha256, bytes: found.bytes };
    },

    async compare(id, versions = {}) {
      const card = await requireDocument(store.db, id);
      const to = versions.to ?? card.latestVersion;
      const from = versions.from ?? to - 1;
      if (from < 1 || from === to) {
        throw new VekhaError(
          'document.unknown',
          `Сравнивать не с чем: у документа ${id} ${from < 1 ? 'одна версия' : `дважды названа версия ${to}`}.`,
        );
      }
      const before = await requireVersion(deps, card, from);
      const after = await requireVersion(deps, card, to);
      return { id, from, to, changes: deps.compareTexts(before.bytes, after.bytes) };
    },

    async fill(id, input) {
      const card = await requireDocument(store.db, id);
      const { values, problems } = deps.inputs.parse(card.kind, input.values, await officials(store.db));
      if (problems.length > 0) throw new VekhaError('act.invalid', `Проект не изменён: ${problems.join('; ')}.`);
      const args = input.anew === undefined ? {} : { anew: input.anew };
      return act(card, input, 'fill', { text: '', data: values as JsonValue, args });
    },

    async upload(id, input) {
      const card = await requireDocument(store.db, id);
      const made = await requireVersion(deps, card, input.version);
      if (deps.sha256(input.bytes) === made.sha256) {
        throw new VekhaError('act.invalid', `Файл не загружен: он тот же, что версия ${input.version}.`);
      }
      deps.readEditedDraft(input.bytes, made);
      return act(card, input, 'upload', { text: '', data: {}, attachment: input.bytes, args: { sha256: made.sha256 } });
    },

    async decide(id, input) {
      const card = await requireDocument(store.db, id);
      const silent = input.decision === 'approve' && input.remarks === undefined;
      const text = silent ? '' : requireWords(input.remarks, 'замечания');
      const sha256 = await hashOf(deps, card, input.version);
      return act(card, input, 'decide', { text, data: {}, args: { decision: input.decision, sha256 } }).catch(
        async (error: unknown) => {
          throw await withGaps(deps, card, error);
        },
      );
    },

    async register(id, input) {
      const card = await requireDocument(store.db, id);
      const number = requireWords(input.number, 'регистрационный номер');
      await requirePossibleDay(deps, card, input.date);
      const sha256 = await hashOf(deps, card, input.version);
      return act(card, input, 'register', { text: '', data: {}, args: { sha256, number, date: input.date } });
    },

    async supplied(id) {
      const { kind } = await requireDocument(store.db, id);
      return deps.inputs.shown(kind, await valuesOf(store.db, id));
    },

    async values(id) {
      await requireDocument(store.db, id);
      return valuesOf(store.db, id);
    },

    questions(kind) {
      return deps.inputs.questions(kind);
    },
  };
}

/** The process knows that fields are missing, the store knows which. */
async function withGaps({ store }: ClientDeps, { id }: DocumentCard, error: unknown): Promise<unknown> {
  if (!(error instanceof VekhaError) || error.code !== 'document.fields_missing') return error;
  const latest = await versionOf(store.db, id, 'latest');
  const labels = (latest?.gaps ?? []).flatMap(({ label, required }) => (required ? [`«${label}»`] : []));
  return new VekhaError(
    error.code,
    `Проект не согласован: не заполнено ${labels.join(', ')}. Заполнить – fill ${id}.`,
    error.facts,
  );
}

/** A registered number cannot be taken back, so a slip in the year must not get that far. */
async function requirePossibleDay(deps: ClientDeps, { roadmapCode }: DocumentCard, date: LocalDate): Promise<void> {
  const today = dayOf(await deps.now(), deps.zone);
  const order = await orderOf(deps.store.db, roadmapCode);
  if (date > today) {
    const why = `${dotted(date)} ещё не наступило (сегодня ${dotted(today)})`;
    throw new VekhaError('act.invalid', `Документ не зарегистрирован: ${why}. Проверьте дату.`);
  }
  if (order !== null && date < order.datedOn) {
    const why = `${dotted(date)} раньше распоряжения, которое он исполняет (${dotted(order.datedOn)})`;
    throw new VekhaError('act.invalid', `Документ не зарегистрирован: ${why}. Проверьте дату.`);
  }
}

/** A decision is bound to the hash of the version that was named, whatever is the latest by now. */
async function hashOf(deps: ClientDeps, card: DocumentCard, version: number): Promise<string> {
  return (await requireVersion(deps, card, version)).sha256;
}

async function requireVersion({ store }: ClientDeps, card: DocumentCard, version: number): Promise<StoredVersion> {
  const found = await versionOf(store.db, card.id, version);
  if (found !== null) return found;
  throw new VekhaError(
    'document.stale_version',
    `У документа ${card.id} нет версии ${version}: последняя – ${card.latestVersion}.`,
  );
}
