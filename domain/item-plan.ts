/** What an item's plan holds beside its reminders: which documents are drafted when; and when people next hear of it. Pure. */
import type { Instant, Zone } from './body-time.js';
import { DOCUMENT_KIND_ROWS, type DocumentKind } from './document-kind.js';
import { DRAFT_WORKING_DAYS_BEFORE } from './document-plan.js';
import type { ItemResult } from './item.js';
import { waitsFor, type ItemLife } from './item-life.js';
import { acceptorOf } from './permissions.js';
import { morningOf, nextMorning, type PlannedDocument } from './reminder.js';
import type { WorkingCalendar } from './working-calendar.js';

/**
 * Documents still to be drafted by a plan.
 * @param when `launch`; `named`: a date was named, what waited for it is drafted now; `moved`: what launch drafted is there
 */
export function plannedDocuments(
  results: readonly ItemResult[],
  when: 'launch' | 'named' | 'moved',
): readonly PlannedDocument[] {
  const kinds: DocumentKind[] = results.flatMap(({ documentKind }) => (documentKind === null ? [] : [documentKind]));
  const planned = [...new Set(kinds)].flatMap((kind): PlannedDocument[] => {
    const { drafted } = DOCUMENT_KIND_ROWS[kind];
    if (drafted === 'beforeDue') return [{ kind, drafted: { workingDaysBefore: DRAFT_WORKING_DAYS_BEFORE } }];
    const now = drafted === 'launch' ? when === 'launch' : drafted === 'dateNamed' && when === 'named';
    return now ? [{ kind, drafted: 'launch' }] : [];
  });
  return when === 'launch' ? [{ kind: 'notice-assignment', drafted: 'morning' }, ...planned] : planned;
}

/** How an item stands until its process speaks for it; its first mail is the assignment. */
export function standingAtStart(
  { code, no, life }: { readonly code: string; readonly no: string; readonly life: ItemLife },
  at: Instant,
  { calendar, zone }: { readonly calendar: WorkingCalendar; readonly zone: Zone },
) {
  const { people, status, since, requestsMade } = life;
  return {
    code,
    no,
    people,
    status,
    waitsFor: waitsFor(life, acceptorOf(people)),
    waitsSince: since,
    nextMailAt: Math.min(nextMorning(at, calendar, zone), nextMailAt(life, zone) ?? Infinity),
    requestsMade,
  };
}

/** When the next mail about the item goes out as things stand; null when none is planned. */
export function nextMailAt(life: Pick<ItemLife, 'plan'>, zone: Zone): Instant | null {
  const next = life.plan.find(({ kind }) => kind !== 'draft' && kind !== 'planMore');
  return next === undefined ? null : Math.max(next.at, morningOf(next.day, zone));
}
