/** The journal as a whole: whether its chain of hashes still holds. Reads only; what one roadmap's rows say is in `cards.ts`. */
import { verifyJournal } from '#store';
import type { VekhaClient } from './api.js';
import type { ClientDeps } from './deps.js';

export function journalClient({ store }: Pick<ClientDeps, 'store'>): VekhaClient['journal'] {
  return {
    async verify() {
      const check = await verifyJournal(store.db);
      if (check.ok) return check;
      const { firstBadId, reason } = check;
      return { ok: false, firstBroken: firstBadId, reason };
    },
  };
}
