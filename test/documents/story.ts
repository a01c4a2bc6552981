/**
 * One story for every kind: the roadmap of order 3509-р as it stands on the day each document is made. The examples of
 * `examples/documents/` and the pictures of the gallery are made from it.
 */
import { gatherFields, parseValues, type DocumentFacts, type GatheredFields } from '#documents';
import type { DocumentKind } from '#domain/document-kind';
import { type LocalDate, parseLocalDate } from '#domain/local-date';
import { factsOf, PEOPLE, reading, register, TIKHONOV } from './fields/facts-of.js';
import { peopleOf } from './fields/draft.js';
import { CONTROL, DISCIPLINE, ITEMS, MOVED, PROCESS, REPORT, ROUTE } from './fields/process-facts-of.js';

type Typed = Readonly<Record<string, unknown>>;

interface Scene {
  readonly item: string;
  /** Number and day of registration; without it the draft still waits for them. */
  readonly registered?: readonly [date: string, number: string];
  readonly today?: string;
  readonly process?: DocumentFacts['process'];
  readonly typed?: Typed;
}

/** What the templates are given, as facts, typed values and the registration make it. */
export async function storyOf(kind: DocumentKind): Promise<GatheredFields> {
  const gathered = gatherFields(kind, await storyFacts(kind));
  const registration = await registrationOf(kind);
  if (registration === null) return gathered;
  const { data } = gathered;
  const place = data['регистрация'] as Record<string, unknown> | undefined;
  const given = { ...place, дата: registration.date, номер: registration.number };
  return { ...gathered, data: { ...data, регистрация: given } };
}

/** Null: the draft still waits for it. */
export async function registrationOf(kind: DocumentKind): Promise<{ date: LocalDate; number: string } | null> {
  const { registered } = await SCENES[kind]();
  return registered === undefined ? null : { date: parseLocalDate(registered[0]), number: registered[1] };
}

/** @param day on which the document is made; null: its own */
export async function storyFacts(kind: DocumentKind, day: string | null = null): Promise<DocumentFacts> {
  const { item, process, typed = {}, registered, today } = await SCENES[kind]();
  const facts = factsOf(await reading('3509-r'), item, {
    today: parseLocalDate(day ?? registered?.[0] ?? today ?? '26.12.2023'),
    people: TIKHONOV_ITEMS.has(item) ? { ...PEOPLE, responsible: TIKHONOV } : PEOPLE,
    ...(process === undefined ? {} : { process }),
  });
  const { values, problems } = parseValues(kind, typed, peopleOf(facts));
  if (problems.length > 0) throw new Error(`${kind}: ${problems.join('; ')}`);
  return { ...facts, values };
}

const TIKHONOV_ITEMS: ReadonlySet<string> = new Set(['4', '5']);

const HEAD_LINES = [
  '190000, Санкт-Петербург, ул. Образцовая, д. 1',
  'тел. 8 (812) 000-00-00',
  'e-mail: info@komitet.example',
  'ОКПО 00000000, ОГРН 1024700000016',
  'ИНН/КПП 4799000095/479901001',
];

