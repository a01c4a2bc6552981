/** What the process would know of the sample roadmap on 20.08.2024: routes, reports, the whole list, discipline. */
import { parseLocalDate } from '#domain/local-date';
import type { DocumentFacts } from '#documents';
import { GLEVITSKAYA, person, SOKOLOVA } from './facts-of.js';

type ProcessFacts = NonNullable<DocumentFacts['process']>;

export const day = parseLocalDate;

const LAPTEVA = person('lapteva', ['Лаптева', 'Ольга', 'Викторовна'], 'f', 'начальник юридического отдела');
const ERMOLAEV = person('ermolaev', ['Ермолаев', 'Денис', 'Игоревич'], 'm', 'юрисконсульт');
const GOLUBEV = person('golubev', ['Голубев', 'Игорь', 'Алексеевич'], 'm', 'первый заместитель председателя комитета');

export const MOVED: NonNullable<ProcessFacts['moves']> = [
  {
    from: day('15.02.2024'),
    to: day('29.02.2024'),
    by: { noun: 'распоряжение', date: day('15.02.2024'), number: '241-р' },
  },
];

const at = (on: string, time: string) => ({ day: day(on), time });

export const ROUTE: NonNullable<ProcessFacts['route']> = {
  document: {
    noun: 'распоряжение',
    title:
      'Об утверждении перечня оборудования, расходных материалов, средств обучения и воспитания для внедрения цифровой образовательной среды на территории Ленинградской области в 2024 году',
    version: 3,
    on: day('14.08.2024'),
    sha256: `9f2c41d07be3${'0'.repeat(44)}90d23b7a`,
  },
  steps: [
    { person: SOKOLOVA, insteadOf: null, state: 'prepared', at: at('14.08.2024', '15:10'), note: null },
    { person: ERMOLAEV, insteadOf: LAPTEVA, state: 'approved', at: at('15.08.2024', '11:32'), note: null },
    {
      person: GLEVITSKAYA,
      insteadOf: null,
      state: 'approved',
      at: at('19.08.2024', '16:20'),
      note: 'по ссылке из письма',
    },
    { person: GOLUBEV, insteadOf: null, state: 'signing', at: at('19.08.2024', '16:20'), note: null },
    { person: SOKOLOVA, insteadOf: null, state: 'waiting', at: null, note: null },
  ],
  substitutions: [
    {
      deputy: ERMOLAEV,
      insteadOf: LAPTEVA,
      from: day('12.08.2024'),
      to: day('30.08.2024'),
      basis: { noun: 'приказ', date: day('09.08.2024'), number: '61-о' },
    },
  ],
  returned: [
    {
      version: 2,
      versionOn: day('09.08.2024'),
      on: day('13.08.2024'),
      remarks: [
        {
          text: 'Исключить строку 14: закупается в III этапе',
          by: GLEVITSKAYA,
          on: day('13.08.2024'),
          answer: 'Учтено в версии 3, строка исключена',
        },
      ],
    },
  ],
};

export const REPORT: NonNullable<ProcessFacts['report']> = {
  on: day('28.02.2024'),
  doneOn: day('28.02.2024'),
  confirmations: [
    {
      result: 'Реестр извещений (по форме Центра проектного сопровождения)',
      by: 'Реестр извещений, 23 строки; направлен письмом в Центр проектного сопровождения',
      paper: { date: day('28.02.2024'), number: '19-871/2024' },
      waived: null,
    },
  ],
  decision: { accepted: true, reason: null, on: day('28.02.2024') },
};

export const CONTROL: NonNullable<ProcessFacts['control']> = {
  state: 'Ждёт решения о переносе, Голубев И.А. с 19.08.2024',
  calledInOrder: 'Региональный координатор',
  results: [
    {
      result: 'Реестр документов, подтверждающих приемку …',
      state: 'Заполняется, версия 2, 41 из 52 строк',
    },
  ],
  requestedMove: { on: day('16.08.2024'), to: day('30.09.2024') },
  remindedOn: [day('09.08.2024'), day('16.08.2024'), day('20.08.2024')],
  history: [
    { on: day('05.08.2024'), text: 'реестр, версия 1, 27 строк (Ермолаев Д.И. за Тихонова П.С.)' },
    { on: day('19.08.2024'), text: 'реестр, версия 2, 41 строка' },
    { on: day('19.08.2024'), text: 'перенос поддержан (Глевицкая Е.И.)' },
  ],
  removedOn: null,
};

type Item = NonNullable<ProcessFacts['roadmap']>['items'][number];

function item(no: string, title: string, state: Item['state'], change: Partial<Item>): Item {
  return {
    no,
    title,
    responsible: ['Соколова М.А.'],
    workingDue: null,
    printedDue: null,
    dueNote: null,
    state,
    stateText: null,
    doneOn: null,
    documents: [],
    moves: [],
    requestedTo: null,
    note: null,
    ...change,
  };
}

const WITH_CENTRE = ['Соколова М.А.', 'Центр проектного сопровождения'];

