/** What people do with an item: each act is an Update of its process, named by the person who acts. */
import { VekhaError } from '#domain/errors';
import { itemLabel } from '#domain/labels';
import { dayOf } from '#domain/body-time';
import { DOCUMENT_KIND_ROWS } from '#domain/document-kind';
import { isOver } from '#domain/item';
import { overTold } from '#domain/item-life';
import { dotted, type LocalDate } from '#domain/local-date';
import { shortName, type OfficialId } from '#domain/official';
import { documentById, noteById, officials, type ItemCard } from '#store';
import { itemWorkflowId } from '#workflows/messages/ids';
import { ITEM_UPDATES, type ItemStanding } from '#workflows/messages/item';
import { perform, requireWords, type Act } from './acts.js';
import type { ActAnswer, ActBase, ReportInput, VekhaClient } from './api.js';
import { itemDetails } from './cards.js';
import type { ClientDeps } from './deps.js';
import { itemKeyOf, requireItem, requireRoadmap } from './find.js';
import { planDeadline, requireAhead, type PlannedDeadline } from './plan-deadline.js';
import { correctBeforeLaunch } from './correct-item.js';
import { settleDeadline } from './settle-deadline.js';

type Standing = Pick<ItemStanding, 'status' | 'workingDue' | 'extension'>;
type ItemWords = Pick<Act<Standing>, 'text' | 'data' | 'args'>;

export function itemsClient(deps: ClientDeps): VekhaClient['items'] {
  const { store } = deps;

  async function act(
    id: string,
    base: ActBase,
    update: keyof typeof ITEM_UPDATES,
    words: ItemWords,
  ): Promise<ActAnswer> {
    const key = itemKeyOf(id);
    const card = await requireItem(store.db, key);
    if (card.people === null) {
      throw new VekhaError(
        'roadmap.not_ready',
        `Дорожная карта ${key.code} ещё не запущена: запустите её командой launch ${key.code}.`,
      );
    }
    const standing = await perform<Standing>(deps, base, {
      ...words,
      ...key,
      documentId: null,
      workflowId: itemWorkflowId(key),
      update: ITEM_UPDATES[update],
      isOver: async () => isOver((await requireItem(store.db, key)).status),
      ended: closed(card),
      async afterEnd() {
        const { status, workingDueOn, extension } = await requireItem(store.db, key);
        return { status, workingDue: workingDueOn, extension };
      },
    });
    const today = dayOf(await deps.now(), deps.zone);
    return {
      id,
      status: standing.status,
      statusLabel: itemLabel({ ...standing, extensionAsked: standing.extension !== null }, today, deps.calendar),
      workingDue: standing.workingDue,
    };
  }

  const isRepeated = async (actId: string | undefined) =>
    actId !== undefined && (await noteById(store.db, actId)) !== null;

  async function planned(
    id: string,
    to: LocalDate,
    when: 'named' | 'moved',
    actId?: string,
  ): Promise<PlannedDeadline & ItemWords['args']> {
    const at = await deps.now();
    const plan = planDeadline(deps, await requireItem(store.db, itemKeyOf(id)), to, when, at);
    // What was carried out yesterday is answered, not judged by today.
    if (!(await isRepeated(actId))) requireAhead(plan, dayOf(at, deps.zone));
    return { ...plan };
  }

  return {
    async card(id) {
      const key = itemKeyOf(id);
      return itemDetails(deps, await requireItem(store.db, key));
    },

    async submitReport(id, { by, actId, text, interim, evidence }) {
      return act(id, base(by, actId), 'submitReport', {
        text: requireWords(text, 'текст отчёта'),
        data: { evidence: await evidenceWords(deps, evidence) },
        args: {
          interim: interim ?? false,
          evidence: evidence.map((each) =>
            each.by === 'document'
              ? { result: each.result, by: each.by, documentId: each.documentId }
              : { result: each.result, by: each.by },
          ),
        },
      });
    },

    acceptReport(id, { by, actId }) {
      return act(id, base(by, actId), 'acceptReport', { text: '', data: {}, args: {} });
    },

    returnReport(id, { by, actId, remarks }) {
      const text = requireWords(remarks, 'замечания к отчёту');
      return act(id, base(by, actId), 'returnReport', { text, data: {}, args: {} });
    },

    async moveDeadline(id, { by, actId, to, reason }) {
      const text = requireWords(reason, 'причина переноса срока');
      return act(id, base(by, actId), 'moveDeadline', { text, data: {}, args: await planned(id, to, 'moved', actId) });
    },

    async askExtension(id, { by, actId, to, reason }) {
      const text = requireWords(reason, 'причина переноса срока');
      const { to: day, workingDue } = await planned(id, to, 'moved', actId);
      return act(id, base(by, actId), 'askExtension', { text, data: {}, args: { to: day, workingDue } });
    },

    adviseExtension(id, { by, actId, supports, opinion }) {
      const text = requireWords(opinion, 'мнение о переносе');
      return act(id, base(by, actId), 'adviseExtension', { text, data: {}, args: { supports } });
    },

    async grantExtension(id, { by, actId, to, words }) {
      const { extension } = await requireItem(store.db, itemKeyOf(id));
      const asked = extension === null ? null : await noteById(store.db, extension.noteId);
      const day = to ?? extension?.to;
      // Without a request the process refuses, whatever the day; a repetition hears what was answered.
      const args = day === undefined ? {} : await planned(id, day, 'moved', actId);
      return act(id, base(by, actId), 'grantExtension', { text: words?.trim() ?? asked?.text ?? '', data: {}, args });
    },

    refuseExtension(id, { by, actId, reason }) {
      const text = requireWords(reason, 'причина отказа');
      return act(id, base(by, actId), 'refuseExtension', { text, data: {}, args: {} });
    },

    recallExtension(id, { by, actId }) {
      return act(id, base(by, actId), 'recallExtension', { text: '', data: {}, args: {} });
    },

    async correct(id, { by, actId, correction, basis }) {
      const text = requireWords(basis, 'основание: почему исправлено');
      const item = await requireItem(store.db, itemKeyOf(id));
      return correctBeforeLaunch(deps, item, { ...base(by, actId), correction, basis: text });
    },

    async nameDeadline(id, { by, actId, date, basis }) {
      const text = requireWords(basis, 'основание: чем названа дата');
      const key = itemKeyOf(id);
      if ((await requireRoadmap(store.db, key.code)).state === 'imported') {
        return settleDeadline(deps, await requireItem(store.db, key), {
          ...base(by, actId),
          date,
          basis: text,
        });
      }
      return act(id, base(by, actId), 'nameDeadline', {
        text,
        data: {},
        args: await planned(id, date, 'named', actId),
      });
    },

    async reassign(id, { by, actId, to, reason }) {
      const text = requireWords(reason, 'причина смены ответственного');
      const card = await requireItem(store.db, itemKeyOf(id));
      if (card.people?.responsible === to && !(await isRepeated(actId))) {
        throw new VekhaError(
          'act.invalid',
          `Ответственный по пункту ${card.no} и так этот человек: ничего не изменилось.`,
        );
      }
      await requireReachable(deps, to);
      return act(id, base(by, actId), 'reassign', { text, data: {}, args: { to } });
    },
  };
}

