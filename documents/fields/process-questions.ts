/** What a person may supply for the kinds that the process draws on: memos, amendments, reports, requests. */
import type { DocumentKind } from '#domain/document-kind';
import type { Question } from './questions.js';
import type { Column } from './register-columns/column.js';

const asked =
  (required: boolean) =>
  (name: string, label: string, type: Question['type']): Question => ({ name, label, required, type });
const required = asked(true);
const optional = asked(false);

const CHANGES: readonly Column[] = [
  { name: 'пункт', label: 'изменяемый пункт', type: 'text' },
  { name: 'графа', label: 'изменяемая графа', type: 'text' },
  { name: 'было', label: 'прежние слова', type: 'text' },
  { name: 'стало', label: 'новые слова', type: 'text' },
];

type ProcessKind = Extract<
  DocumentKind,
  | 'memo-extension'
  | 'order-amendment'
  | 'approval-sheet'
  | 'report-item'
  | 'note-removal'
  | 'control-card'
  | 'summary'
  | 'report-discipline'
>;

export const PROCESS_QUESTIONS: Readonly<Record<ProcessKind, readonly Question[]>> = {
  'memo-extension': [
    required('новоеЗначение', 'новый срок', 'date'),
    required('причина', 'причина переноса', 'text'),
    required('сделано', 'что сделано', 'text'),
    optional('староеЗначение', 'прежний срок', 'date'),
    optional('подтверждения', 'чем подтверждена причина', 'lines'),
    optional('адресат', 'вышестоящий орган, если срок назначил он: тогда это письмо-ходатайство', 'addressee'),
    optional('реквизиты', 'для ходатайства: строки бланка', 'lines'),
  ],
  'order-amendment': [
    required('причина', 'в связи с чем вносится изменение, творительный падеж', 'text'),
    optional('новоеЗначение', 'новый срок, если изменяется только он', 'date'),
    optional('изменения', 'изменения, если их несколько или изменяется не срок', { rows: CHANGES }),
  ],
  'approval-sheet': [],
  'report-item': [
    required('сделано', 'что сделано', 'text'),
    optional('вид', 'какая справка', { choice: ['итоговая', 'промежуточная'] }),
    optional('исполнено', 'когда исполнен пункт', 'date'),
    optional('ожидается', 'ожидаемая дата исполнения, для промежуточной справки', 'date'),
  ],
  'note-removal': [],
  'control-card': [],
  summary: [
    optional('составил', 'кто составил сводку', 'text'),
    optional('вывод', 'для итоговой: что сделано по дорожной карте', 'text'),
  ],
  'report-discipline': [],
};
