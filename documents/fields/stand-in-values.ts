/**
 * Values with which a rehearsal fills a draft, so that its route can be walked before anybody has data. Each text says that
 * it is a rehearsal's; figures are the smallest that pass the checks. Never used on a living roadmap.
 */
import type { DocumentKind } from '#domain/document-kind';
import { questionsOf } from './questions.js';
import type { Column } from './register-columns/column.js';

const MARK = 'для репетиции';

/** In the shape that `parseValues` reads. Only what a document cannot be approved without. */
export function standInValues(
  kind: DocumentKind,
  { responsibleId }: { readonly responsibleId: string },
): Readonly<Record<string, unknown>> {
  const required = questionsOf(kind).filter((question) => question.required);
  return Object.fromEntries(
    required.map(({ name, label, type }): [string, unknown] => {
      if (type === 'person') return [name, responsibleId];
      if (typeof type === 'object' && 'rows' in type) return [name, [standInRow(type.rows)]];
      if (type === 'date') return [name, STAND_IN_DAY];
      return [name, `${label} ${MARK}`];
    }),
  );
}

function standInRow(columns: readonly Column[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(columns.map((column) => [column.name, standInCell(column)]));
}

function standInCell({ label, type }: Column): unknown {
  switch (type) {
    case 'text':
      return `${label} ${MARK}`;
    case 'int':
      return 1;
    case 'money':
      return '1,00';
    case 'date':
      return STAND_IN_DAY;
    case 'inn':
      return STAND_IN_INN;
    case 'ogrn':
      return '0'.repeat(13);
    case 'number19':
      return '0'.repeat(19);
  }
}

const STAND_IN_DAY = '09.01.2024';

/** Check digits right, region 00: no tax office gives such a number. */
const STAND_IN_INN = '0000000000';
