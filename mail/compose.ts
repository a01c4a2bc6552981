/**
 * One mail from everything that waits for one person: a single matter in its own words, several assignments in one list,
 * anything else as the morning mail; the week's summary comes last. Pure but for the templates given: same input, same mail.
 */
import { capitalFirst } from '#domain/typography';
import { dayOf, type Instant, type Zone } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import { dotted } from '#domain/local-date';
import type { NoticeKind } from '#domain/notice';
import { nameAndPatronymic } from '#domain/official';
import { calendarFilesOf } from './calendar-of-matters.js';
import type { CalendarFile } from './calendar.js';
import { cleaned } from './clean.js';
import { areAssignmentsOfOneRoadmap, assignmentsFields, digestFields, type ToldMatter } from './digest.js';
import { fieldsOf, type FieldsFor } from './fields.js';
import { weeklyFields } from './fields/weekly.js';
import { footerLines } from './footer.js';
import { htmlPart, preheader, textPart, type MailLayout, type Section } from './layout.js';
import { readLetter, type Letter } from './letter.js';
import { pageLink, subjectOf, type LinkSubject } from './links.js';
import type { Matter, PersonBrief, WeeklySummary } from './matter.js';
import type { MailTemplates } from './template-files.js';
import { DIGEST, SEVERAL_ASSIGNMENTS, textNameOf, WEEKLY_DIGEST } from './text-name.js';
import { byItemNo, shortened } from './wording.js';

const SUBJECT_LIMIT = 90;

export interface MailRequest {
  readonly recipient: PersonBrief;
  /** At least one matter or one summary. */
  readonly matters: readonly Matter[];
  readonly weekly?: readonly WeeklySummary[];
  /** When the mail is composed, on the installation's clock. */
  readonly at: Instant;
  readonly zone: Zone;
  /** Address of the pages without a slash at the end; null while there are none: then a mail has no links. */
  readonly baseUrl: string | null;
}

export interface ComposedMail {
  /** At most 90 characters. */
  readonly subject: string;
  /** Lines of at most 72 columns, LF. */
  readonly text: string;
  readonly html: string;
  readonly preheader: string;
  /** Attachments with deadlines: at most one file of events to show and one of events to remove. */
  readonly calendars: readonly CalendarFile[];
  readonly kinds: readonly NoticeKind[];
  readonly itemNos: readonly string[];
}

/** @throws VekhaError 'act.invalid' when there is nothing to tell, 'template.invalid' when a template asks for an unknown field */
export function composeMail(templates: MailTemplates, request: MailRequest): ComposedMail {
  const { recipient, matters, weekly = [], at, zone, baseUrl } = cleaned(request);
  const context: FieldsFor = { recipient, zone, baseUrl };
  const told = matters.map((matter) => tell(templates, matter, context));
  const letters: readonly Told[] = [
    ...mainLetter(templates, told, context),
    ...weekly.map((summary) => tellWeekly(templates, summary)),
  ];
  const [first] = letters;
  if (first === undefined) throw new VekhaError('act.invalid', 'Письмо не составлено: сообщать нечего.');
  const layout: MailLayout = {
    subject: shortened(plainHeader(first.letter.subject), SUBJECT_LIMIT),
    heading: first.letter.heading,
    counters: first.letter.counters,
    sections: letters.map((one, index) => sectionOf(one, index, recipient, baseUrl)),
    footer: footerLines(recipient, matters, weekly, baseUrl),
    banner: bannerOf(matters, weekly, dayOf(at, zone)),
    baseUrl,
  };
  return {
    subject: layout.subject,
    text: textPart(templates, layout),
    html: htmlPart(templates, layout),
    preheader: preheader(layout),
    calendars: calendarFilesOf(matters, recipient, at, baseUrl),
    kinds: [...new Set<NoticeKind>([...matters.map(({ kind }) => kind), ...weekly.map(({ kind }) => kind)])],
    itemNos: [...new Set(matters.map(({ item }) => item.no))].sort(byItemNo),
  };
}

/** A letter with what its links may lead to. */
interface Told {
  readonly letter: Letter;
  readonly subject: LinkSubject;
}

function tell(templates: MailTemplates, matter: Matter, context: FieldsFor): ToldMatter {
  const letter = renderLetter(templates, textNameOf(matter), fieldsOf(matter, context));
  return { matter, letter, link: pageLink(letter.button, subjectOf(matter), context.baseUrl) };
}

function mainLetter(templates: MailTemplates, told: readonly ToldMatter[], { recipient }: FieldsFor): readonly Told[] {
  const [only] = told;
  if (only === undefined) return [];
  if (told.length === 1) return [{ letter: only.letter, subject: subjectOf(only.matter) }];
  const subject = { code: only.matter.roadmap.code, itemNo: null, documentId: null };
  const assignments = areAssignmentsOfOneRoadmap(told.map(({ matter }) => matter));
  const letter = assignments
    ? renderLetter(templates, SEVERAL_ASSIGNMENTS, assignmentsFields(told, recipient))
    : renderLetter(templates, DIGEST, digestFields(told));
  return [{ letter, subject }];
}

function tellWeekly(templates: MailTemplates, summary: WeeklySummary): Told {
  return {
    letter: renderLetter(templates, WEEKLY_DIGEST, weeklyFields(summary)),
    subject: { code: summary.roadmap.code, itemNo: null, documentId: null },
  };
}

function renderLetter(templates: MailTemplates, name: string, fields: object): Letter {
  const render = templates.texts.get(name);
  if (render === undefined)
    throw new VekhaError('template.unknown', `Нет шаблона письма ${name}.hbs.`, { template: name });
  return readLetter(name, render(fields));
}

function sectionOf({ letter, subject }: Told, index: number, recipient: PersonBrief, baseUrl: string | null): Section {
  return {
    title: index === 0 ? null : letter.subject,
    opening: index === 0 ? greeted(letter.opening, recipient) : capitalFirst(letter.opening),
    letter,
    button: pageLink(letter.button, subject, baseUrl),
    link: pageLink(letter.link, subject, baseUrl),
  };
}

function greeted(opening: string, recipient: PersonBrief): string {
  const greeting = nameAndPatronymic(recipient);
  return greeting === null ? capitalFirst(opening) : `${greeting}, ${opening}`;
}

function bannerOf(matters: readonly Matter[], weekly: readonly WeeklySummary[], today: Matter['today']): string {
  const codes = new Set([...matters, ...weekly].map(({ roadmap }) => roadmap.code));
  return `Веха · ${[...codes].join(', ')} · ${dotted(today)}`;
}

/** A header is searched as text: no no-break spaces. */
function plainHeader(subject: string): string {
  return subject.replaceAll(/[\u00a0\u202f]/g, ' ').replaceAll('\u2011', '-');
}
