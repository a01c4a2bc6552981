/** Orders: read and shown, or read and kept as an imported roadmap. Nothing runs yet. */
import { VekhaError } from '#domain/errors';
import { dotted } from '#domain/local-date';
import {
  appendJournal,
  createRoadmap,
  insertItems,
  officials,
  orderByIdentity,
  parties,
  roadmap,
  roadmaps,
  saveOrder,
} from '#store';
import type { VekhaClient } from './api.js';
import { checkedCode, proposedCode } from './code.js';
import type { ClientDeps } from './deps.js';
import { partyQuestions } from './party-questions.js';
import { toChecked, toRecords, understand } from './reading.js';

export function ordersClient(deps: ClientDeps): VekhaClient['orders'] {
  const { store, readOrder } = deps;
  return {
    async check(bytes, fileName, choice = {}) {
      return toChecked(understand(await readOrder(bytes, { ...choice, fileName }), deps));
    },

    async import(bytes, fileName, options = {}) {
      const understood = understand(await readOrder(bytes, { fileName, plan: options.plan, told: options.told }), deps);
      const { order, roadmaps: plans } = understood.reading;
      if ((plans?.length ?? 1) > 1) {
        throw new VekhaError(
          'roadmap.not_ready',
          `Акт утверждает несколько дорожных карт (${plans?.length}), а загружается по одной: назовите её номер ключом --plan.`,
        );
      }
      const code = options.code === undefined ? proposedCode(understood.reading) : checkedCode(options.code);
      const at = await deps.now();
      const directory = { officials: await officials(store.db), parties: await parties(store.db) };
      const problems = [...understood.problems, ...partyQuestions(understood.reading, directory, code)];
      await store.transaction(async (tx) => {
        const known = await orderByIdentity(tx, understood.reading);
        if (known !== null) {
          const its = (await roadmaps(tx)).find(({ order: { id } }) => id === known.id);
          throw new VekhaError(
            'roadmap.exists',
            `Распоряжение от ${dotted(order.date.value)} № ${order.number.value} уже загружено` +
              `${its === undefined ? '' : ` как ${its.code}`}: повторная загрузка не нужна.`,
          );
        }
        if ((await roadmap(tx, code)) !== null) {
          throw new VekhaError(
            'roadmap.exists',
            `Код ${code} занят другой дорожной картой: задайте свой ключом --code.`,
          );
        }
        const id = deps.newId();
        await saveOrder(tx, {
          id,
          reading: understood.reading,
          fileName,
          fileSha256: deps.sha256(bytes),
          fileBytes: bytes,
          importedAt: at,
        });
        await createRoadmap(tx, { code, orderId: id, title: order.planTitle?.value ?? order.title.value });
        await insertItems(tx, toRecords(code, understood));
        await appendJournal(tx, {
          key: `${code}|import|${id}`,
          at,
          actorId: null,
          act: 'import',
          roadmapCode: code,
          facts: { items: understood.reading.items.length, problems: problems.length },
        });
      });
      return { code, ...toChecked({ ...understood, problems }) };
    },
  };
}