const SCENES: Readonly<Record<DocumentKind, () => Promise<Scene>>> = {
  'order-appointment': () =>
    scene({ item: '1', registered: ['28.12.2023', '3538-р'], typed: { назначаемый: 'glevitskaya' } }),
  'letter-organisations': async () => ({
    item: '2',
    registered: ['28.12.2023', '19-6310/2023'],
    typed: {
      организации: await register('organisations'),
      реквизиты: HEAD_LINES,
      ответДо: '15.01.2024',
      'приложение.листов': 8,
    },
  }),
  'order-organisations': async () => ({
    item: '2',
    registered: ['12.01.2024', '14-р'],
    typed: {
      организации: await register('organisations'),
      рекомендация:
        'Рекомендовать органам местного самоуправления, осуществляющим управление в сфере образования, довести перечень до сведения включённых в него организаций.',
    },
  }),
  'letter-equipment': async () => ({
    item: '3',
    registered: ['06.08.2024', '19-4127/2024'],
    typed: {
      оборудование: await register('equipment'),
      комплектов: 52,
      график: { номер: '212', дата: '08.07.2024' },
      реквизиты: HEAD_LINES,
      ответДо: '09.08.2024',
      'приложение.листов': 2,
    },
  }),
  'order-equipment': async () => ({
    item: '3',
    today: '14.08.2024',
    typed: { оборудование: await register('equipment'), график: { номер: '212', дата: '08.07.2024' } },
  }),
  'register-notices': async () => ({
    item: '4',
    today: '28.02.2024',
    typed: { извещения: await register('notices'), наДату: '28.02.2024', планКомплектов: 52 },
  }),
  'register-acceptance': async () => ({
    item: '5',
    today: '19.08.2024',
    typed: {
      приёмка: await register('acceptance'),
      наДату: '19.08.2024',
      планКомплектов: 52,
      пояснение: 'по контракту № 0145200000424000317: поставка задержана поставщиком',
      бухгалтер: 'Белова И.П.',
    },
  }),
  'form-monitoring': async () => ({
    item: '6',
    today: '20.08.2024',
    typed: {
      строки: await register('monitoring-1'),
      наДату: '20.08.2024',
      письмо: { номер: '19-4480/2024', дата: '22.08.2024' },
      пояснение:
        '11 не поставлены по контракту № 0145200000424000317, новая дата отгрузки 16.09.2024; 2 поставлены, наладка завершается 21.08.2024',
    },
  }),
  'notice-assignment': () => scene({ item: '5' }),
  'letter-cover': async () => ({
    item: '6',
    registered: ['22.08.2024', '19-4480/2024'],
    process: {
      enclosed: {
        kind: 'form-monitoring',
        values: { строки: await register('monitoring-1'), наДату: '2024-08-20' },
      },
    },
    typed: {
      выводы: [
        'По контракту № 0145200000424000317 поставка 11 комплектов задержана; новая дата отгрузки – 16.09.2024, оборудование будет налажено до 30.09.2024.',
      ],
      реквизиты: HEAD_LINES,
      'приложение.листов': 2,
    },
  }),
  'letter-form': () =>
    scene({
      item: '7',
      registered: ['18.10.2024', '19-5602/2024'],
      typed: { ответДо: '01.11.2024', реквизиты: HEAD_LINES },
    }),
  'letter-schedule': () =>
    scene({ item: '3', registered: ['09.01.2024', '19-11/2024'], typed: { реквизиты: HEAD_LINES } }),
  'memo-extension': () =>
    scene({
      item: '5',
      registered: ['16.08.2024', '118-сз/2024'],
      process: { extension: { ...PROCESS.extension, decision: null } },
      typed: {
        новоеЗначение: '30.09.2024',
        причина:
          'поставщик ООО «Учебная техника» задержал 11 из 52 комплектов по контракту № 0145200000424000317. Новая дата отгрузки – 16.09.2024, на пусконаладку требуется 10 рабочих дней.',
        сделано: 'закупки объявлены, контракты заключены на 52 комплекта, принят 41 комплект',
        подтверждения: ['письмо ООО «Учебная техника» от 15.08.2024 № 87 на 1 л. в 1 экз.'],
      },
    }),
  'order-amendment': () =>
    scene({
      item: '5',
      registered: ['22.08.2024', '2214-р'],
      typed: {
        причина: 'изменением срока поставки оборудования по контракту № 0145200000424000317',
        новоеЗначение: '30.09.2024',
      },
    }),
  'approval-sheet': () => scene({ item: '3', today: '19.08.2024', process: { route: ROUTE } }),
  'report-item': () =>
    scene({
      item: '4',
      today: '28.02.2024',
      process: { moves: MOVED, report: REPORT },
      typed: {
        сделано: 'объявлены закупки на 52 комплекта из 52; одна закупка не состоялась и объявлена повторно 26.02.2024.',
      },
    }),
  'note-removal': () => scene({ item: '4', today: '28.02.2024', process: { moves: MOVED, removal: PROCESS.removal } }),
  'control-card': () => scene({ item: '5', today: '20.08.2024', process: { control: CONTROL } }),
  summary: () => scene({ item: '5', today: '20.08.2024', process: { roadmap: { items: ITEMS } } }),
  'report-discipline': () => scene({ item: '5', today: '20.08.2024', process: { discipline: DISCIPLINE } }),
};

function scene(scene: Scene): Promise<Scene> {
  return Promise.resolve(scene);
}
