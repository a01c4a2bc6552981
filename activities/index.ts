/** The door of the activities: what the worker registers, and the types the workflows call them by. */
import type { Activities } from './api.js';
import type { ActivityDeps } from './deps.js';
import { documentActivities } from './documents.js';
import { editionActivities } from './editions.js';
import { withTypedFailures } from './failures.js';
import { itemActivities } from './items.js';
import { mailActivities } from './mails.js';

export type { Activities, Committed, ComposedMails, DocumentCommit, Entry, ItemCommit, NoticeDraft } from './api.js';
export type { ActivityDeps, Log } from './deps.js';

/** Activities over the given world. Nothing here holds state of its own: a worker may be killed at any moment. */
export function createActivities(deps: ActivityDeps): Activities {
  return withTypedFailures({
    ...itemActivities(deps),
    ...editionActivities(deps),
    ...documentActivities(deps),
    ...mailActivities(deps),
  });
}
