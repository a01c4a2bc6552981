/** Russian words for states, one set for pages, mails, documents and the command line. Derived ones are never stored. */
import type { DeadlineKind } from './deadline.js';
import { DOCUMENT_KIND_ROWS, type DocumentKind } from './document-kind.js';
import { isOver, type DocumentState, type ItemStatus } from './item.js';
import { workingDaysLate } from './lateness.js';
import type { LocalDate } from './local-date.js';
import type { ResultKind } from './order.js';
import { workingDays } from './plural.js';
import type { WorkingCalendar } from './working-calendar.js';

export const ROADMAP_LABELS = {
  imported: 'Не запущена',
  running: 'Исполняется',
  done: 'Исполнена',
  stopped: 'Остановлена',
} as const;

export const ITEM_LABELS: Readonly<Record<ItemStatus, string>> = {
  planned: 'Запланировано',
  waitingDate: 'Ждёт даты',
  active: 'В работе',
  reported: 'Отчёт у контролёра',
  returned: 'Отчёт возвращён',
  offControl: 'Снято с контроля',
  withdrawn: 'Исключено',
};

export const DEADLINE_LABELS: Readonly<Record<DeadlineKind, string>> = {
  date: 'Дата',
  range: 'Период',
  recurring: 'Повторяется',
  term: 'Срок от события',
  external: 'Внешний срок',
  continuous: 'Постоянно',
  none: 'Без срока',
  unclear: 'Непонятен',
};

/** What a named result is, by its leading noun. */
export const RESULT_LABELS: Readonly<Record<ResultKind, string>> = {
  order: 'Акт органа',
  letter: 'Письмо',
  register: 'Реестр',
  form: 'Форма',
  report: 'Отчёт',
  act: 'Акт приёмки или обследования',
  other: 'Другое',
};

/** Masculine, neuter, feminine: a participle agrees with the kind of the document. */
const DOCUMENT_LABELS: Readonly<Record<DocumentState, readonly [string, string, string]>> = {
  filling: ['Заполняется', 'Заполняется', 'Заполняется'],
  onApproval: ['На согласовании', 'На согласовании', 'На согласовании'],
  returned: ['Возвращён с замечаниями', 'Возвращено с замечаниями', 'Возвращена с замечаниями'],
  toSign: ['На подписи', 'На подписи', 'На подписи'],
  registered: ['Зарегистрирован', 'Зарегистрировано', 'Зарегистрирована'],
  filed: ['В деле', 'В деле', 'В деле'],
  cancelled: ['Отменён', 'Отменено', 'Отменена'],
};

const MAIL_LABELS: Readonly<Record<string, string>> = {
  pending: 'Ожидает',
  sending: 'Отправляется',
  sent: 'Отправлено',
  failed: 'Не доставлено',
  expired: 'Устарело',
};

/** Shown first wins: withdrawn, off control, then overdue, then a request for a later day, then the state itself. */
export function itemLabel(
  item: { readonly status: ItemStatus; readonly workingDue: LocalDate | null; readonly extensionAsked?: boolean },
  today: LocalDate,
  calendar: WorkingCalendar,
): string {
  const late = item.workingDue === null ? 0 : workingDaysLate(item.workingDue, today, calendar);
  if (isOver(item.status)) return ITEM_LABELS[item.status];
  if (late > 0) return `Просрочено на ${workingDays(late, 'acc')}`;
  return item.extensionAsked === true ? 'Ждёт решения о переносе' : ITEM_LABELS[item.status];
}

export function documentLabel(kind: DocumentKind, state: DocumentState): string {
  const [masculine, neuter, feminine] = DOCUMENT_LABELS[state];
  const { gender } = DOCUMENT_KIND_ROWS[kind];
  return gender === 'm' ? masculine : gender === 'n' ? neuter : feminine;
}

export function mailLabel(state: string): string {
  return MAIL_LABELS[state] ?? state;
}
