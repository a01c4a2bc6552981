/** What a request for a later deadline does to an item, its journal and its people. Pure; runs in the sandbox. */
import type { NoticeDraft } from '#activities';
import { withExtensionAsked, withExtensionClosed, withOpinion } from '#domain/extension';
import { firstAskedOf } from '#domain/extension-rules';
import type { ItemLife } from '#domain/item-life';
import type { LocalDate } from '#domain/local-date';
import type { Recipient } from '#domain/notice';
import type { AdviseExtension, AskExtension, ItemStart, ItemUpdateBase } from '#workflows/messages/item';
import type { Change } from './item.js';
import { entryOf } from './item-entry.js';
import { noticesOf } from './item-notices.js';

export function askedLater(start: ItemStart, life: ItemLife, act: AskExtension, on: LocalDate): Change {
  const { by, noteId, to, workingDue } = act;
  const facts = { from: life.workingDue, to: workingDue };
  return {
    life: withExtensionAsked(life, { by, on, noteId, to, workingDue }),
    entry: entryOf(start, 'askExtension', act, facts),
    notices: [asking(life, act, noteId, [firstAskedOf(life.people)])],
  };
}

/** With the opinion the request goes to whoever decides, and back to whoever asked. */
export function advised(start: ItemStart, life: ItemLife, act: AdviseExtension, on: LocalDate): Change {
  const { by, noteId, supports } = act;
  const { head, responsible } = life.people;
  return {
    life: withOpinion(life, { by, on, supports, noteId }),
    entry: entryOf(start, 'adviseExtension', act, { supports }),
    notices: [
      asking(life, act, life.extension?.noteId ?? noteId, [
        { id: head, role: 'head' },
        { id: responsible, role: 'responsible' },
      ]),
    ],
  };
}

export function refusedLater(start: ItemStart, life: ItemLife, act: ItemUpdateBase): Change {
  const facts = { by: act.by, noteId: act.noteId, to: life.workingDue };
  return {
    life: withExtensionClosed(life),
    entry: entryOf(start, 'refuseExtension', act, {}),
    notices: noticesOf('extension-refused', life, start.ladder, { step: act.noteId, facts }),
  };
}

/** Nobody is written to: a request that nobody has decided is simply not there any more. */
export function recalled(start: ItemStart, life: ItemLife, act: ItemUpdateBase): Change {
  return { life: withExtensionClosed(life), entry: entryOf(start, 'recallExtension', act, {}), notices: [] };
}

/** @param asked note of the request itself: by it a mail knows whether the request still stands */
function asking(
  life: ItemLife,
  { by, noteId }: ItemUpdateBase,
  asked: string,
  recipients: readonly Recipient[],
): NoticeDraft {
  const distinct = recipients.filter(
    ({ id }, i) => id !== by && recipients.findIndex((other) => other.id === id) === i,
  );
  return {
    kind: 'extension-requested',
    recipients: distinct,
    step: noteId,
    due: life.workingDue,
    facts: { by, noteId, asked },
    sendAt: null,
  };
}
