/** Finished documents that the acceptance list is held against: each kind, as a draft and registered, of three bodies. */
import {
  documentText,
  gatherFields,
  parseValues,
  profileFor,
  renderDocument,
  standInValues,
  type Gap,
} from '#documents';
import type { DocumentFacts, ProfileName } from '#documents';
import type { DocumentKind } from '#domain/document-kind';
import { parseLocalDate } from '#domain/local-date';
import { peopleOf, templates } from '../fields/draft.js';
import { factsOf, person, reading } from '../fields/facts-of.js';
import { storyFacts } from '../story.js';
import { type ReadDocument, readDocument } from './read-document.js';

export interface Sample {
  readonly kind: DocumentKind;
  readonly facts: DocumentFacts;
  readonly title: string;
  readonly gaps: readonly Gap[];
  readonly profile: ProfileName;
  readonly document: ReadDocument;
  readonly bytes: Uint8Array;
  /** As printed, one paragraph or row of a table a line. */
  readonly text: string;
}

export async function sampleOf(kind: DocumentKind, facts: DocumentFacts): Promise<Sample> {
  const { data, catalogue, title } = gatherFields(kind, facts);
  const profile = profileFor(facts.registration?.date ?? facts.today);
  const { bytes, gaps } = await renderDocument(await templates(), kind, data, { profile, fields: catalogue });
  return { kind, facts, title, gaps, profile, bytes, document: readDocument(bytes), text: documentText(bytes) };
}

export type Maker = (kind: DocumentKind) => Promise<DocumentFacts>;

const LATE = parseLocalDate('2025-09-01');

export const MAKERS: Readonly<Record<string, Maker>> = {
  'the story as it stands': (kind) => storyFacts(kind),
  'the story before registration': (kind) => storyFacts(kind, { today: '20.08.2024' }),
  'the story registered under the standard of 2025': (kind) => storyFacts(kind, { registered: ['01.09.2025', '7-р'] }),
  'another body, a woman at its head, one row, not registered': (kind) => another('87-p', kind, false),
  'a body whose act commands, registered under the standard of 2025': (kind) => another('18-1-o', kind, true),
};

/** A body of another region, whose head and controller are women; registers hold one row. */
async function another(order: string, kind: DocumentKind, registered: boolean): Promise<DocumentFacts> {
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
    registration: registered ? { date: LATE, number: '7-р' } : null,
  });
  const { values } = parseValues(kind, standInValues(kind, { responsibleId: KIM.id }), peopleOf(facts));
  return { ...facts, values };
}

const ZHIVAGO = person('zhivago', ['Живаго', 'Нина', 'Львовна'], 'f', 'начальник управления');
const ZORINA = person('zorina', ['Зорина', 'Анна', 'Павловна'], 'f', 'заместитель начальника управления');
const KIM = person('kim', ['Ким', 'Олег', 'Ильич'], 'm', 'главный специалист отдела развития', {
  unit: 'отдел развития',
  phone: '8 (495) 000-00-00',
});
