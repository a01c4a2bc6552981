/** What a roadmap's process is started with, hears and answers. */
import type { Zone } from '#domain/body-time';
import type { LocalDate } from '#domain/local-date';

export interface RoadmapStart {
  readonly code: string;
  readonly clockOffsetMs: number;
  readonly zone: Zone;
  /** Numbers of the items still to be closed; null on the first run: then the items are started. */
  readonly open: readonly string[] | null;
  readonly historyLimit: number;
}

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
