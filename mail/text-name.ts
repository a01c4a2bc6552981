/** Which text serves which matter: by kind, and by role where the wording differs. Names are file names in templates/mail. */
import type { NoticeKind, NoticeRole } from '#domain/notice';
import type { Matter } from './matter.js';

interface TextChoice {
  readonly otherwise: string;
  readonly byRole?: Partial<Record<NoticeRole, string>>;
}

const TEXTS: Readonly<Record<Exclude<NoticeKind, 'weekly-digest'>, TextChoice>> = {
  assignment: {
    otherwise: 'assignment.controller',
    byRole: { responsible: 'assignment.responsible', coExecutor: 'assignment.co-executor' },
  },
  reminder: { otherwise: 'reminder.co-executor', byRole: { responsible: 'reminder.responsible' } },
  'due-today': { otherwise: 'due-today.co-executor', byRole: { responsible: 'due-today.responsible' } },
  overdue: {
    otherwise: 'overdue.controller',
    byRole: { responsible: 'overdue.responsible', head: 'overdue.head' },
  },
  'name-date': {
    otherwise: 'name-date.responsible',
    byRole: { dateOwner: 'name-date.date-owner', head: 'name-date.head' },
  },
  'date-named': { otherwise: 'date-named' },
  'draft-ready': { otherwise: 'draft-ready' },
  'approval-requested': { otherwise: 'approval-requested' },
  approved: { otherwise: 'approved' },
  returned: { otherwise: 'returned' },
  registered: { otherwise: 'registered' },
  'deadline-moved': { otherwise: 'deadline-moved' },
  reassigned: { otherwise: 'reassigned', byRole: { responsible: 'reassigned.responsible' } },
  'report-submitted': { otherwise: 'report-submitted' },
  'report-returned': { otherwise: 'report-returned' },
  'off-control': { otherwise: 'off-control' },
  reworded: { otherwise: 'reworded' },
  withdrawn: { otherwise: 'withdrawn' },
  'extension-requested': {
    otherwise: 'extension-requested',
    byRole: { responsible: 'extension-requested.responsible' },
  },
  'extension-granted': { otherwise: 'extension-granted' },
  'extension-refused': { otherwise: 'extension-refused' },
};

const UNKNOWN_OWNER = 'name-date.unknown-owner';
export const SEVERAL_ASSIGNMENTS = 'assignments';
export const DIGEST = 'digest';
export const WEEKLY_DIGEST = 'weekly-digest';

export function textNameOf(matter: Matter): string {
  const askedOfNobody = matter.people.dateOwner === null && matter.role !== 'head';
  if (matter.kind === 'name-date' && askedOfNobody) return UNKNOWN_OWNER;
  const choice = TEXTS[matter.kind];
  return choice.byRole?.[matter.role] ?? choice.otherwise;
}

/** Every text that a matter may ask for: the folder of templates must hold them all. */
export function everyTextName(): readonly string[] {
  const chosen = Object.values(TEXTS).flatMap(({ otherwise, byRole }) => [otherwise, ...Object.values(byRole ?? {})]);
  return [...new Set([...chosen, UNKNOWN_OWNER, SEVERAL_ASSIGNMENTS, DIGEST, WEEKLY_DIGEST])];
}
