/** From an order as it was read to what was understood: the domain reads its deadlines. Stores nothing. */
import type { DeadlineReading } from '#domain/deadline';
import { readDeadline } from '#domain/deadline';
import { documentKindFor } from '#domain/document-plan';
import type { ItemRecord, ItemResult } from '#domain/item';
import type { OrderReading, Problem, ReadItem, ReadResult } from '#domain/order';
import { checkPlan } from '#domain/plan-checks';
import type { CheckedOrder } from './order-cards.js';
import type { ClientDeps } from './deps.js';

export interface UnderstoodOrder {
  readonly reading: OrderReading;
  readonly deadlines: readonly DeadlineReading[];
  readonly problems: readonly Problem[];
}

/** Whoever counts days: the body's working days and its rules. */
export type Counting = Pick<ClientDeps, 'calendar' | 'rules'>;

export function understand(reading: OrderReading, { calendar, rules }: Counting): UnderstoodOrder {
  const orderDate = reading.order.date.value;
  const deadlines = reading.items.map((item) => readDeadline(item.deadline.value, { orderDate, calendar, rules }));
  const items = reading.items.flatMap(({ no, title, responsible }, i) => {
    const deadline = deadlines[i];
    if (deadline === undefined) return [];
    return [{ no: no.value, title: title.value, responsible: responsible.map(({ value }) => value), deadline }];
  });
  const found = checkPlan({ orderDate, items });
  return { reading, deadlines, problems: [...reading.problems, ...found] };
}

export function toChecked({ reading, deadlines, problems }: UnderstoodOrder): CheckedOrder {
  const { order, items, parties = [] } = reading;
  return {
    order: {
      kind: order.kind.value,
      date: order.date.value,
      number: order.number.value,
      title: order.title.value,
      issuer: order.issuer.value,
      controller: order.controller?.value ?? null,
      signatory: order.signatory.value,
    },
    items: items.map((item, i) => ({
      no: item.no.value,
      title: item.title.value,
      responsible: item.responsible.map((party) => party.value),
      results: item.results.map(({ kind, text }) => ({ kind, text: text.value })),
      deadline: deadlineOf(item, deadlines[i]),
      source: item.title.sources[0] ?? null,
    })),
    parties: parties.map(({ name, variants, items: its }) => ({
      name,
      spellings: variants,
      items: its.map(({ no }) => no),
    })),
    problems,
  };
}

export function toRecords(code: string, { reading, deadlines }: UnderstoodOrder): readonly ItemRecord[] {
  return reading.items.flatMap((item, i) => {
    const deadline = deadlines[i];
    if (deadline === undefined) return [];
    return [
      {
        roadmapCode: code,
        no: item.no.value,
        title: item.title.value,
        parties: item.responsible.map((party) => party.value),
        results: itemResultsOf(item.title.value, item.results),
        deadlineText: item.deadline.value,
        deadline,
      },
    ];
  });
}

/** @param measure title of the item */
export function itemResultsOf(
  measure: string,
  results: readonly Pick<ReadResult, 'kind' | 'text'>[],
): readonly ItemResult[] {
  return results.map(({ kind, text }, i) => ({
    key: String(i + 1),
    kind,
    text: text.value,
    documentKind: documentKindFor(measure, { kind, text: text.value }),
  }));
}

function deadlineOf(item: ReadItem, deadline: DeadlineReading | undefined) {
  return {
    text: item.deadline.value,
    kind: deadline?.kind ?? 'unclear',
    due: deadline?.due ?? null,
    workingDue: deadline?.workingDue ?? null,
    explanation: deadline?.explanation ?? '',
  };
}
