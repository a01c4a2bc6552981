/** Mails as they stand in the store: to whom, about what, where they are. */
import { VekhaError } from '#domain/errors';
import { mailLabel } from '#domain/labels';
import { mailByKey, mails } from '#store';
import { itemId } from '#workflows/messages/ids';
import type { VekhaClient } from './api.js';
import { nameOf, people } from './cards.js';
import type { ClientDeps } from './deps.js';
import { itemKeyOf, requireItem } from './find.js';

export function mailsClient(deps: ClientDeps): VekhaClient['mails'] {
  const { store } = deps;
  return {
    async list({ to, item, limit }) {
      const known = await people(deps);
      if (item !== undefined) await requireItem(store.db, itemKeyOf(item));
      const rows = await mails(store.db, {
        ...(to === undefined ? {} : { to }),
        ...(item === undefined ? {} : { item: itemKeyOf(item) }),
        ...(limit === undefined ? {} : { limit }),
      });
      return rows.map((row) => ({
        key: row.key,
        to: nameOf(known, row.recipientId),
        subject: row.subject,
        kinds: row.kinds,
        items: row.itemNos.map((no) => (row.roadmapCode === null ? no : itemId({ code: row.roadmapCode, no }))),
        state: row.state,
        stateLabel: mailLabel(row.state),
        madeAt: new Date(row.madeAt).toISOString(),
        sentAt: row.sentAt === null ? null : new Date(row.sentAt).toISOString(),
        maybeRepeat: row.maybeRepeat,
      }));
    },

    async raw(key) {
      const found = await mailByKey(store.db, key);
      if (found === null) throw new VekhaError('act.invalid', `Письма «${key}» нет: список показывает команда mail.`);
      return found.raw;
    },
  };
}
