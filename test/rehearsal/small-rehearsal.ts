/** A rehearsal of a few items and events, for tests that name each figure themselves. */
import type { ItemCard, PersonCard } from '#client';
import { parseLocalDate } from '#domain/local-date';
import type { Official } from '#domain/official';
import type { Rehearsal, TimelineEvent } from '#rehearsal';

export const SOKOLOVA: PersonCard = { id: 'p-1', name: 'Соколова М.А.', post: 'специалист' };
export const TIKHONOV: PersonCard = { id: 'p-2', name: 'Тихонов П.С.', post: 'начальник отдела' };
const GLEVITSKAYA: PersonCard = { id: 'p-3', name: 'Глевицкая Е.И.', post: 'начальник сектора' };

const PEOPLE: readonly Official[] = [
  official('p-1', 'Соколова', 'М.А.', 'f'),
  official('p-2', 'Тихонов', 'П.С.', 'm'),
  official('p-3', 'Глевицкая', 'Е.И.', 'f'),
];

/** From 09.01.2024, a Tuesday, to 31.05.2024. */
export function rehearsal(items: readonly ItemCard[], timeline: readonly TimelineEvent[] = []): Rehearsal {
  return {
    code: 'ПЛАН-2024',
    scenario: 'mixed',
    roadmap: {
      code: 'ПЛАН-2024',
      title: 'План мероприятий',
      order: { kind: 'приказ', date: parseLocalDate('2024-01-09'), number: '7-од' },
      state: 'running',
      stateLabel: 'Исполняется',
      edition: null,
      items,
    },
    timeline: [...timeline].sort((a, b) => (a.at < b.at ? -1 : 1)),
    people: PEOPLE,
    from: parseLocalDate('2024-01-09'),
    to: parseLocalDate('2024-05-31'),
  };
}

/** @param due `DD.MM.YYYY`, a working day unless `workingDue` says otherwise; null: no date */
export function item(no: string, due: string | null, change: Partial<ItemCard> = {}): ItemCard {
  const day = due === null ? null : parseLocalDate(due);
  return {
    id: `ПЛАН-2024/${no}`,
    no,
    printedNo: no,
    title: `Мероприятие ${no}`,
    status: 'active',
    statusLabel: 'В работе',
    waitsFor: [],
    since: null,
    responsible: SOKOLOVA,
    coExecutors: [],
    controller: GLEVITSKAYA,
    head: null,
    deadlineText: due ?? 'по графику министерства',
    deadlineKind: due === null ? 'external' : 'date',
    due: day,
    workingDue: day,
    ordered: { due: day, workingDue: day, explanation: '' },
    explanation: '',
    nextMailAt: null,
    results: [],
    documents: [],
    ...change,
  };
}

/** @param at `2024-03-01T09:00` */
export function event(at: string, what: string, change: Partial<TimelineEvent> = {}): TimelineEvent {
  return { at, item: null, what, who: null, document: null, facts: {}, ...change };
}

export function mail(at: string, who: string, items: string, kinds = 'reminder'): TimelineEvent {
  const numbers = items.split(' ');
  const item = numbers.length === 1 ? items : null;
  return event(at, 'mail', { who, item, facts: { subject: `О пунктах ${items}`, kinds, items } });
}

/** One mail on each of the first `count` days of a month (`2024-03`). */
export function mailsInMonth(
  month: string,
  count: number,
  who: string,
  items: string,
  kinds?: string,
): readonly TimelineEvent[] {
  return Array.from({ length: count }, (_, i) =>
    mail(`${month}-${String(i + 1).padStart(2, '0')}T09:00`, who, items, kinds),
  );
}

function official(id: string, surname: string, initials: string, gender: 'm' | 'f'): Official {
  return {
    id,
    surname,
    initials,
    gender,
    name: null,
    patronymic: null,
    post: 'специалист',
    unit: null,
    email: `${id}@example.test`,
    phone: null,
    external: false,
  };
}
