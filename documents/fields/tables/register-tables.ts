/** Registers that may come from a table file: what they are called, which blank they fill, what may stand in them once. Pure. */
import { DOCUMENT_KINDS, type DocumentKind } from '#domain/document-kind';
import { questionsOf } from '../questions.js';
import { ACCEPTANCE } from '../register-columns/acceptance.js';
import type { Column } from '../register-columns/column.js';
import { EQUIPMENT } from '../register-columns/equipment.js';
import { MONITORING } from '../register-columns/monitoring.js';
import { NOTICES } from '../register-columns/notices.js';
import { ORGANISATIONS } from '../register-columns/organisations.js';

export interface RegisterTable {
  /** As a person asks for it on the command line. */
  readonly name: string;
  /** Name of the blank that it fills. */
  readonly question: string;
  readonly columns: readonly Column[];
  /** Column whose value no two rows share. */
  readonly distinct: string | null;
}

export const REGISTER_TABLES: readonly RegisterTable[] = [
  { name: 'организации', question: 'организации', columns: ORGANISATIONS, distinct: 'инн' },
  { name: 'оборудование', question: 'оборудование', columns: EQUIPMENT, distinct: null },
  { name: 'извещения', question: 'извещения', columns: NOTICES, distinct: 'номер' },
  { name: 'приёмка', question: 'приёмка', columns: ACCEPTANCE, distinct: null },
  { name: 'мониторинг', question: 'строки', columns: MONITORING, distinct: null },
];

/** @param name of a table or of a kind of document; null when neither has one */
export function registerTable(name: string): RegisterTable | null {
  const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');
  const named = REGISTER_TABLES.find((table) => plain(table.name) === plain(name));
  const kind = DOCUMENT_KINDS.find((each) => each === name);
  return named ?? (kind === undefined ? null : tableOfKind(kind));
}

function tableOfKind(kind: DocumentKind): RegisterTable | null {
  const columns = questionsOf(kind).flatMap(({ type }) =>
    typeof type === 'object' && 'rows' in type ? [type.rows] : [],
  );
  return REGISTER_TABLES.find((table) => columns.includes(table.columns)) ?? null;
}
