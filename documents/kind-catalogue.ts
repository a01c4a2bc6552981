/**
 * The fields that each kind of ours is given, for whoever has a template and no order yet: the checker and the preview.
 * Asks the same code that fills a real draft, with an order about nothing.
 */
import { DEFAULT_RULES } from '#domain/deadline-rules';
import { workingCalendar } from '#domain/working-calendar';
import { DOCUMENT_KINDS, isDocumentKind, type DocumentKind } from '#domain/document-kind';
import { parseLocalDate } from '#domain/local-date';
import type { FieldCatalogue } from './field-catalogue.js';
import { NOBODY } from './fields/facts.js';
import { gatherFields, type DocumentFacts } from './fields/index.js';

/** @returns null for a kind that is not ours */
export function catalogueOfKind(kind: string): FieldCatalogue | null {
  return isDocumentKind(kind) ? gatherFields(kind, nothingKnown()).catalogue : null;
}

export function builtInKinds(): readonly DocumentKind[] {
  return DOCUMENT_KINDS;
}

function nothingKnown(): DocumentFacts {
  const day = parseLocalDate('2024-01-09');
  return {
    order: {
      kind: 'распоряжение',
      date: day,
      number: '1-р',
      title: 'Об утверждении комплекса мер',
      issuer: 'Комитет',
      headLines: ['КОМИТЕТ'],
      preamble: null,
      points: [],
      controller: null,
      signatory: { name: null, position: 'председатель комитета' },
      planTitle: null,
    },
    roadmap: { code: 'А-2024' },
    item: {
      no: '1',
      title: 'Назначено ответственное лицо',
      deadlineText: '',
      deadline: { phrase: '', kind: 'none', due: null, workingDue: null, explanation: '' },
      results: [],
      stage: null,
    },
    people: NOBODY,
    siblings: [],
    today: day,
    calendar: workingCalendar(),
    rules: DEFAULT_RULES,
    ladder: { before: [] },
    values: {},
  };
}
