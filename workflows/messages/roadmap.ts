/** What a roadmap's process is started with, hears and answers. */
import type { Zone } from '#domain/body-time';
import type { LocalDate } from '#domain/local-date';
import type { OfficialId } from '#domain/official';
import type { ItemStart } from './item.js';

export interface RoadmapStart {
  readonly code: string;
  readonly clockOffsetMs: number;
  readonly zone: Zone;
  /** Numbers of the items still to be closed; null on the first run: then the items are started. */
  readonly open: readonly string[] | null;
  /** Ids of the acts already done: a repeated Update hears the present standing. */
  readonly handled: readonly string[];
  readonly historyLimit: number;
}

/** A row that a new edition of the order adds; its words wait in the store with the edition. */
export interface AddItem {
  readonly by: OfficialId;
  readonly noteId: string;
  readonly edition: number;
  readonly start: ItemStart;
}

export const ROADMAP_UPDATES = { addItem: 'addItem' } as const;

/** From an item's process to its roadmap. */
export const ITEM_CLOSED_SIGNAL = 'itemClosed';
export interface ItemClosed {
  readonly no: string;
  readonly closedOn: LocalDate;
}

export const ROADMAP_STANDING_QUERY = 'standing';
export interface RoadmapStanding {
  readonly started: boolean;
  readonly open: readonly string[];
}
