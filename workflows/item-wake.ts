/** What a wake-up of the plan does: reminds, asks for a date, starts a draft, or lengthens the plan. Runs in the sandbox. */
import { ParentClosePolicy, startChild, type WorkflowIdReusePolicy } from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import { dayOf, type Instant } from '#domain/body-time';
import { DOCUMENT_KIND_ROWS, type DocumentKind } from '#domain/document-kind';
import { withPlan, withWakeDone, type ItemLife } from '#domain/item-life';
import type { NoticeKind } from '#domain/notice';
import { documentPeopleOf } from '#domain/permissions';
import { morningOf, type Wake, type WakeKind } from '#domain/reminder';
import { documentWorkflowId, itemId } from '#workflows/messages/ids';
import type { DocumentStart } from '#workflows/messages/document';
import type { ItemStart } from '#workflows/messages/item';
import { document } from './document.js';
import { issueDocument, planFurther } from './effects.js';
import type { Change } from './item.js';
import { noticesOf } from './item-notices.js';

const NOTICE_OF: Readonly<Record<WakeKind, NoticeKind | null>> = {
  reminder: 'reminder',
  dueToday: 'due-today',
  overdue: 'overdue',
  dateRequest: 'name-date',
  draft: null,
  planMore: null,
};

export async function carryOut(start: ItemStart, life: ItemLife, wake: Wake, at: Instant): Promise<Change> {
  const { code, no } = start;
  const after = withWakeDone(life, wake);
  const key = `${itemId({ code, no })}|${wake.kind}|${wake.due ?? '–'}|${wake.document ?? wake.offset}|${wake.day}`;
  const entry = { key, act: wake.kind, by: null, facts: { day: wake.day, offset: wake.offset, title: wake.title } };

  if (wake.kind === 'planMore') {
    return { life: withPlan(after, await planFurther({ code, no, at, life: after })), entry: null, notices: [] };
  }
  if (wake.kind === 'draft') {
    if (wake.document !== undefined) await draft(start, life, wake.document, at);
    return { life: after, entry: null, notices: [] }; // the draft's own process writes its line
  }
  const kind = NOTICE_OF[wake.kind];
  const notices =
    kind === null
      ? []
      : noticesOf(kind, after, start.ladder, {
          step: String(wake.offset),
          offset: wake.offset,
          facts: { offset: wake.offset, day: wake.day },
          sendAt: morningOf(wake.day, start.zone),
        });
  return { life: after, entry, notices };
}

async function draft(start: ItemStart, life: ItemLife, kind: DocumentKind, at: Instant): Promise<void> {
  const { code, no, clockOffsetMs, zone, historyLimit } = start;
  if (!DOCUMENT_KIND_ROWS[kind].routed) return issueDocument({ code, no, kind, at });
  const input: DocumentStart = {
    code,
    no,
    clockOffsetMs,
    zone,
    handled: [],
    historyLimit,
    life: {
      revision: 0,
      kind,
      state: 'filling',
      people: documentPeopleOf(life.people),
      version: null,
      since: dayOf(at, zone),
      remindAt: [],
      registration: null,
    },
  };
  try {
    await startChild(document, {
      workflowId: documentWorkflowId({ code, no, kind }),
      workflowIdReusePolicy: 'REJECT_DUPLICATE' satisfies WorkflowIdReusePolicy,
      parentClosePolicy: ParentClosePolicy.ABANDON,
      args: [input],
      staticSummary: `Пункт ${no}: ${DOCUMENT_KIND_ROWS[kind].noun}`,
    });
  } catch (error) {
    // A moved deadline plans its drafts anew; the document that is already there goes on.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
