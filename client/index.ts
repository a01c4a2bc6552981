/** The door of the engine: everything people and programs may ask of it, and nothing that bypasses a rule. */
import { roadmaps as allRoadmaps } from '#store';
import type { VekhaClient } from './api.js';
import { journalOf, people, roadmapCardOf } from './cards.js';
import type { ClientDeps } from './deps.js';
import { documentsClient } from './documents.js';
import { editionsClient } from './editions.js';
import { requireRoadmap } from './find.js';
import { itemsClient } from './items.js';
import { journalClient } from './journal.js';
import { launch } from './launch.js';
import { mailsClient } from './mails.js';
import { officialsClient } from './officials.js';
import { ordersClient } from './orders.js';
import { reportsClient } from './reports.js';

export type * from './api.js';
export type * from './edition-cards.js';
export type * from './order-cards.js';
export type * from './report-cards.js';
export type { ClientDeps, DocumentInputs, FieldQuestion } from './deps.js';
export { readDirectory, type DirectoryFile } from './directory-file.js';
export { ensureProcesses } from './processes.js';
export { explain } from './explain.js';
export { toChecked, understand, type Counting, type UnderstoodOrder } from './reading.js';

export function createClient(deps: ClientDeps): VekhaClient {
  const { store } = deps;
  return {
    now: deps.now,
    orders: ordersClient(deps),
    officials: officialsClient(deps),
    roadmaps: {
      launch: (code, options) => launch(deps, code, options),
      async list() {
        const known = await people(deps);
        return Promise.all((await allRoadmaps(store.db)).map((row) => roadmapCardOf(deps, row, known)));
      },
      async card(code) {
        return roadmapCardOf(deps, await requireRoadmap(store.db, code), await people(deps));
      },
      async journal(code) {
        return journalOf(deps, await requireRoadmap(store.db, code), await people(deps));
      },
    },
    editions: editionsClient(deps),
    items: itemsClient(deps),
    documents: documentsClient(deps),
    mails: mailsClient(deps),
    reports: reportsClient(deps),
    journal: journalClient(deps),
  };
}