export const ITEMS: readonly Item[] = [
  item('1', 'Утверждено должностное лицо', 'removed', {
    workingDue: day('29.12.2023'),
    doneOn: day('28.12.2023'),
    documents: ['Распоряжение 28.12.2023 № 3538-р'],
  }),
  item('2', 'Утвержден перечень образовательных организаций', 'removed', {
    workingDue: day('29.12.2023'),
    doneOn: day('12.01.2024'),
    documents: ['Письмо 28.12.2023 № 19-6310/2023', 'распоряжение 12.01.2024 № 14-р'],
  }),
  item('3', 'Сформирован и утвержден перечень оборудования', 'overdue', {
    responsible: WITH_CENTRE,
    workingDue: day('12.08.2024'),
    dueNote: 'по графику Центра',
    documents: ['Письмо 06.08.2024 № 19-4127/2024', 'распоряжение: на подписи'],
    moves: [{ from: day('14.06.2024'), to: day('12.08.2024'), by: null }],
    note: 'у Голубева И.А. с 19.08.2024',
  }),
  item('4', 'Объявлены закупки оборудования для внедрения ЦОС', 'removed', {
    responsible: ['Тихонов П.С.'],
    workingDue: day('29.02.2024'),
    printedDue: day('15.02.2024'),
    doneOn: day('28.02.2024'),
    documents: ['Реестр извещений, 23 строки'],
    moves: MOVED,
  }),
  item('5', 'Закуплено, доставлено и налажено оборудование', 'deciding', {
    responsible: ['Тихонов П.С.'],
    workingDue: day('23.08.2024'),
    printedDue: day('25.08.2024'),
    stateText: 'Ждёт решения о переносе',
    documents: ['Реестр: 41 строка из 52'],
    requestedTo: day('30.09.2024'),
    note: 'у Голубева И.А. с 19.08.2024',
  }),
  item('6', 'Проведен мониторинг хода реализации (этап I)', 'working', {
    responsible: WITH_CENTRE,
    workingDue: day('23.08.2024'),
    printedDue: day('25.08.2024'),
    stateText: 'На согласовании',
    documents: ['Письмо: у Глевицкой Е.И.', 'форма: ждём от Центра'],
  }),
  item('7', 'Проведен мониторинг хода реализации (этап II)', 'planned', {
    responsible: WITH_CENTRE,
    workingDue: day('29.11.2024'),
    printedDue: day('30.11.2024'),
    documents: ['Письмо: черновик', 'форма: не начата'],
  }),
];

interface Delays {
  readonly inTime: number;
  readonly late: readonly number[];
  readonly undone: readonly number[];
  readonly moved?: { readonly times: number; readonly days: number };
}

function disciplined(executor: string, assigned: number, { inTime, late, undone, moved }: Delays) {
  const deadlines = [
    ...Array.from({ length: inTime }, () => ({ lateDays: 0, done: true })),
    ...late.map((lateDays) => ({ lateDays, done: true })),
    ...undone.map((lateDays) => ({ lateDays, done: false })),
  ];
  const [first, ...rest] = deadlines;
  const counted = first === undefined || moved === undefined ? deadlines : [{ ...first, moves: moved }, ...rest];
  return { executor, assigned, deadlines: counted };
}

export const DISCIPLINE: NonNullable<ProcessFacts['discipline']> = {
  from: day('01.01.2024'),
  to: day('20.08.2024'),
  unit: 'пункты и шаги',
  rows: [
    disciplined('Голубев И.А.', 11, { inTime: 7, late: [2], undone: [1] }),
    disciplined('Яшина В.Н., Центр проектного сопровождения', 6, { inTime: 3, late: [11], undone: [2] }),
    disciplined('Ермолаев Д.И.', 11, { inTime: 9, late: [2, 1], undone: [] }),
    disciplined('Соколова М.А.', 23, { inTime: 15, late: [4, 1], undone: [6], moved: { times: 1, days: 41 } }),
    disciplined('Тихонов П.С.', 16, { inTime: 13, late: [2], undone: [], moved: { times: 1, days: 9 } }),
    disciplined('Глевицкая Е.И.', 16, { inTime: 12, late: [], undone: [] }),
    disciplined('Кузьмина Н.П.', 8, { inTime: 8, late: [], undone: [] }),
  ],
};

/** Everything at once. */
export const PROCESS = {
  moves: MOVED,
  route: ROUTE,
  report: REPORT,
  control: CONTROL,
  roadmap: { items: ITEMS },
  discipline: DISCIPLINE,
  unanswered: { number: '19-11/2024', date: day('09.01.2024') },
  extension: {
    opinion: { text: 'Поддерживаю. Остальные комплекты приняты.', on: day('19.08.2024') },
    decision: { granted: false, reason: 'поставка возможна раньше', on: day('20.08.2024') },
  },
  removal: {
    on: day('28.02.2024'),
    doneOn: day('28.02.2024'),
    reportOn: day('28.02.2024'),
    remindersSent: 8,
    excludedBy: null,
  },
} satisfies ProcessFacts;
