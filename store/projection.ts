/**
 * The screens' view of an item and of a document, written by activities alone. Every write carries the process's own
 * rising version; one that is not higher than what is stored is late and changes nothing.
 */
import type { Instant } from '#domain/body-time';
import type { DeadlineReading } from '#domain/deadline';
import { VekhaError } from '#domain/errors';
import type { DocumentState, ItemPeople, ItemStatus } from '#domain/item';
import type { DeadlineMove, ExtensionRequest, ItemReport } from '#domain/item-life';
import type { LocalDate } from '#domain/local-date';
import type { OfficialId } from '#domain/official';
import type { WriteTx } from './database.js';
import { peopleColumns, wordColumns, type ItemRef, type ItemWords } from './items.js';
import { asJson } from './json.js';

/** All that changes in an item's life, whole each time. */
export interface ItemProjection {
  readonly code: string;
  readonly no: string;
  /** Revision of the process, from 1. */
  readonly version: number;
  readonly status: ItemStatus;
  readonly people: ItemPeople;
  readonly dueOn: LocalDate | null;
  readonly workingDueOn: LocalDate | null;
  /** Only when the reading itself has changed (an unclear deadline was settled). */
  readonly deadline?: DeadlineReading;
  readonly waitsFor: readonly OfficialId[];
  readonly waitsSince: LocalDate | null;
  readonly nextMailAt: Instant | null;
  readonly requestsMade: number;
  readonly report: ItemReport | null;
  readonly moves: readonly DeadlineMove[];
  readonly extension: ExtensionRequest | null;
  readonly closedOn: LocalDate | null;
}

/** Versions of the text and the registration are written by `saveVersion` and `registerDocument`. */
export interface DocumentProjection {
  readonly id: string;
  /** Revision of the process, from 1. */
  readonly version: number;
  readonly state: DocumentState;
  readonly holderId: OfficialId | null;
  readonly since: LocalDate;
}

/**
 * @returns false when a later version is already stored
 * @throws VekhaError 'item.unknown'
 */
export async function projectItem(tx: WriteTx, item: ItemProjection): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('item')
    .set({
      ...peopleColumns(item.people),
      ...(item.deadline === undefined ? {} : { deadline: asJson(item.deadline) }),
      status: item.status,
      due_on: item.dueOn,
      working_due_on: item.workingDueOn,
      waits_for: [...item.waitsFor],
      waits_since: item.waitsSince,
      next_mail_at: item.nextMailAt,
      requests_made: item.requestsMade,
      report: item.report === null ? null : asJson(item.report),
      moves: asJson(item.moves),
      extension: item.extension === null ? null : asJson(item.extension),
      closed_on: item.closedOn,
      version: item.version,
    })
    .where('roadmap_code', '=', item.code)
    .where('no', '=', item.no)
    .where('version', '<', item.version)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return true;
  const known = await tx
    .selectFrom('item')
    .select('no')
    .where('roadmap_code', '=', item.code)
    .where('no', '=', item.no)
    .executeTakeFirst();
  if (known === undefined) {
    throw new VekhaError('item.unknown', `В дорожной карте ${item.code} нет пункта ${item.no}.`, { no: item.no });
  }
  return false;
}

/** Other words for an item, from a new edition of the order: the same transaction brings the version that they came with. */
export async function projectWords(
  tx: WriteTx,
  { code, no }: ItemRef,
  words: ItemWords & { readonly printedNo: string },
): Promise<void> {
  await tx
    .updateTable('item')
    .set({ ...wordColumns(words), printed_no: words.printedNo === no ? null : words.printedNo })
    .where('roadmap_code', '=', code)
    .where('no', '=', no)
    .execute();
}

/**
 * @returns false when a later version is already stored
 * @throws VekhaError 'document.unknown' when it was never opened
 */
export async function projectDocument(tx: WriteTx, document: DocumentProjection): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('document')
    .set({
      state: document.state,
      holder_id: document.holderId,
      since: document.since,
      version: document.version,
    })
    .where('id', '=', document.id)
    .where('version', '<', document.version)
    .executeTakeFirst();
  if (numUpdatedRows === 1n) return true;
  const known = await tx.selectFrom('document').select('id').where('id', '=', document.id).executeTakeFirst();
  if (known === undefined) throw new VekhaError('document.unknown', `Документа ${document.id} нет.`);
  return false;
}
