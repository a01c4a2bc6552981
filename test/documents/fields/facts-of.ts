/** Facts of documents for tests: the order is read by the real importer, the people are those of the samples. */
import { DEFAULT_RULES } from '#domain/deadline-rules';
import { readFile } from 'node:fs/promises';
import { readDeadline } from '#domain/deadline';
import { documentKindFor } from '#domain/document-plan';
import { parseLocalDate } from '#domain/local-date';
import type { Official } from '#domain/official';
import { workingCalendar } from '#domain/working-calendar';
import { readOrder, type TracedReading } from '#importer';
import type { DocumentFacts } from '#documents';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

export async function register(name: string): Promise<Record<string, unknown>[]> {
  return JSON.parse(await readFile(new URL(`registers/${name}.json`, FIXTURES), 'utf8')) as Record<string, unknown>[];
}

export async function reading(name: string): Promise<TracedReading> {
  const fileName = `order-${name}.txt`;
  return readOrder(await readFile(new URL(`orders/${fileName}`, FIXTURES)), { fileName });
}

export function person(
  id: string,
  [surname, name, patronymic]: readonly [string, string, string],
  gender: 'm' | 'f',
  post: string,
  more: Partial<Official> = {},
): Official {
  const initials = `${name.charAt(0)}.${patronymic.charAt(0)}.`;
  return {
    id,
    surname,
    name,
    patronymic,
    initials,
    gender,
    post,
    unit: null,
    email: `${id}@example.test`,
    phone: null,
    external: false,
    ...more,
  };
}

const SECTOR = 'сектор цифровой трансформации';

const GOLUBEV = person('golubev', ['Голубев', 'Игорь', 'Алексеевич'], 'm', 'первый заместитель председателя комитета');
export const GLEVITSKAYA = person(
  'glevitskaya',
  ['Глевицкая', 'Елена', 'Ивановна'],
  'f',
  'начальник сектора цифровой трансформации',
  { unit: SECTOR },
);
export const SOKOLOVA = person(
  'sokolova',
  ['Соколова', 'Марина', 'Андреевна'],
  'f',
  'главный специалист сектора цифровой трансформации',
  { unit: SECTOR, phone: '8 (812) 000-00-00' },
);
export const TIKHONOV = person(
  'tikhonov',
  ['Тихонов', 'Павел', 'Сергеевич'],
  'm',
  'консультант сектора цифровой трансформации',
  { unit: SECTOR },
);
const BELOVA = person('belova', ['Белова', 'Ирина', 'Павловна'], 'f', 'начальник отдела бухгалтерского учёта');
export const YASHINA = person(
  'yashina',
  ['Яшина', 'Вера', 'Николаевна'],
  'f',
  'руководитель Центра проектного сопровождения',
  { external: true },
);

export const PEOPLE: DocumentFacts['people'] = {
  responsible: SOKOLOVA,
  coExecutors: [],
  controller: GLEVITSKAYA,
  signatory: GOLUBEV,
  addressee: YASHINA,
  externalParty: 'Центр проектного сопровождения',
  directory: [TIKHONOV, BELOVA],
};

/** Facts of one item of an order as the importer reads it. */
export function factsOf(
  { order, items }: TracedReading,
  no: string,
  { people = PEOPLE, ...change }: Partial<DocumentFacts> = {},
): DocumentFacts {
  const item = items.find((each) => each.no.value === no);
  if (item === undefined) throw new Error(`no item ${no}`);
  const title = item.title.value;
  const same = items.filter((each) => each.title.value === title);
  const date = order.date.value;
  return {
    order: {
      kind: order.kind.value,
      date,
      number: order.number.value,
      title: order.title.value,
      issuer: order.issuer.value,
      headLines: order.headLines.map((line) => line.value),
      preamble: order.preamble?.value ?? null,
      points: order.points.map((point) => point.value),
      controller: order.controller?.value ?? null,
      signatory: order.signatory.value,
      planTitle: order.planTitle?.value ?? null,
    },
    roadmap: { code: 'ЦОС-2024' },
    item: {
      no,
      title,
      deadlineText: item.deadline.value,
      deadline: readDeadline(item.deadline.value, { orderDate: date, calendar: workingCalendar() }),
      results: item.results.map((result, at) => ({
        key: String(at + 1),
        kind: result.kind,
        text: result.text.value,
        documentKind: documentKindFor(title, { kind: result.kind, text: result.text.value }),
      })),
      stage: same.length === 2 ? (same[0] === item ? 1 : 2) : null,
    },
    people,
    siblings: [],
    today: parseLocalDate('26.12.2023'),
    calendar: workingCalendar(),
    rules: DEFAULT_RULES,
    ladder: { before: [10, 5, 3, 1] },
    values: {},
    ...change,
  };
}

/** How documents name the plan and the body of order 3509-р, genitive. */
export const PLAN =
  'Комплекса мер (дорожной карты) по реализации мероприятий по обеспечению образовательных организаций ' +
  'материально-технической базой для внедрения цифровой образовательной среды в рамках реализации федерального ' +
  'проекта «Цифровая образовательная среда» национального проекта «Образование» на территории Ленинградской области ' +
  'в 2024 году';
export const BODY = 'комитета общего и профессионального образования Ленинградской области';
