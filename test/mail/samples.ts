/** One mail of each wording, named as its golden text in `texts/`. */
import { instantOf, MOSCOW } from '#domain/body-time';
import type { LocalDate } from '#domain/local-date';
import type { MailRequest, Matter, PersonBrief, WeeklySummary } from '#mail';
import {
  acceptanceRegister,
  appointmentOrder,
  coordinator,
  day,
  equipmentOrder,
  glevitskaya,
  golubev,
  item1,
  item3,
  item4,
  item5,
  item6,
  item7,
  monitoringLetter,
  people,
  roadmap,
  sokolova,
  tikhonov,
  yashina,
} from './people.js';

interface Base {
  readonly roadmap: typeof roadmap;
  readonly item: typeof item5;
  readonly people: typeof people;
  readonly documents: Matter['documents'];
  readonly today: LocalDate;
  readonly next: Matter['next'];
  readonly calendarSequence: number;
}

const base: Base = {
  roadmap,
  item: item5,
  people,
  documents: [],
  today: day('20.08.2024'),
  next: [],
  calendarSequence: 0,
};

const hearsOfDelay: Matter['next'] = [
  { what: 'controllerHears', on: day('26.08.2024'), offset: 1 },
  { what: 'headHears', on: day('30.08.2024'), offset: 5 },
];

const asked = { ...people, responsible: sokolova, dateOwner: yashina };

export const assignment: Matter = {
  ...base,
  kind: 'assignment',
  role: 'responsible',
  documents: [acceptanceRegister],
  today: day('26.12.2023'),
  next: [{ what: 'reminder', on: day('09.08.2024'), offset: -10 }, ...hearsOfDelay],
};

export const reminder: Matter = {
  ...base,
  kind: 'reminder',
  role: 'responsible',
  offset: -3,
  documents: [acceptanceRegister],
  next: [{ what: 'reminder', on: day('22.08.2024'), offset: -1 }, ...hearsOfDelay],
};

const overdue: Matter = {
  ...base,
  kind: 'overdue',
  role: 'responsible',
  offset: 1,
  lastReminder: day('23.08.2024'),
  documents: [acceptanceRegister],
  today: day('26.08.2024'),
  next: [
    { what: 'headHears', on: day('30.08.2024'), offset: 5 },
    { what: 'overdue', on: day('30.08.2024'), offset: 5 },
  ],
};

const nameDate: Matter = {
  ...base,
  kind: 'name-date',
  role: 'dateOwner',
  item: item3,
  people: asked,
  today: day('23.01.2024'),
  requests: [day('09.01.2024'), day('16.01.2024')],
  next: [{ what: 'request', on: day('30.01.2024') }],
};

export const draftReady: Matter = {
  ...base,
  kind: 'draft-ready',
  role: 'responsible',
  item: item1,
  people: { ...people, responsible: sokolova },
  document: appointmentOrder,
  documents: [appointmentOrder],
  today: day('26.12.2023'),
  sendBy: day('20.12.2023'),
  normDays: 7,
  daysLeft: 3,
};

export const approvalRequested: Matter = {
  ...base,
  kind: 'approval-requested',
  role: 'approver',
  item: item6,
  people: { ...people, responsible: sokolova },
  document: monitoringLetter,
  author: sokolova,
  requestedOn: day('20.08.2024'),
  decideBy: day('22.08.2024'),
  normDays: 2,
  waitingDay: 1,
  signer: golubev,
};

const onItem3 = {
  ...base,
  item: { ...item3, workingDue: day('12.08.2024'), due: day('12.08.2024'), status: 'active' as const },
  people: asked,
  document: equipmentOrder,
};

const reassigned: Matter = {
  ...base,
  kind: 'reassigned',
  role: 'formerResponsible',
  item: item7,
  people: { ...people, responsible: tikhonov },
  documents: [{ ...monitoringLetter, state: 'filling', version: 1 }],
  today: day('30.08.2024'),
  from: sokolova,
  to: tikhonov,
  by: glevitskaya,
  reason: 'Перераспределение нагрузки',
  since: day('02.09.2024'),
};

const offControl: Matter = {
  ...base,
  kind: 'off-control',
  role: 'responsible',
  item: item4,
  by: glevitskaya,
  on: day('28.02.2024'),
  doneOn: day('28.02.2024'),
  daysLate: 0,
  moved: false,
  counts: { offControl: 3, total: 7 },
};

