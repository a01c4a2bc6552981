/** What people do with an item: each act is an Update of its process, named by the person who acts. */
import { VekhaError } from '#domain/errors';
import { itemLabel } from '#domain/labels';
import { dayOf } from '#domain/body-time';
import { DOCUMENT_KIND_ROWS } from '#domain/document-kind';
import { dotted } from '#domain/local-date';
import { documentById, type ItemCard } from '#store';
import { itemWorkflowId } from '#workflows/messages/ids';
import { ITEM_UPDATES, type ItemStanding } from '#workflows/messages/item';
import { perform, requireWords, type Act } from './acts.js';
import type { ActAnswer, ActBase, ReportInput, VekhaClient } from './api.js';
import { itemDetails } from './cards.js';
import type { ClientDeps } from './deps.js';
import { itemKeyOf, requireItem, requireRoadmap } from './find.js';
import { settleDeadline } from './settle-deadline.js';

type ItemWords = Pick<Act, 'text' | 'data' | 'args'>;

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
    const ended = closed(card);
    if (card.people === null) {
      throw new VekhaError(
        'roadmap.not_ready',
        `Дорожная карта ${key.code} ещё не запущена: запустите её командой launch ${key.code}.`,
      );
    }
    const standing = await perform<ItemStanding>(deps, base, {
      ...words,
      ...key,
      documentId: null,
      workflowId: itemWorkflowId(key),
      update: ITEM_UPDATES[update],
      ended,
    });
    const today = dayOf(await deps.now(), deps.zone);
    return {
      id,
      status: standing.status,
      statusLabel: itemLabel({ status: standing.status, workingDue: standing.workingDue }, today, deps.calendar),
    };
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

    moveDeadline(id, { by, actId, to, reason }) {
      const text = requireWords(reason, 'причина переноса срока');
      return act(id, base(by, actId), 'moveDeadline', { text, data: {}, args: { to } });
    },

    async nameDeadline(id, { by, actId, date, basis }) {
      const text = requireWords(basis, 'основание: чем названа дата');
      const key = itemKeyOf(id);
      if ((await requireRoadmap(store.db, key.code)).state === 'imported') {
        return settleDeadline(deps, await requireItem(store.db, key), { by, date, basis: text });
      }
      return act(id, base(by, actId), 'nameDeadline', { text, data: {}, args: { to: date } });
    },

    async reassign(id, { by, actId, to, reason }) {
      const text = requireWords(reason, 'причина смены ответственного');
      const card = await requireItem(store.db, itemKeyOf(id));
      if (card.people?.responsible === to) {
        throw new VekhaError(
          'act.invalid',
          `Ответственный по пункту ${card.no} и так этот человек: ничего не изменилось.`,
        );
      }
      return act(id, base(by, actId), 'reassign', { text, data: {}, args: { to } });
    },
  };
}

function base(by: string, actId: string | undefined): ActBase {
  return actId === undefined ? { by } : { by, actId };
}

function closed(card: ItemCard): VekhaError {
  const on = card.closedOn === null ? '' : ` ${dotted(card.closedOn)}`;
  return new VekhaError('item.closed', `Пункт ${card.no} снят с контроля${on}: действия с ним больше не принимаются.`);
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
