/** People, a plan and its items for the mail tests: those of the specification's samples. */
import { parseLocalDate, type LocalDate } from '#domain/local-date';
import type { DocumentBrief, ItemBrief, MatterPeople, PersonBrief, RoadmapBrief } from '#mail';

export function day(text: string): LocalDate {
  return parseLocalDate(text);
}

function person(id: string, name: string, gender: 'm' | 'f', post: string, external = false): PersonBrief {
  const [surname = '', first = '', patronymic = ''] = name.split(' ');
  const initials = `${first.slice(0, 1)}.${patronymic.slice(0, 1)}.`;
  const email = `${id}@example.test`;
  return { id, surname, name: first, patronymic, initials, gender, post, email, external };
}

export const golubev = {
  ...person('golubev', 'Голубев И А', 'm', 'первый заместитель председателя комитета'),
  name: null,
  patronymic: null,
};
export const glevitskaya = {
  ...person('glevitskaya', 'Глевицкая Е И', 'f', 'начальник сектора цифровой трансформации'),
  name: null,
  patronymic: null,
};
export const sokolova = person('sokolova', 'Соколова Марина Андреевна', 'f', 'главный специалист');
export const tikhonov = person('tikhonov', 'Тихонов Павел Сергеевич', 'm', 'консультант');
export const yashina = person('yashina', 'Яшина Вера Николаевна', 'f', 'руководитель Центра', true);
export const coordinator: PersonBrief = {
  id: 'coordinator',
  surname: 'Региональный координатор',
  name: null,
  patronymic: null,
  initials: '',
  gender: null,
  post: 'региональный координатор',
  email: 'coordinator@example.test',
  external: false,
};

export const roadmap: RoadmapBrief = {
  code: 'ЦОС-2024',
  orderKind: 'распоряжение',
  orderDate: day('26.12.2023'),
  orderNumber: '3509-р',
};

export const people: MatterPeople = {
  responsible: tikhonov,
  coExecutors: [],
  controller: glevitskaya,
  head: golubev,
  dateOwner: null,
};

export const item1: ItemBrief = {
  no: '1',
  title:
    'Утверждено должностное лицо в составе регионального ведомственного проектного офиса, ответственное за реализацию мероприятий по внедрению ЦОС',
  deadlineText: '29 декабря 2023 года',
  deadlineKind: 'date',
  due: day('29.12.2023'),
  workingDue: day('29.12.2023'),
  explanation: '29.12.2023 – рабочий день, пятница.',
  results: ['Распорядительный акт об утверждении должностного лица'],
  status: 'active',
};

export const item3: ItemBrief = {
  no: '3',
  title:
    'Сформирован и утвержден перечень оборудования, расходных материалов, средств обучения и воспитания для внедрения ЦОС',
  deadlineText: 'Согласно отдельному графику Центра проектного сопровождения',
  deadlineKind: 'external',
  due: null,
  workingDue: null,
  explanation: 'Дату назначает Центр проектного сопровождения.',
  results: ['Письмо', 'Распорядительный акт об утверждении перечня'],
  status: 'waitingDate',
};

export const item4: ItemBrief = {
  no: '4',
  title: 'Объявлены закупки товаров, работ, услуг для внедрения ЦОС',
  deadlineText: '29 февраля 2024 года',
  deadlineKind: 'date',
  due: day('29.02.2024'),
  workingDue: day('29.02.2024'),
  explanation: '',
  results: ['Реестр извещений'],
  status: 'reported',
};

export const item5: ItemBrief = {
  no: '5',
  title: 'Закуплено, доставлено и налажено оборудование',
  deadlineText: '25 августа 2024 года',
  deadlineKind: 'date',
  due: day('25.08.2024'),
  workingDue: day('23.08.2024'),
  explanation: '25.08.2024 – воскресенье; срок переносится на предыдущий рабочий день, 23.08.2024.',
  results: ['Реестр документов, подтверждающих приемку материальных ценностей и услуг в рамках объявленных закупок'],
  status: 'active',
};

export const item6: ItemBrief = {
  ...item5,
  no: '6',
  title: 'Проведен мониторинг хода реализации мероприятий по внедрению ЦОС (этап I)',
  results: ['Письмо', 'По форме, определяемой Центром проектного сопровождения'],
};

export const item7: ItemBrief = {
  ...item6,
  no: '7',
  title: 'Проведен мониторинг хода реализации мероприятий по внедрению ЦОС (этап II)',
  deadlineText: '30 ноября 2024 года',
  due: day('30.11.2024'),
  workingDue: day('29.11.2024'),
};

export const acceptanceRegister: DocumentBrief = {
  id: 'register-acceptance',
  noun: 'реестр',
  gender: 'm',
  title: 'Документы о приёмке',
  version: 1,
  numbered: false,
  state: 'filling',
  gaps: [],
  rows: { filled: 41, total: 52 },
  holder: tikhonov,
  since: day('19.08.2024'),
};

export const appointmentOrder: DocumentBrief = {
  id: 'order-appointment',
  noun: 'распоряжение',
  gender: 'n',
  title:
    'Об утверждении должностного лица в составе регионального ведомственного проектного офиса, ответственного за внедрение ЦОС',
  version: 1,
  numbered: true,
  state: 'filling',
  gaps: ['номер телефона исполнителя', 'индекс дела'],
  rows: null,
  holder: sokolova,
  since: day('26.12.2023'),
};

export const equipmentOrder: DocumentBrief = {
  ...appointmentOrder,
  id: 'order-equipment',
  title: 'Об утверждении перечня оборудования',
  version: 3,
  state: 'onApproval',
  gaps: [],
  holder: glevitskaya,
  since: day('19.08.2024'),
};

export const monitoringLetter: DocumentBrief = {
  ...equipmentOrder,
  id: 'letter-monitoring',
  noun: 'письмо',
  title: 'О результатах мониторинга (этап I)',
  version: 2,
};
