/** What a person may supply for each kind of document. Names are those of the templates. */
import type { DocumentKind } from '#domain/document-kind';
import { PROCESS_QUESTIONS } from './process-questions.js';
import { ACCEPTANCE } from './register-columns/acceptance.js';
import type { Column, ValueType } from './register-columns/column.js';
import { EQUIPMENT } from './register-columns/equipment.js';
import { MONITORING } from './register-columns/monitoring.js';
import { NOTICES } from './register-columns/notices.js';
import { ORGANISATIONS } from './register-columns/organisations.js';

export interface Question {
  readonly name: string;
  readonly label: string;
  /** Without it the document cannot be approved. */
  readonly required: boolean;
  readonly type: ValueType | { readonly rows: readonly Column[] } | { readonly choice: readonly string[] };
}

export interface FieldQuestion {
  readonly name: string;
  readonly label: string;
  /** Russian: «дата (25.08.2024)», «строки: муниципалитет, наименование …». */
  readonly type: string;
  readonly required: boolean;
}

/** For help and forms. */
export function fieldQuestions(kind: DocumentKind): readonly FieldQuestion[] {
  return QUESTIONS[kind].map(({ name, label, type, required }) => ({ name, label, type: typeLabel(type), required }));
}

export function questionsOf(kind: DocumentKind): readonly Question[] {
  return QUESTIONS[kind];
}

export const TYPE_LABELS: Readonly<Record<ValueType, string>> = {
  text: 'текст',
  int: 'целое число',
  date: 'дата (25.08.2024)',
  money: 'рубли (746 230,00)',
  inn: 'ИНН',
  ogrn: 'ОГРН',
  number19: 'номер из 19 цифр',
  person: 'человек: код из справочника, «Фамилия И.О.» или {фамилия, имя, отчество, пол, должность}',
  addressee:
    'человек: код из справочника, «Фамилия И.О.» или {фамилия, имя, отчество, пол, должность}; или название органа',
  lines: 'список строк',
  act: 'реквизиты: {номер, дата}',
};

function typeLabel(type: Question['type']): string {
  if (typeof type === 'string') return TYPE_LABELS[type];
  if ('choice' in type) return `одно из: ${type.choice.join(', ')}`;
  return `строки: ${type.rows.map(({ name }) => name).join(', ')}`;
}

const rows = (name: string, label: string, columns: readonly Column[]): Question => ({
  name,
  label,
  required: true,
  type: { rows: columns },
});

const optional = (name: string, label: string, type: Question['type']): Question => ({
  name,
  label,
  required: false,
  type,
});

const SUBJECT = optional('предмет', 'чего перечень, родительный падеж', 'text');
const PHONE = optional('исполнитель.телефон', 'контактный телефон исполнителя', 'text');
const REPLY = optional('ответДо', 'до какого дня просим ответить', 'date');
const SHEETS = optional('приложение.листов', 'листов приложения', 'int');
const AS_OF = optional('наДату', 'на какую дату данные; если не указана, на сегодня', 'date');
const PLANNED = optional('планКомплектов', 'план комплектов', 'int');
const COVER = optional('письмо', 'номер и дата сопроводительного письма', 'act');
const SCHEDULE = optional('график', 'номер и дата письма с графиком', 'act');
const COPY_TERM = optional('срокНаправления', 'за сколько рабочих дней направить копию', 'int');
const PRICES = optional('цены', 'перечень с ценами', { choice: ['да', 'нет'] });

const LETTER: readonly Question[] = [
  optional('адресат', 'кому: человек из справочника или название органа', 'addressee'),
  optional('реквизиты', 'строки бланка: адрес, телефон, коды', 'lines'),
  PHONE,
  optional('дело', 'индекс дела по номенклатуре', 'text'),
  SHEETS,
  REPLY,
];

const QUESTIONS: Readonly<Record<DocumentKind, readonly Question[]>> = {
  'order-appointment': [
    { name: 'назначаемый', label: 'кто назначается', required: true, type: 'person' },
    optional('роль', 'кем назначается, именительный падеж', 'text'),
    optional('глагол', 'слово распоряжения', { choice: ['утвердить', 'назначить', 'определить'] }),
    optional('поручения', 'поручения ответственному лицу', 'lines'),
  ],
  'letter-organisations': [rows('организации', 'перечень организаций', ORGANISATIONS), SUBJECT, ...LETTER],
  'order-organisations': [
    rows('организации', 'перечень организаций', ORGANISATIONS),
    SUBJECT,
    optional('рекомендация', 'пункт с рекомендацией, целиком', 'text'),
    COPY_TERM,
  ],
  'letter-equipment': [
    rows('оборудование', 'перечень оборудования', EQUIPMENT),
    optional('комплектов', 'на сколько комплектов рассчитан перечень', 'int'),
    SCHEDULE,
    PRICES,
    SUBJECT,
    ...LETTER,
  ],
  'order-equipment': [rows('оборудование', 'перечень оборудования', EQUIPMENT), SCHEDULE, PRICES, SUBJECT, COPY_TERM],
  'register-notices': [rows('извещения', 'реестр извещений', NOTICES), AS_OF, PLANNED, COVER],
  'register-acceptance': [
    rows('приёмка', 'реестр документов о приёмке', ACCEPTANCE),
    AS_OF,
    PLANNED,
    optional('пояснение', 'почему принято не всё', 'text'),
    optional('бухгалтер', 'с кем из бухгалтерии согласовано', 'person'),
    COVER,
  ],
  'form-monitoring': [
    rows('строки', 'строки мониторинга', MONITORING),
    AS_OF,
    optional('этап', 'этап мониторинга', { choice: ['I', 'II'] }),
    optional('прошлаяДата', 'дата данных прошлого этапа', 'date'),
    optional('пояснение', 'из чего складывается отклонение', 'text'),
    PHONE,
    COVER,
  ],
  'notice-assignment': [],
  'letter-cover': [
    optional('вложение', 'что направляется, винительный падеж', 'text'),
    optional('заголовок', 'заголовок письма', 'text'),
    AS_OF,
    optional('выводы', 'выводы, каждый с новой строки', 'lines'),
    ...LETTER.filter((question) => question !== REPLY),
  ],
  'letter-form': [
    { ...REPLY, required: true },
    optional('этап', 'этап мониторинга', { choice: ['I', 'II'] }),
    ...LETTER.filter((question) => question !== REPLY && question !== SHEETS),
  ],
  'letter-schedule': LETTER.filter((question) => question !== SHEETS),
  ...PROCESS_QUESTIONS,
};
