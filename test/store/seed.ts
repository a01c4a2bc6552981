/** Rows that the tests of the store lean on: two officials, an order, its roadmap with two items. */
import { createHash } from 'node:crypto';
import type { ItemPeople, ItemRecord } from '#domain/item';
import { parseLocalDate } from '#domain/local-date';
import type { Official } from '#domain/official';
import type { Field, OrderReading } from '#domain/order';
import type { projectItem } from '#store/projection';
import { createRoadmap, insertItems, saveOfficials, saveOrder, type NewOrder, type Store } from '#store';

export const AT = Date.UTC(2023, 11, 26, 6);
export const CODE = 'ЦОС-2024';
export const PEOPLE: ItemPeople = {
  responsible: 'sokolova',
  coExecutors: [],
  controller: 'glevitskaya',
  head: 'glevitskaya',
  dateOwner: null,
};

export function official(id: string, surname: string, change: Partial<Official> = {}): Official {
  return {
    id,
    surname,
    name: null,
    patronymic: null,
    initials: 'М.А.',
    gender: 'f',
    post: 'главный специалист',
    unit: null,
    email: `${id}@example.test`,
    phone: null,
    external: false,
    ...change,
  };
}

export function newOrder(id: string, number = '3509-р', text = 'текст распоряжения'): NewOrder {
  const bytes = new TextEncoder().encode(text);
  return {
    id,
    reading: reading(number),
    fileName: 'order.txt',
    fileSha256: sha256(bytes),
    fileBytes: bytes,
    importedAt: AT,
  };
}

export function item(no: string, change: Partial<ItemRecord> = {}): ItemRecord {
  const due = parseLocalDate('2024-08-25');
  const workingDue = parseLocalDate('2024-08-23');
  return {
    roadmapCode: CODE,
    no,
    title: 'Закуплено, доставлено и налажено оборудование',
    parties: ['Региональный координатор'],
    results: [{ key: '1', kind: 'register', text: 'реестр документов о приемке', documentKind: 'register-acceptance' }],
    deadlineText: '25 августа 2024 года',
    deadline: { phrase: '25 августа 2024 года', kind: 'date', due, workingDue, explanation: 'воскресенье' },
    ...change,
  };
}

export async function seed(store: Store): Promise<void> {
  await store.transaction(async (tx) => {
    await saveOfficials(tx, [official('sokolova', 'Соколова'), official('glevitskaya', 'Глевицкая')]);
    await saveOrder(tx, newOrder('order-1'));
    await createRoadmap(tx, { code: CODE, orderId: 'order-1', title: 'Комплекс мер' });
    await insertItems(tx, [item('1'), item('2')]);
  });
}

/** What an item under way shows: people known, nothing asked or reported yet. */
export function itemUnderWay(no: string, change: Partial<Projected> = {}): Projected {
  return {
    code: CODE,
    no,
    version: 1,
    status: 'active',
    people: PEOPLE,
    dueOn: null,
    workingDueOn: null,
    waitsFor: [],
    waitsSince: null,
    nextMailAt: null,
    requestsMade: 0,
    report: null,
    moves: [],
    extension: null,
    closedOn: null,
    ...change,
  };
}

type Projected = Parameters<typeof projectItem>[1];

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function reading(number: string): OrderReading {
  return {
    order: {
      kind: field('распоряжение'),
      date: field(parseLocalDate('2023-12-26')),
      number: field(number),
      title: field('Об утверждении комплекса мер'),
      issuer: field('Комитет общего и профессионального образования'),
      headLines: [field('АДМИНИСТРАЦИЯ'), field('КОМИТЕТ ОБЩЕГО И ПРОФЕССИОНАЛЬНОГО ОБРАЗОВАНИЯ')],
      preamble: null,
      points: [],
      controller: null,
      signatory: field({ name: 'Голубев И.А.', position: 'председатель комитета' }),
      planTitle: null,
    },
    items: [],
    problems: [],
  };
}

function field<T>(value: T): Field<T> {
  return { value, verbatim: String(value), sources: [] };
}
