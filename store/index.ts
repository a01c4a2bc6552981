/** The door of the store. The screens' view is written through `#store/projection`, which is a door of its own. */
export { openStore } from './database.js';
export type { ReadDb, Store, StoreOptions, WriteTx } from './database.js';
export { migrate } from './migrate.js';
export type { Facts, JsonValue } from './json.js';
export type { DocumentGap, MailState, NoticeState, RoadmapState } from './schema.js';

export {
  officialById,
  officials,
  officialsByIds,
  outsideContacts,
  parties,
  partyNameOf,
  saveOfficials,
  saveParties,
} from './officials.js';
export type { PartyEntry } from './officials.js';
export { adoptEdition, claimEdition, editionOf, editionsOf } from './editions.js';
export type { StoredEdition } from './editions.js';
export { orderByIdentity, orderFileOf, orderHeadOf, orderOf, saveOrder } from './orders.js';
export type { NewOrder, OrderFile, StoredOrder } from './orders.js';
export { createRoadmap, markDone, markLaunched, roadmap, roadmaps } from './roadmaps.js';
export type { RoadmapCard } from './roadmaps.js';
export {
  assignItems,
  correctItem,
  insertItem,
  insertItems,
  itemCard,
  itemCards,
  openItemCards,
  setDeadline,
  type ItemWords,
} from './items.js';
export type { ItemAssignment, ItemCard, ItemRef } from './items.js';
export { itemsTitled } from './measures.js';
export type { MeasureDate } from './measures.js';
export { itemStarts, saveStart } from './starts.js';
export {
  documentById,
  documentsOf,
  documentsOfRoadmap,
  openDocument,
  registerDocument,
  saveValues,
  valuesOf,
} from './documents.js';
export type { DocumentCard, NewDocument } from './documents.js';
export { latestVersions, saveVersion, versionOf, versions } from './versions.js';
export type { NewVersion, StoredVersion, VersionCard } from './versions.js';
export { attachmentOf, deleteNote, noteById, notesOf, saveNote, wordsOfNotes } from './notes.js';
export type { Note } from './notes.js';
export { addNotices, nextNoticesAt, nextPendingAt, pendingFor, pendingNotices, settleNotices } from './notices.js';
export type { Notice, RecipientNotices } from './notices.js';
export {
  addMail,
  expireMails,
  mailByKey,
  mails,
  markFailed,
  markSending,
  markSent,
  unsentMailKeys,
  unsentMails,
} from './mails.js';
export type { MailCard, MailFilter, NewMail, StoredMail } from './mails.js';
export { nextEventSequence, rememberThread, threadOf } from './threads.js';
export type { MailThread } from './threads.js';
export { appendJournal, journal, journalOfItems, verifyJournal } from './journal.js';
export type { ItemEntry, JournalCheck, JournalEntry, JournalFilter, JournalRow } from './journal.js';
export { saveSetting, setting } from './settings.js';
