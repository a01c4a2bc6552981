/** Typed search attributes, so that an operator finds a process in Temporal's own tools. Screens read PostgreSQL. */
import type { SearchAttributePair } from '@temporalio/common';
import type { ItemLife } from '#domain/item-life';
import { waitsFor } from '#domain/item-life';
import { acceptorOf } from '#domain/permissions';
import { SEARCH_KEYS } from '#workflows/messages/search';

export function itemAttributes(code: string, no: string, life: ItemLife): SearchAttributePair[] {
  const [holder] = waitsFor(life, acceptorOf(life.people));
  return [
    { key: SEARCH_KEYS.roadmapCode, value: code },
    { key: SEARCH_KEYS.itemNo, value: no },
    { key: SEARCH_KEYS.itemStatus, value: life.status },
    ...(life.workingDue === null
      ? []
      : [{ key: SEARCH_KEYS.dueDate, value: new Date(`${life.workingDue}T00:00:00Z`) }]),
    ...(holder === undefined ? [] : [{ key: SEARCH_KEYS.waitsFor, value: holder }]),
  ];
}
