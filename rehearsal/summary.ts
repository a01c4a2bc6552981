/** What a rehearsal came to, in figures and month by month in words. Pure: counted from the timeline and the last card. */
import { DOCUMENT_KIND_ROWS, isDocumentKind } from '#domain/document-kind';
import type { LocalDate } from '#domain/local-date';
import type { Official } from '#domain/official';
import { counted } from '#domain/plural';
import { monthName } from '#domain/russian-date';
import type { RoadmapCard } from '#client';
import type { ScenarioName } from './scenario.js';
import type { TimelineEvent } from './timeline.js';

export interface Rehearsal {
  readonly code: string;
  readonly scenario: ScenarioName;
  /** As things stand at the end. */
  readonly roadmap: RoadmapCard;
  readonly timeline: readonly TimelineEvent[];
  readonly people: readonly Official[];
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface RehearsalSummary {
  readonly code: string;
  readonly scenario: ScenarioName;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly mails: number;
  /** Documents drafted, each once however many versions it has; notices that the program issues are none. */
  readonly drafts: number;
  readonly items: number;
  readonly offControl: number;
  readonly overdue: number;
  readonly months: readonly { readonly month: string; readonly lines: readonly string[] }[];
}

export function summarise(rehearsal: Rehearsal): RehearsalSummary {
  const { code, scenario, roadmap, timeline, from, to } = rehearsal;
  return {
    code,
    scenario,
    from,
    to,
    mails: timeline.filter(({ what }) => what === 'mail').length,
    drafts: timeline.filter(isFirstDraft).length,
    items: roadmap.items.length,
    offControl: roadmap.items.filter(({ status }) => status === 'offControl').length,
    overdue: new Set(timeline.filter(({ what }) => what === 'overdue').map(({ item }) => item)).size,
    months: monthsOf(rehearsal),
  };
}

/** The first version of a document that people will decide on. */
export function isFirstDraft({ what, facts }: Pick<TimelineEvent, 'what' | 'facts'>): boolean {
  return what === 'draft' && facts['version'] === 1;
}

/** A line for each thing worth telling; a quiet month says so. */
function monthsOf({ timeline, roadmap, from, to }: Rehearsal): RehearsalSummary['months'] {
  return monthsBetween(from, to).map((month) => {
    const events = timeline.filter(({ at }) => at.startsWith(month));
    const mails = events.filter(({ what }) => what === 'mail').length;
    const due = roadmap.items.filter(({ workingDue }) => workingDue?.startsWith(month) === true);
    const lines = [
      ...told(
        'сроки пунктов',
        due.map(({ no, workingDue }) => `${no} – ${day(workingDue ?? '')}`),
      ),
      ...told('названы сроки', events.filter(({ what }) => what === 'nameDeadline').map(setDay)),
      ...told('перенесены сроки', events.filter(({ what }) => what === 'moveDeadline').map(setDay)),
      ...told(
        'подготовлены проекты',
        events.filter(isFirstDraft).map(({ item, document }) => `п. ${item ?? ''} ${kindOf(document)}`),
      ),
      ...told(
        'зарегистрированы',
        events
          .filter(({ what }) => what === 'register')
          .map(({ item, document }) => `п. ${item ?? ''} ${kindOf(document)}`),
      ),
      ...told('просрочены', unique(events.filter(({ what }) => what === 'overdue').map(({ item }) => item ?? ''))),
      ...told(
        'сняты с контроля',
        events.filter(({ what }) => what === 'offControl').map(({ item, at }) => `${item ?? ''} – ${day(at)}`),
      ),
      ...(mails > 0 ? [counted(mails, 'письмо', 'письма', 'писем')] : []),
    ];
    return { month: `${monthName(Number(month.slice(5, 7)), 'nom')} ${month.slice(0, 4)}`, lines };
  });
}

export function monthsBetween(from: LocalDate, to: LocalDate): readonly string[] {
  const months: string[] = [];
  let year = Number(from.slice(0, 4));
  let month = Number(from.slice(5, 7));
  for (let key = from.slice(0, 7); key <= to.slice(0, 7);) {
    months.push(key);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
    key = `${year}-${String(month).padStart(2, '0')}`;
  }
  return months;
}

/** «3 – 29.03»; «4 – с 15.02 на 01.03» */
function setDay({ item, facts }: TimelineEvent): string {
  const [from, to] = [facts['from'], facts['to']].map((date) => (typeof date === 'string' ? day(date) : null));
  return `${item ?? ''} – ${from == null ? '' : `с ${from} на `}${to ?? ''}`;
}

function kindOf(document: string | null): string {
  const kind = document?.split('/').at(-1) ?? '';
  return isDocumentKind(kind) ? DOCUMENT_KIND_ROWS[kind].noun : kind;
}

function told(label: string, words: readonly string[]): readonly string[] {
  return words.length === 0 ? [] : [`${label}: ${words.join(', ')}`];
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** `2024-08-23…` → «23.08» */
function day(date: string): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}`;
}
