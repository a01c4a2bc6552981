/** The door of the activities: what the worker registers, and the types the workflows call them by. */
export type { Activities, Committed, DocumentCommit, Entry, ItemCommit, NoticeDraft } from './api.js';
