/** What a person has confirmed of a new edition, step by step: kept with the edition, so that it is finished as it was begun. Types only. */
import type { ItemPeople, ItemRecord } from '../item.js';
import type { LocalDate } from '../local-date.js';
import type { OfficialId } from '../official.js';
import type { NamedAct } from './amending-act.js';
import type { WordChange } from './compare.js';

export interface EditionPlan {
  readonly added: readonly AddStep[];
  readonly amended: readonly AmendStep[];
  readonly withdrawn: readonly { readonly no: string; readonly title: string }[];
  /** All items of ours as they stand under the edition. */
  readonly order: readonly string[];
  /** Who controls from now on; null: as before. */
  readonly controllerId: OfficialId | null;
}

export interface AddStep {
  readonly printedNo: string;
  readonly record: ItemRecord;
  readonly people: ItemPeople;
}

/** What the order says of an item under an edition. */
export type EditionWords = Omit<ItemRecord, 'roadmapCode' | 'no'> & { readonly printedNo: string };

export interface AmendStep {
  readonly no: string;
  readonly words: EditionWords;
  /** As people are told, before and after. */
  readonly changes: readonly WordChange[];
  /** Whether they say more than the new day does. */
  readonly reworded: boolean;
  readonly resultsChanged: boolean;
  /** Null: the day stays. */
  readonly deadline: {
    readonly due: LocalDate | null;
    readonly workingDue: LocalDate | null;
    readonly awaitsDate: boolean;
  } | null;
  /** Only who changes; null: nobody. */
  readonly people: Partial<ItemPeople> | null;
}

/** What waits in the store with the words of an act that an edition brought. */
export interface EditionNote {
  readonly act: NamedAct;
  readonly changes: readonly WordChange[];
  /** Null where the item has no new ones. */
  readonly words: EditionWords | null;
}