export const weekly: WeeklySummary = {
  kind: 'weekly-digest',
  role: 'controller',
  roadmap,
  asOf: day('19.08.2024'),
  counts: { offControl: 3, total: 7 },
  overdue: [{ itemNo: '3', workingDays: 5, document: { ...equipmentOrder, since: null } }],
  waiting: [{ itemNo: '5', what: 'перенос с 23.08.2024 на 30.09.2024', by: golubev }],
  upcoming: {
    until: day('02.09.2024'),
    items: [
      { itemNo: '6', due: day('23.08.2024') },
      { itemNo: '5', due: day('23.08.2024') },
    ],
  },
  nearest: { itemNo: '7', due: day('29.11.2024') },
  ko: { inTime: 2, of: 4 },
};

const launchDay = { ...base, today: day('26.12.2023'), people: { ...people, responsible: sokolova } };

export const launch: readonly Matter[] = [item7, item6, item3, item1, { ...item1, no: '2' }].map((item) => ({
  ...launchDay,
  kind: 'assignment' as const,
  role: 'responsible' as const,
  item,
  people: item === item3 ? asked : launchDay.people,
  next: item.workingDue === null ? [] : [{ what: 'reminder', on: day('27.12.2023'), offset: -2 }],
}));

const morning: readonly Matter[] = [
  { ...overdue, item: { ...item6, workingDue: day('16.08.2024') }, offset: 2, today: day('20.08.2024') },
  { ...reminder, item: item6 },
  { ...draftReady, item: item7, document: { ...monitoringLetter, state: 'filling', gaps: ['исполнитель', 'этап'] } },
  { ...draftReady, item: item3, document: equipmentOrder },
].map((matter): Matter => ({ ...matter, today: day('20.08.2024'), next: reminder.next }) as Matter);

function to(recipient: PersonBrief, ...matters: readonly Matter[]): MailRequest {
  const today = matters[0]?.today ?? day('19.08.2024');
  return { recipient, matters, at: instantOf(today, 540, MOSCOW), zone: MOSCOW, baseUrl: null };
}

/** Name of the golden text → what is asked of the mail room. */
const extension = {
  ...base,
  kind: 'extension-requested',
  role: 'controller',
  by: tikhonov,
  from: day('23.08.2024'),
  to: day('30.09.2024'),
  reason: 'Поставщик ООО «Учебная техника» задержал 11 из 52 комплектов.',
  moved: [],
  opinion: { by: glevitskaya, supports: true, words: 'Остальные комплекты приняты' },
} as const;

const amending = { kind: 'распоряжение', number: '2214-р', date: day('22.08.2024') } as const;