/** Whoever takes an item over must be in the directory and have an address, as everybody at launch. */
async function requireReachable({ store }: ClientDeps, id: OfficialId): Promise<void> {
  const person = (await officials(store.db)).find((official) => official.id === id);
  if (person === undefined) {
    throw new VekhaError('official.unknown', 'Ответственный не сменён: нового исполнителя нет в справочнике.');
  }
  if (person.email === null) {
    throw new VekhaError(
      'official.no_address',
      `Ответственный не сменён: нет адреса почты у ${shortName(person)}. Впишите его в справочник.`,
    );
  }
}

function base(by: string, actId: string | undefined): ActBase {
  return actId === undefined ? { by } : { by, actId };
}

function closed({ no, status, closedOn }: ItemCard): VekhaError {
  return new VekhaError('item.closed', overTold({ status, closedOn }, `Пункт ${no}`));
}

/** How the evidence is told to the controller: a registered document by its number, a paper in the words given. */
async function evidenceWords(deps: ClientDeps, evidence: ReportInput['evidence']): Promise<readonly string[]> {
  const words: string[] = [];
  for (const each of evidence) {
    if (each.by !== 'document') {
      const said = requireWords(each.words, `подтверждение результата № ${each.result}`);
      words.push(each.by === 'waiver' ? `результат № ${each.result} не требуется: ${said}` : said);
      continue;
    }
    const document = await documentById(deps.store.db, each.documentId);
    if (document === null)
      throw new VekhaError('document.unknown', `Документа ${each.documentId} нет: проверьте имя командой show.`);
    const { noun } = DOCUMENT_KIND_ROWS[document.kind];
    const { registration } = document;
    words.push(registration === null ? noun : `${noun} от ${dotted(registration.date)} № ${registration.number}`);
  }
  return words;
}
