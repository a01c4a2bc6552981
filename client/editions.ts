/**
 * A new edition of the order against a roadmap that runs: compared item by item, shown, and carried out when exactly what was shown is
 * confirmed. The edition's file, its reading and what was confirmed are kept; its act is told by the journal of every item.
 */
import { VekhaError } from '#domain/errors';
import type { OfficialId } from '#domain/official';
import { canOnRoadmap } from '#domain/permissions';
import { claimEdition, editionsOf, orderHeadOf, type RoadmapCard } from '#store';
import type { VekhaClient } from './api.js';
import type { ClientDeps } from './deps.js';
import { carryOut } from './edition/carry-out.js';
import { compareWithFile, unfinished } from './edition/compare-with-file.js';
import type { EditionCard } from './edition-cards.js';
import { requireRoadmap } from './find.js';

export function editionsClient(deps: ClientDeps): VekhaClient['editions'] {
  const { store } = deps;
  const confirmedUnder = async (code: string, mark: string) =>
    (await editionsOf(store.db, code)).find((edition) => edition.mark === mark);
  return {
    async compare(code, bytes, fileName, answers = {}) {
      const { card } = await compareWithFile(deps, code, bytes, fileName, answers);
      return card;
    },

    async confirm(code, bytes, fileName, { by, mark, ...answers }) {
      requireMay(by, await requireRoadmap(store.db, code));
      const known = await confirmedUnder(code, mark);
      if (known !== undefined) return carryOut(deps, known);
      const compared = await compareWithFile(deps, code, bytes, fileName, answers).catch(asValue);
      if (compared instanceof Error || compared.card.mark !== mark) {
        // Somebody may have confirmed the very same meanwhile.
        const meanwhile = await confirmedUnder(code, mark);
        if (meanwhile !== undefined) return carryOut(deps, meanwhile);
        throw compared instanceof Error ? compared : stale(compared.card);
      }
      const { card, roadmap, no, understood, inForce, plan } = compared;
      const head = inForce ? understood.reading.order : await orderHeadOf(store.db, code);
      if (head === null) throw new VekhaError('roadmap.unknown', `Дорожной карты ${code} нет.`);
      const at = await deps.now();
      const claimed = await store.transaction((tx) =>
        claimEdition(tx, {
          code: roadmap.code,
          no,
          mark,
          act: card.act,
          orderHead: head,
          reading: understood.reading,
          fileName,
          fileSha256: deps.sha256(bytes),
          fileBytes: bytes,
          plan,
          confirmedBy: by,
          confirmedAt: at,
        }),
      );
      if (claimed.mark !== mark) throw unfinished(claimed);
      return carryOut(deps, claimed);
    },

    async finish(code, { by }) {
      requireMay(by, await requireRoadmap(store.db, code));
      const last = (await editionsOf(store.db, code)).at(-1);
      if (last === undefined || last.adopted) {
        throw new VekhaError('edition.known', `Дорожная карта ${code}: все подтверждённые редакции уже применены.`);
      }
      return carryOut(deps, last);
    },
  };
}

function asValue(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function requireMay(by: OfficialId, { controllerId, headId }: RoadmapCard): void {
  const allowed = canOnRoadmap(by, 'changeEdition', { controller: controllerId ?? '', head: headId ?? '' });
  if (!allowed.ok) throw new VekhaError('permission.denied', `${allowed.reason} Действие не выполнено.`);
}

function stale({ code, mark, questions }: EditionCard): VekhaError {
  const why = mark === null && questions.length > 0 ? 'на вопросы ещё не отвечено' : 'с тех пор она выглядит иначе';
  return new VekhaError(
    'edition.stale',
    `Редакция не применена: подтверждается то, что показано, а ${why}. Покажите её снова: amend ${code} ФАЙЛ.`,
  );
}