export const SAMPLES: Readonly<Record<string, MailRequest>> = {
  'assignment-responsible': to(tikhonov, assignment),
  'assignment-co-executor': to(tikhonov, {
    ...assignment,
    role: 'coExecutor',
    item: item6,
    people: { ...people, responsible: sokolova, coExecutors: [tikhonov] },
  }),
  'assignment-controller': to(glevitskaya, { ...assignment, role: 'controller' }),
  'assignment-external-deadline': to(sokolova, {
    ...assignment,
    item: item3,
    people: asked,
    documents: [],
    next: [{ what: 'request', on: day('09.01.2024') }],
  }),
  'assignment-several': to(sokolova, ...launch),
  'assignment-several-mixed': to(
    glevitskaya,
    ...launch.map((matter): Matter => ({ ...matter, role: matter.item.no === '6' ? 'coExecutor' : 'controller' })),
  ),
  'reminder-10': to(tikhonov, { ...reminder, offset: -10, today: day('09.08.2024') }),
  'reminder-5': to(tikhonov, {
    ...reminder,
    offset: -5,
    today: day('16.08.2024'),
    documents: [{ ...acceptanceRegister, gaps: ['реквизиты УПД в строке 42'] }, monitoringLetter],
  }),
  'reminder-3': to(tikhonov, reminder),
  'reminder-1': to(tikhonov, { ...reminder, offset: -1, today: day('22.08.2024'), next: hearsOfDelay }),
  'reminder-1-over-weekend': to(tikhonov, {
    ...reminder,
    offset: -1,
    item: { ...item5, workingDue: day('26.08.2024') },
    today: day('23.08.2024'),
    next: hearsOfDelay,
  }),
  'reminder-1-co-executor': to(sokolova, { ...reminder, role: 'coExecutor', offset: -1, today: day('22.08.2024') }),
  'reminder-after-return': to(tikhonov, { ...reminder, item: { ...item5, status: 'returned' } }),
  'due-today': to(tikhonov, {
    ...base,
    kind: 'due-today',
    role: 'responsible',
    documents: [acceptanceRegister],
    today: day('23.08.2024'),
    next: hearsOfDelay,
  }),
  'overdue-1-responsible': to(tikhonov, overdue),
  'overdue-1-controller': to(glevitskaya, { ...overdue, role: 'controller' }),
  'overdue-5-head': to(golubev, {
    ...overdue,
    role: 'head',
    offset: 5,
    today: day('30.08.2024'),
    next: [{ what: 'overdue', on: day('06.09.2024'), offset: 10 }],
  }),
  'overdue-head-holds': to(golubev, {
    ...overdue,
    role: 'head',
    offset: 5,
    item: { ...item3, workingDue: day('12.08.2024') },
    documents: [{ ...equipmentOrder, state: 'toSign', holder: golubev }],
    today: day('19.08.2024'),
    next: [],
  }),
  'name-date-owner': to(yashina, nameDate),
  'name-date-responsible': to(sokolova, { ...nameDate, role: 'responsible' }),
  'name-date-unknown-owner': to(sokolova, {
    ...nameDate,
    people: { ...asked, dateOwner: null },
    requests: [],
    today: day('09.01.2024'),
    next: [{ what: 'request', on: day('16.01.2024') }],
  }),
  'name-date-head': to(golubev, { ...nameDate, role: 'head' }),
  'date-named': to(sokolova, {
    ...base,
    kind: 'date-named',
    role: 'responsible',
    item: { ...item3, workingDue: day('12.08.2024') },
    people: asked,
    today: day('09.07.2024'),
    date: day('12.08.2024'),
    basis: 'письмо Центра от 08.07.2024 № 212',
    next: [{ what: 'reminder', on: day('29.07.2024'), offset: -10 }],
  }),
  'draft-ready-late': to(sokolova, draftReady),
  'draft-ready-in-time': to(sokolova, {
    ...draftReady,
    sendBy: day('18.01.2024'),
    item: { ...item1, workingDue: day('29.01.2024') },
    daysLeft: 20,
  }),
  'draft-ready-without-gaps': to(sokolova, {
    ...draftReady,
    document: { ...appointmentOrder, gaps: [], state: 'onApproval', holder: glevitskaya },
  }),
  'approval-requested': to(glevitskaya, approvalRequested),
  'approval-requested-again': to(glevitskaya, { ...approvalRequested, waitingDay: 2, today: day('21.08.2024') }),
  approved: to(sokolova, {
    ...onItem3,
    kind: 'approved',
    role: 'author',
    by: glevitskaya,
    at: instantOf(day('20.08.2024'), 665, MOSCOW),
    remarks: null,
    signer: golubev,
  }),
  'approved-with-remarks': to(sokolova, {
    ...onItem3,
    kind: 'approved',
    role: 'author',
    by: glevitskaya,
    at: instantOf(day('20.08.2024'), 665, MOSCOW),
    remarks: 'В строке 14 указать этап закупки.',
    signer: golubev,
  }),
  returned: to(sokolova, {
    ...onItem3,
    kind: 'returned',
    role: 'author',
    document: { ...equipmentOrder, version: 2 },
    by: glevitskaya,
    remarks: 'Исключить строку 14: закупается в III этапе.',
  }),
  'returned-by-a-role': to(sokolova, {
    ...onItem3,
    kind: 'returned',
    role: 'author',
    by: coordinator,
    remarks: 'Исключить строку 14',
  }),
  registered: to(sokolova, {
    ...onItem3,
    kind: 'registered',
    role: 'responsible',
    number: '2203-р',
    date: day('21.08.2024'),
  }),
  'registered-controller': to(glevitskaya, {
    ...onItem3,
    kind: 'registered',
    role: 'controller',
    number: '2203-р',
    date: day('21.08.2024'),
  }),
  'deadline-moved': to(tikhonov, {
    ...base,
    kind: 'deadline-moved',
    role: 'responsible',
    item: { ...item5, due: day('30.09.2024'), workingDue: day('30.09.2024') },
    from: day('23.08.2024'),
    to: day('30.09.2024'),
    by: golubev,
    reason: 'Поставщик задержал 11 из 52 комплектов',
    byOrder: null,
    next: [{ what: 'reminder', on: day('16.09.2024'), offset: -10 }],
    calendarSequence: 1,
  }),
  'deadline-moved-by-order': to(tikhonov, {
    ...base,
    kind: 'deadline-moved',
    role: 'responsible',
    item: { ...item5, due: day('30.09.2024'), workingDue: day('30.09.2024') },
    from: day('23.08.2024'),
    to: day('30.09.2024'),
    by: glevitskaya,
    reason: '',
    byOrder: amending,
    next: [{ what: 'reminder', on: day('16.09.2024'), offset: -10 }],
    calendarSequence: 1,
  }),
  reworded: to(tikhonov, {
    ...base,
    kind: 'reworded',
    role: 'responsible',
    item: item5,
    act: amending,
    changes: [
      { field: 'title', was: 'Закуплено оборудование', now: item5.title },
      { field: 'results', was: 'Акт приёмки', now: '' },
    ],
  }),
  'extension-requested-controller': to(glevitskaya, { ...extension, opinion: null }),
  'extension-requested-head': to(golubev, {
    ...extension,
    role: 'head',
    moved: [
      { from: day('15.02.2024'), to: day('29.02.2024') },
      { from: day('29.02.2024'), to: day('23.08.2024') },
    ],
  }),
  'extension-advised': to(tikhonov, { ...extension, role: 'responsible' }),
  'extension-advised-against': to(tikhonov, {
    ...extension,
    role: 'responsible',
    opinion: { by: glevitskaya, supports: false, words: 'Времени довольно.' },
  }),
  'extension-granted': to(tikhonov, {
    ...base,
    kind: 'extension-granted',
    role: 'responsible',
    item: { ...item5, due: day('30.09.2024'), workingDue: day('30.09.2024') },
    from: day('23.08.2024'),
    to: day('30.09.2024'),
    by: golubev,
    next: [{ what: 'reminder', on: day('16.09.2024'), offset: -10 }],
    calendarSequence: 1,
  }),
  'extension-refused': to(tikhonov, {
    ...base,
    kind: 'extension-refused',
    role: 'responsible',
    by: golubev,
    reason: 'Принятые комплекты оформить отдельным отчётом',
    next: [{ what: 'reminder', on: day('22.08.2024'), offset: -1 }],
  }),
  withdrawn: to(tikhonov, {
    ...base,
    kind: 'withdrawn',
    role: 'responsible',
    item: item5,
    act: amending,
    on: day('22.08.2024'),
  }),
  'reassigned-former': to(sokolova, reassigned),
  'reassigned-new': to(tikhonov, {
    ...reassigned,
    role: 'responsible',
    next: [{ what: 'reminder', on: day('15.11.2024'), offset: -10 }],
  }),
  'report-submitted': to(glevitskaya, {
    ...base,
    kind: 'report-submitted',
    role: 'controller',
    item: item4,
    by: tikhonov,
    evidence: ['реестр извещений (23 строки)', 'письмо от 28.02.2024 № 19-871/2024'],
    interim: false,
    decideBy: day('01.03.2024'),
  }),
  'report-submitted-interim': to(glevitskaya, {
    ...base,
    kind: 'report-submitted',
    role: 'controller',
    by: tikhonov,
    evidence: [],
    interim: true,
    decideBy: null,
  }),
  'report-returned': to(sokolova, {
    ...base,
    kind: 'report-returned',
    role: 'responsible',
    item: item6,
    by: glevitskaya,
    remarks: 'Нет формы мониторинга.',
  }),
  'off-control': to(tikhonov, offControl),
  'off-control-late': to(tikhonov, { ...offControl, doneOn: day('06.03.2024'), on: day('07.03.2024'), daysLate: 4 }),
  'off-control-last': to(tikhonov, { ...offControl, moved: true, counts: { offControl: 7, total: 7 } }),
  digest: to(sokolova, ...morning),
  'digest-two-roadmaps': to(sokolova, ...morning.slice(1, 3), {
    ...reminder,
    roadmap: { code: 'ТР-2025', orderKind: 'приказ', orderDate: day('10.01.2024'), orderNumber: '56-од' },
  }),
  'digest-news': to(sokolova, offControl, { ...offControl, item: item5 }),
  weekly: { ...to(glevitskaya), weekly: [weekly] },
  'weekly-quiet': {
    ...to(golubev),
    weekly: [
      {
        ...weekly,
        role: 'head',
        overdue: [],
        waiting: [],
        upcoming: { until: day('02.09.2024'), items: [] },
        ko: null,
      },
    ],
  },
  'weekly-after-matters': { ...to(glevitskaya, { ...overdue, role: 'controller' }), weekly: [weekly] },
};
