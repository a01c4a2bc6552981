/** Finished documents that the acceptance list is held against: each kind, as a draft and registered, of three bodies. */
import {
  documentText,
  gatherFields,
  parseValues,
  profileFor,
  registerDraft,
  renderDocument,
  standInValues,
  type Gap,
} from '#documents';
import type { DocumentFacts, ProfileName } from '#documents';
import type { DocumentKind } from '#domain/document-kind';
import { type LocalDate, parseLocalDate } from '#domain/local-date';
import { peopleOf, templates } from '../fields/draft.js';
import { factsOf, person, reading } from '../fields/facts-of.js';
import { registrationOf, storyFacts } from '../story.js';
import { type ReadDocument, readDocument } from './read-document.js';

export interface Sample {
  readonly kind: DocumentKind;
  readonly facts: DocumentFacts;
  /** Null: still a draft. */
  readonly registration: Registration | null;
  readonly title: string;
  readonly gaps: readonly Pick<Gap, 'label'>[];
  readonly profile: ProfileName;
  readonly document: ReadDocument;
  readonly bytes: Uint8Array;
  /** As printed, one paragraph or row of a table a line. */
  readonly text: string;
}

interface Registration {
  readonly number: string;
  readonly date: LocalDate;
}

export async function sampleOf(
  kind: DocumentKind,
  facts: DocumentFacts,
  registration: Registration | null,
): Promise<Sample> {
  const { data, catalogue, title } = gatherFields(kind, facts);
  const profile = profileFor(facts.today);
  const draft = await renderDocument(await templates(), kind, data, { profile, fields: catalogue });
  const { bytes, gaps } = registration === null ? draft : registerDraft(draft, registration);
  const read = { document: readDocument(bytes), text: documentText(bytes) };
  return { kind, facts, registration, title, gaps, profile, bytes, ...read };
}

export type Maker = (kind: DocumentKind) => Promise<Sample>;

const LATE = parseLocalDate('2025-09-01');
const LATE_REGISTRATION: Registration = { date: LATE, number: '7-р' };

export const MAKERS: Readonly<Record<string, Maker>> = {
  'the story as it stands': async (kind) => sampleOf(kind, await storyFacts(kind), await registrationOf(kind)),
  'the story before registration': async (kind) => sampleOf(kind, await storyFacts(kind, '20.08.2024'), null),
  'the story registered under the standard of 2025': async (kind) =>
    sampleOf(kind, await storyFacts(kind, '01.09.2025'), LATE_REGISTRATION),
  'another body, a woman at its head, one row, not registered': (kind) => another('87-p', kind, false),
  'a body whose act commands, registered under the standard of 2025': (kind) => another('18-1-o', kind, true),
};

/** A body of another region, whose head and controller are women; registers hold one row. */
async function another(order: string, kind: DocumentKind, registered: boolean): Promise<Sample> {
  const read = await reading(order);
  const no = read.items[0]?.no.value ?? '1';
  const facts = factsOf(read, no, {
    people: {
      responsible: KIM,
      coExecutors: [],
      controller: ZORINA,
      signatory: ZHIVAGO,
      addressee: KIM,
      externalParty: null,
      directory: [ZORINA],
    },
    today: LATE,
  });
  const { values } = parseValues(kind, standInValues(kind, { responsibleId: KIM.id }), peopleOf(facts));
  return sampleOf(kind, { ...facts, values }, registered ? LATE_REGISTRATION : null);
}

const ZHIVAGO = person('zhivago', ['Живаго', 'Нина', 'Львовна'], 'f', 'начальник управления');
const ZORINA = person('zorina', ['Зорина', 'Анна', 'Павловна'], 'f', 'заместитель начальника управления');
const KIM = person('kim', ['Ким', 'Олег', 'Ильич'], 'm', 'главный специалист отдела развития', {
  unit: 'отдел развития',
  phone: '8 (495) 000-00-00',
});
