/** What a report, its return and its acceptance do to an item, its journal and its people. Pure; runs in the sandbox. */
import { withClosed, withReport, withReportReturned, type ItemLife } from '#domain/item-life';
import type { LocalDate } from '#domain/local-date';
import type { ItemStart, ItemUpdateBase, SubmitReport } from '#workflows/messages/item';
import { entryOf } from './item-entry.js';
import { noticesOf } from './item-notices.js';
import type { Change } from './item.js';

export function reported(start: ItemStart, life: ItemLife, act: SubmitReport, on: LocalDate): Change {
  const { by, noteId, interim, evidence } = act;
  return {
    life: withReport(life, { by, on, noteId, interim, evidence }),
    entry: entryOf(start, interim ? 'interimReport' : 'report', act, { results: evidence.length }),
    notices: noticesOf('report-submitted', life, start.ladder, { step: noteId, facts: { by, noteId, interim } }),
  };
}

export function reportReturned(start: ItemStart, life: ItemLife, act: ItemUpdateBase, on: LocalDate): Change {
  const { by, noteId } = act;
  return {
    life: withReportReturned(life, on),
    entry: entryOf(start, 'returnReport', act),
    notices: noticesOf('report-returned', life, start.ladder, { step: noteId, facts: { by, noteId } }),
  };
}

export function accepted(start: ItemStart, life: ItemLife, act: ItemUpdateBase, on: LocalDate): Change {
  const { by, noteId } = act;
  return {
    life: withClosed(life, on),
    entry: entryOf(start, 'offControl', act),
    notices: noticesOf('off-control', life, start.ladder, { step: noteId, facts: { by, on } }),
  };
}
