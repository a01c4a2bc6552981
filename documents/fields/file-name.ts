/** Names of the files that people see in their folders. Pure. */
import { capitalFirst } from '#domain/typography';
import type { DocumentKind } from '#domain/document-kind';
import { DOCUMENT_KIND_ROWS } from '#domain/document-kind';
import { dotted } from '#domain/local-date';
import type { OrderKind } from '#domain/order';
import type { Registration } from './facts.js';

export interface FileNameFacts {
  /** Kind of the order executed: an act is of the same kind. */
  readonly actKind: OrderKind;
  readonly code: string;
  readonly no: string;
  readonly version: number;
  readonly registration: Registration | null;
}

const LONGEST = 120;
const EXTENSION = '.docx';

/** «Распоряжение 28.12.2023 № 3538-р.docx», «Распоряжение о назначении ЦОС-2024 п.1 версия 2 проект.docx» */
export function fileName(kind: DocumentKind, { actKind, code, no, version, registration }: FileNameFacts): string {
  const { noun, routed } = DOCUMENT_KIND_ROWS[kind];
  const paper = capitalFirst(isAct(kind) ? actKind : noun);
  if (registration !== null) return safe(`${paper} ${dotted(registration.date)} № ${registration.number}`, '');
  return safe(`${paper} ${ABOUT[kind]} ${code} п.${no}`, ` версия ${String(version)}${routed ? ' проект' : ''}`);
}

/**
 * Tells two papers of one item apart while they have no number: the noun is shared. By the kind alone, so that the name
 * stays the same when somebody corrects the subject.
 */
const ABOUT: Readonly<Record<DocumentKind, string>> = {
  'order-appointment': 'о назначении',
  'letter-organisations': 'о перечне организаций',
  'order-organisations': 'о перечне организаций',
  'letter-equipment': 'о перечне оборудования',
  'order-equipment': 'о перечне оборудования',
  'register-notices': 'извещений',
  'register-acceptance': 'приёмки',
  'form-monitoring': 'мониторинга',
  'notice-assignment': 'о поручении',
  'letter-cover': 'сопроводительное',
  'letter-form': 'о форме мониторинга',
  'letter-schedule': 'о графике',
  'memo-extension': 'о переносе срока',
  'order-amendment': 'о внесении изменений',
  'approval-sheet': '',
  'report-item': 'об исполнении',
  'note-removal': 'о снятии с контроля',
  'control-card': '',
  summary: '',
  'report-discipline': 'об исполнительской дисциплине',
};

function isAct(kind: DocumentKind): boolean {
  return kind.startsWith('order-');
}

/** What tells versions apart is never cut off. */
function safe(head: string, tail: string): string {
  const clean = head
    .replaceAll(/\p{Surrogate}/gu, '\ufffd')
    .replaceAll(/[\\/:*?"<>|]/gu, '-')
    .replaceAll(/[\p{Cc}\p{Cf}]/gu, '')
    .replaceAll(/\s+/gu, ' ');
  const room = LONGEST - tail.length - EXTENSION.length;
  const cut = [...clean].length > room ? [...clean].slice(0, room).join('') : clean;
  return `${cut.replace(/[\s.]+$/u, '')}${tail}${EXTENSION}`;
}
