import { parseLocalDate } from '#domain/local-date';
import { workingCalendar } from '#domain/working-calendar';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DocumentFacts } from '#documents';
import type { TracedReading } from '#importer';
import { draft } from './draft.js';
import { BODY, factsOf, PEOPLE, PLAN, reading, register, TIKHONOV } from './facts-of.js';
import { CONTROL, day, DISCIPLINE, ITEMS, MOVED, REPORT, ROUTE } from './process-facts-of.js';

let order: TracedReading;

beforeAll(async () => {
  order = await reading('3509-r');
});

const ACT = `распоряжением ${BODY} от 26.12.2023 № 3509-р`;
const SIGNED = 'Первый заместитель председателя комитета\tИ.А.Голубев';
const TIKHONOV_SIGNED = 'Консультант сектора цифровой трансформации\tП.С.Тихонов';

const byTikhonov = (no: string, change: Partial<DocumentFacts>): DocumentFacts =>
  factsOf(order, no, { people: { ...PEOPLE, responsible: TIKHONOV }, ...change });

describe('a covering letter', () => {
  it('says what the monitoring form shows', async () => {
    const values = {
      строки: (await register('monitoring-1')).map((row) => ({ ...row })),
      наДату: '2024-08-20',
    };
    const facts = factsOf(order, '6', {
      today: day('22.08.2024'),
      process: { enclosed: { kind: 'form-monitoring', values } },
    });
    const conclusion =
      'По контракту № 0145200000424000317 поставка 11 комплектов задержана; новая дата отгрузки – 16.09.2024, оборудование будет налажено до 30.09.2024.';
    const typed = { выводы: [conclusion], реквизиты: ['190000, Санкт-Петербург'], 'приложение.листов': 2 };
    const registration = { date: day('22.08.2024'), number: '19-4480/2024' };
    const { lines, gaps } = await draft('letter-cover', facts, typed, registration);
    expect(gaps).toEqual([]);
    expect(lines.slice(1)).toEqual([
      'О результатах мониторинга (этап I)',
      'Уважаемая Вера Николаевна!',
      `Во исполнение пункта 6 ${PLAN}, утверждённого ${ACT}, направляем сведения о ходе реализации мероприятий по внедрению цифровой образовательной среды по состоянию на 20.08.2024.`,
      `Законтрактованы 52 комплекта из 52, поставлен 41, налажено 39. ${conclusion}`,
      'Приложение:\tна 2 л. в 1 экз.',
      'С уважением,',
      SIGNED,
      'Соколова Марина Андреевна',
      '8 (812) 000-00-00',
    ]);
  });

  it('counts the notices and the accepted sets of a register', async () => {
    const notices = { извещения: await register('notices'), наДату: '2024-02-28', планКомплектов: 52 };
    const enclosed = { kind: 'register-notices' as const, values: notices };
    const first = await draft('letter-cover', byTikhonov('4', { process: { enclosed } }));
    expect(first.lines).toContain('О направлении реестра извещений');
    expect(first.lines.join('\n')).toContain(
      'направляем реестр извещений об осуществлении закупок оборудования для внедрения цифровой образовательной среды по состоянию на 28.02.2024. Размещено 23 извещения, закупки объявлены на 52 комплекта из 52.',
    );
    const accepted = { приёмка: await register('acceptance'), наДату: '2024-08-19', планКомплектов: 52 };
    const facts = byTikhonov('5', { process: { enclosed: { kind: 'register-acceptance', values: accepted } } });
    const second = await draft('letter-cover', facts);
    expect(second.lines).toContain('О направлении реестра документов о приёмке');
    expect(second.lines.join('\n')).toContain(
      'направляем реестр документов, подтверждающих приёмку материальных ценностей и услуг в рамках объявленных закупок, по состоянию на 19.08.2024. Принят 41 комплект из 52.',
    );
  });
});

describe('a request to the external party', () => {
  it('asks for the form of monitoring before the second stage', async () => {
    const { lines, gaps } = await draft('letter-form', factsOf(order, '7'), { ответДо: '01.11.2024' });
    expect(gaps.map(({ path }) => path)).toEqual(['орган.реквизиты', 'регистрация.дата', 'регистрация.номер']);
    expect(lines.slice(1, 5)).toEqual([
      'О форме мониторинга (этап II)',
      'Уважаемая Вера Николаевна!',
      `Пунктом 7 ${PLAN}, утверждённого ${ACT}, предусмотрено проведение мониторинга до 30.11.2024 по форме, определяемой Минпросвещения России или Центром проектного сопровождения.`,
      'Просим направить действующую форму мониторинга и порядок её заполнения до 01.11.2024. Если форма, полученная для этапа I, не изменилась, просим подтвердить это.',
    ]);
  });

  it('asks for the schedule within ten working days', async () => {
    const { lines } = await draft('letter-schedule', factsOf(order, '3', { today: day('09.01.2024') }));
    expect(lines.slice(1, 6)).toEqual([
      'О направлении графика',
      'Уважаемая Вера Николаевна!',
      `Пунктом 3 ${PLAN}, утверждённого ${ACT}, срок формирования и утверждения перечня оборудования, расходных материалов, средств обучения и воспитания определён согласно отдельному графику Центра проектного сопровождения.`,
      'Просим направить указанный график либо сообщить дату, до которой перечень должен быть утверждён, до 23.01.2024.',
      'До получения графика исполнение пункта 3 остаётся на контроле без даты.',
    ]);
  });

  it('names the letter that was not answered when it asks again', async () => {
    const unanswered = { number: '19-11/2024', date: day('09.01.2024') };
    const { lines } = await draft('letter-schedule', factsOf(order, '3', { process: { unanswered } }));
    expect(lines).toContain('О направлении графика (повторно)');
    expect(lines).toContain('Ответ на письмо от 09.01.2024 № 19-11/2024 не поступил.');
    expect(lines.join('\n')).toContain('Повторно просим направить указанный график');
  });
});

describe('a memo on a later deadline', () => {
  const typed = {
    новоеЗначение: '30.09.2024',
    причина:
      'поставщик ООО «Учебная техника» задержал 11 из 52 комплектов по контракту № 0145200000424000317. Новая дата отгрузки – 16.09.2024, на пусконаладку требуется 10 рабочих дней.',
    сделано: 'закупки объявлены, контракты заключены на 52 комплекта, принят 41 комплект',
    подтверждения: ['письмо ООО «Учебная техника» от 15.08.2024 № 87 на 1 л. в 1 экз.'],
  };

  it('asks, gives reasons, says what is done and leaves room for the decision', async () => {
    const facts = byTikhonov('5', {
      today: day('16.08.2024'),
      process: {
        extension: {
          opinion: { text: 'Поддерживаю. Остальные комплекты приняты.', on: day('19.08.2024') },
          decision: null,
        },
      },
    });
    const { lines, gaps } = await draft('memo-extension', facts, typed, {
      date: day('16.08.2024'),
      number: '118-сз/2024',
    });
    expect(gaps).toEqual([]);
    expect(lines).toEqual([
      'Первому заместителю председателя комитета',
      'Голубеву И.А.',
      'Сектор цифровой трансформации',
      'СЛУЖЕБНАЯ ЗАПИСКА',
      '16.08.2024\t№ 118-сз/2024',
      'О переносе срока исполнения пункта 5 Комплекса мер',
      'Прошу перенести срок исполнения пункта 5 Комплекса мер (дорожной карты), утверждённого распоряжением комитета от 26.12.2023 № 3509-р, «Закуплено, доставлено и налажено оборудование» с 23.08.2024 на 30.09.2024.',
      `Причина: ${typed.причина}`,
      `На 16.08.2024 выполнено: ${typed.сделано}.`,
      'Ранее срок исполнения пункта не переносился.',
      `Приложение:\t${typed.подтверждения[0] ?? ''}`,
      TIKHONOV_SIGNED,
      'Мнение контролёра',
      'Поддерживаю. Остальные комплекты приняты.\tЕ.И.Глевицкая, 19.08.2024',
      'Решение',
      'Срок перенести на 30.09.2024.',
      'Отказать. Причина: ____________\tИ.А.Голубев, __.__.____',
    ]);
  });

  it('goes to a body above as a letter of request', async () => {
    const facts = byTikhonov('5', { today: day('16.08.2024') });
    const registration = { date: day('16.08.2024'), number: '19-4301/2024' };
    const asked = { ...typed, адресат: 'Правительство Ленинградской области', реквизиты: ['190000, Санкт-Петербург'] };
    const { lines, gaps } = await draft('memo-extension', facts, asked, registration);
    expect(gaps.filter(({ required }) => required)).toEqual([]);
    expect(lines[0]).toMatch(/^Администрация .* 16\.08\.2024 № 19-4301\/2024\t\tПравительство Ленинградской области$/u);
    expect(lines.slice(1)).toEqual([
      'О переносе срока исполнения пункта 5 Комплекса мер',
      `Просим перенести срок исполнения пункта 5 Комплекса мер (дорожной карты), утверждённого ${ACT}, «Закуплено, доставлено и налажено оборудование» с 23.08.2024 на 30.09.2024.`,
      `Причина: ${typed.причина}`,
      `На 16.08.2024 выполнено: ${typed.сделано}.`,
      'Ранее срок исполнения пункта не переносился.',
      `Приложение:\t${typed.подтверждения[0] ?? ''}`,
      'С уважением,',
      SIGNED,
      'Тихонов Павел Сергеевич',
    ]);
  });

  it('moves a new deadline off a day off and tells of earlier moves', async () => {
    const facts = byTikhonov('5', { process: { moves: MOVED } });
    const { lines } = await draft('memo-extension', facts, { ...typed, новоеЗначение: '08.09.2024' });
    expect(lines.join('\n')).toContain('на 06.09.2024 (08.09.2024 – воскресенье).');
    expect(lines).toContain(
      'Ранее срок переносился 1 раз: с 15.02.2024 на 29.02.2024 (распоряжение от 15.02.2024 № 241-р).',
    );
  });

  it('lists what was not typed', async () => {
    const { gaps } = await draft('memo-extension', byTikhonov('5', {}));
    expect(gaps.filter(({ required }) => required).map(({ path }) => path)).toEqual([
      'новоеЗначение',
      'причина',
      'сделано',
    ]);
  });
});

describe('an act of amendment', () => {
  const HEADED = `распоряжение ${BODY} от 26 декабря 2023 года № 3509-р`;
  const TITLE = `Об утверждении Комплекса мер (дорожная карта) по реализации мероприятий по обеспечению образовательных организаций материально-технической базой для внедрения цифровой образовательной среды в рамках реализации федерального проекта «Цифровая образовательная среда» национального проекта «Образование» на территории Ленинградской области в 2024 году`;
  const cause = 'изменением срока поставки оборудования по контракту № 0145200000424000317';

  it('replaces the words of the deadline', async () => {
    const registration = { date: day('22.08.2024'), number: '2214-р' };
    const facts = byTikhonov('5', { today: registration.date });
    const typed = { причина: cause, новоеЗначение: '30.09.2024' };
    const { lines, gaps } = await draft('order-amendment', facts, typed, registration);
    expect(gaps).toEqual([]);
    expect(lines.slice(6)).toEqual([
      '22.08.2024\t№ 2214-р',
      `О внесении изменения в ${HEADED}`,
      `В связи с ${cause}:`,
      `Внести в ${HEADED} «${TITLE}» изменение, заменив в пункте 5 Комплекса мер (приложение к распоряжению) в графе «Срок» слова «25 августа 2024 года» словами «30 сентября 2024 года».`,
      'Контроль за исполнением настоящего распоряжения возложить на начальника сектора цифровой трансформации департамента профессионального образования, развития инфраструктуры и организационной деятельности Глевицкую Е.И.',
      SIGNED,
    ]);
  });

  it('lists several changes as points of their own', async () => {
    const { lines } = await draft('order-amendment', byTikhonov('5', {}), {
      причина: cause,
      изменения: [
        { пункт: '5', стало: '30 сентября 2024 года' },
        { пункт: '6', графа: 'Срок', было: '25 августа 2024 года', стало: '30 сентября 2024 года' },
      ],
    });
    expect(lines).toContain(`О внесении изменений в ${HEADED}`);
    expect(lines).toContain(
      `Внести в ${HEADED} «${TITLE}» следующие изменения в Комплекс мер (приложение к распоряжению):`,
    );
    expect(lines).toContain(
      'В пункте 5 в графе «Срок» слова «25 августа 2024 года» заменить словами «30 сентября 2024 года».',
    );
    expect(lines).toContain(
      'В пункте 6 в графе «Срок» слова «25 августа 2024 года» заменить словами «30 сентября 2024 года».',
    );
  });
});

describe('an approval sheet', () => {
  it('shows every step, the substitution and the answered remarks', async () => {
    const { lines, gaps } = await draft('approval-sheet', factsOf(order, '3', { process: { route: ROUTE } }));
    expect(gaps).toEqual([]);
    expect(lines).toEqual([
      `ЛИСТ СОГЛАСОВАНИЯ к проекту распоряжения «${ROUTE.document.title}»`,
      'Пункт 3 Комплекса мер. Версия 3 от 14.08.2024, контрольная сумма (SHA-256) 9f2c41d07be3…90d23b7a.',
      '№\tДолжность\tФамилия И.О.\tРешение\tДата и время\tЗамечания',
      '1\tГлавный специалист сектора цифровой трансформации\tСоколова М.А.\tПодготовлено\t14.08.2024 15:10\t–',
      '2\tЮрисконсульт\tЕрмолаев Д.И. за Лаптеву О.В.\tСогласовано\t15.08.2024 11:32\t–',
      '3\tНачальник сектора цифровой трансформации\tГлевицкая Е.И.\tСогласовано\t19.08.2024 16:20\tпо ссылке из письма',
      '4\tПервый заместитель председателя комитета\tГолубев И.А.\tНа подписи\tс 19.08.2024 16:20\t–',
      '5\tГлавный специалист сектора цифровой трансформации\tСоколова М.А.\tОжидает\t–\t–',
      'Замещение: Ермолаев Д.И. за Лаптеву О.В. с 12.08.2024 по 30.08.2024, основание – приказ от 09.08.2024 № 61-о.',
      'Версия 2 возвращена 13.08.2024: замечания прилагаются.',
      'ЛИСТ ЗАМЕЧАНИЙ к версии 2 от 09.08.2024',
      '№\tЗамечание\tКто, когда\tОтвет исполнителя',
      '1\tИсключить строку 14: закупается в III этапе\tГлевицкая Е.И., 13.08.2024\tУчтено в версии 3, строка исключена',
    ]);
  });
});

const MEASURE = `Пункт 4 «Объявлены закупки оборудования для внедрения ЦОС» Комплекса мер (дорожной карты), утверждённого ${ACT}`;

describe('a report on a point', () => {
  const due = (facts: DocumentFacts, on: string): DocumentFacts => ({
    ...facts,
    item: { ...facts.item, deadline: { ...facts.item.deadline, workingDue: day(on) } },
  });

  it('says by what the result is confirmed', async () => {
    const facts = byTikhonov('4', { process: { moves: MOVED, report: REPORT } });
    const { lines, gaps } = await draft('report-item', facts, {
      сделано: 'объявлены закупки на 52 комплекта из 52; одна закупка не состоялась и объявлена повторно 26.02.2024.',
    });
    expect(gaps).toEqual([]);
    expect(lines).toEqual([
      'СПРАВКА',
      'об исполнении пункта 4 Комплекса мер (дорожной карты)',
      '28.02.2024\t№ ЦОС-2024/4',
      `${MEASURE}, исполнен 28.02.2024 при сроке 29.02.2024.`,
      'Срок переносился 1 раз: с 15.02.2024 на 29.02.2024 (распоряжение от 15.02.2024 № 241-р).',
      'Результат по распоряжению\tЧем подтверждён\tДата, №',
      '«Реестр извещений (по форме Центра проектного сопровождения)»\tРеестр извещений, 23 строки; направлен письмом в Центр проектного сопровождения\t28.02.2024 № 19-871/2024',
      'Сделано: объявлены закупки на 52 комплекта из 52; одна закупка не состоялась и объявлена повторно 26.02.2024.',
      'Предлагаю снять пункт 4 с контроля.',
      TIKHONOV_SIGNED,
      'Решение контролёра',
      'Снять с контроля.\tЕ.И.Глевицкая, 28.02.2024',
    ]);
  });

  it('names working days of delay, and of an interim report the day expected', async () => {
    const facts = due(byTikhonov('4', {}), '29.12.2023');
    const late = await draft('report-item', facts, { исполнено: '12.01.2024', сделано: 'всё' });
    expect(late.lines).toContain(
      `${MEASURE}, исполнен 12.01.2024 при сроке 29.12.2023, с опозданием на 4 рабочих дня.`,
    );
    const calendar = workingCalendar({ extraDaysOff: [parseLocalDate('2024-01-11')] });
    const regional = await draft('report-item', { ...facts, calendar }, { исполнено: '12.01.2024', сделано: 'всё' });
    expect(regional.lines.join('\n')).toContain('с опозданием на 3 рабочих дня');
    const interim = await draft('report-item', facts, {
      вид: 'промежуточная',
      сделано: 'половина',
      ожидается: '01.03.2024',
    });
    expect(interim.lines[0]).toBe('ПРОМЕЖУТОЧНАЯ СПРАВКА');
    expect(interim.lines).toContain('Пункт остаётся на контроле. Ожидаемая дата исполнения – 01.03.2024.');
  });
});

describe('a note of removal', () => {
  const removal = {
    on: day('28.02.2024'),
    doneOn: day('28.02.2024'),
    reportOn: day('28.02.2024'),
    remindersSent: 8,
    excludedBy: null,
  };

  it('says on what ground the point is off control', async () => {
    const { lines, gaps } = await draft('note-removal', byTikhonov('4', { process: { moves: MOVED, removal } }));
    expect(gaps).toEqual([]);
    expect(lines).toEqual([
      'СПРАВКА',
      'о снятии с контроля',
      '28.02.2024\t№ ЦОС-2024/4',
      `${MEASURE}, снят с контроля 28.02.2024.`,
      'Основание: справка об исполнении от 28.02.2024. Исполнен в срок с учётом переноса (первоначальный срок 15.02.2024).',
      'Ответственный исполнитель: Тихонов П.С. Напоминаний направлено: 8. Переносов: 1.',
      'Начальник сектора цифровой трансформации\tЕ.И.Глевицкая',
    ]);
  });

  it('names the act that took the point out', async () => {
    const excludedBy = { noun: 'распоряжение', date: day('01.03.2024'), number: '300-р' };
    const { lines } = await draft(
      'note-removal',
      byTikhonov('4', { process: { removal: { ...removal, excludedBy } } }),
    );
    expect(lines).toContain(
      `${MEASURE}, исключён распоряжением от 01.03.2024 № 300-р; контроль прекращён без исполнения.`,
    );
  });
});

describe('a control card', () => {
  it('tells everything about a point on one sheet', async () => {
    const facts = byTikhonov('5', { today: day('20.08.2024'), process: { control: CONTROL } });
    const { lines, gaps } = await draft('control-card', facts);
    expect(gaps).toEqual([]);
    expect(lines).toEqual([
      'КАРТОЧКА КОНТРОЛЯ № ЦОС-2024/5',
      `Основание\tраспоряжение ${BODY} от 26.12.2023 № 3509-р, пункт 5 Комплекса мер`,
      'Мероприятие\t«Закуплено, доставлено и налажено оборудование»',
      'Состояние\tЖдёт решения о переносе, Голубев И.А. с 19.08.2024',
      'Срок\tрабочий 23.08.2024, пятница; в распоряжении «25 августа 2024 года» (воскресенье)',
      'Ответственный\tТихонов П.С., консультант сектора цифровой трансформации («Региональный координатор»)',
      'Соисполнители\tнет',
      'Контролёр\tГлевицкая Е.И.',
      'Результат\t«Реестр документов, подтверждающих приемку …»: Заполняется, версия 2, 41 из 52 строк',
      'Переносы\tне было; запрошен 16.08.2024 на 30.09.2024',
      'Напоминания\t09.08, 16.08, 20.08.2024',
      'Ход исполнения\t05.08.2024 реестр, версия 1, 27 строк (Ермолаев Д.И. за Тихонова П.С.); 19.08.2024 реестр, версия 2, 41 строка; 19.08.2024 перенос поддержан (Глевицкая Е.И.)',
      'Снято с контроля\t–',
      'Сформировано 20.08.2024',
    ]);
  });
});

describe('a summary of the roadmap', () => {
  it('counts the points, shows each and names what falls due within ten working days', async () => {
    const facts = factsOf(order, '5', { today: day('20.08.2024'), process: { roadmap: { items: ITEMS } } });
    const { lines, gaps } = await draft('summary', facts);
    expect(gaps).toEqual([]);
    expect(lines).toEqual([
      `СВОДКА об исполнении ${PLAN} (распоряжение ${BODY} от 26.12.2023 № 3509-р) по состоянию на 20.08.2024`,
      'Всего пунктов 7. Снято с контроля 3 (в срок 2, с опозданием 1). Просрочено 1. Ждут решения 1. В работе 1. Запланирован 1. Ждут даты 0. Исключено 0. Доля исполнения 42,9 %.',
      '№ п/п\tМероприятие\tОтветственный\tРабочий срок (в распоряжении)\tСостояние\tИсполнено\tДокументы\tПереносы\tПримечание',
      '1\tУтверждено должностное лицо\tСоколова М.А.\t29.12.2023\tСнято с контроля, в срок\t28.12.2023\tРаспоряжение 28.12.2023 № 3538-р\t–\t–',
      '2\tУтвержден перечень образовательных организаций\tСоколова М.А.\t29.12.2023\tСнято с контроля, с опозданием на 4 рабочих дня\t12.01.2024\tПисьмо 28.12.2023 № 19-6310/2023; распоряжение 12.01.2024 № 14-р\t–\t–',
      '3\tСформирован и утвержден перечень оборудования\tСоколова М.А.; Центр проектного сопровождения\t12.08.2024 (по графику Центра)\tПросрочено на 6 рабочих дней\t–\tПисьмо 06.08.2024 № 19-4127/2024; распоряжение: на подписи\tс 14.06.2024 на 12.08.2024\tу Голубева И.А. с 19.08.2024',
      '4\tОбъявлены закупки оборудования для внедрения ЦОС\tТихонов П.С.\t29.02.2024 (15.02.2024)\tСнято с контроля, в срок с учётом переноса\t28.02.2024\tРеестр извещений, 23 строки\tс 15.02.2024 на 29.02.2024\t–',
      '5\tЗакуплено, доставлено и налажено оборудование\tТихонов П.С.\t23.08.2024 (25.08.2024, вс)\tЖдёт решения о переносе\t–\tРеестр: 41 строка из 52\tзапрошен на 30.09.2024\tу Голубева И.А. с 19.08.2024',
      '6\tПроведен мониторинг хода реализации (этап I)\tСоколова М.А.; Центр проектного сопровождения\t23.08.2024 (25.08.2024, вс)\tНа согласовании\t–\tПисьмо: у Глевицкой Е.И.; форма: ждём от Центра\t–\t–',
      '7\tПроведен мониторинг хода реализации (этап II)\tСоколова М.А.; Центр проектного сопровождения\t29.11.2024 (30.11.2024, сб)\tЗапланировано\t–\tПисьмо: черновик; форма: не начата\t–\t–',
      'В ближайшие 10 рабочих дней (по 03.09.2024) наступает срок пунктов 5 и 6: 23.08.2024.',
      'Составил: Соколова М.А., 20.08.2024',
    ]);
  });
});

describe('a report on discipline', () => {
  it('puts the worst first and weighs delays', async () => {
    const { lines, gaps } = await draft(
      'report-discipline',
      factsOf(order, '5', { process: { discipline: DISCIPLINE } }),
    );
    expect(gaps).toEqual([]);
    expect(lines.slice(2)).toEqual([
      'Яшина В.Н., Центр проектного сопровождения\t6\t5\t3\t1\t1\t6,5\t–\t60,0\t69,0',
      'Голубев И.А.\t11\t9\t7\t1\t1\t1,5\t–\t77,8\t87,8',
      'Ермолаев Д.И.\t11\t11\t9\t2\t0\t1,5\t–\t81,8\t98,6',
      'Соколова М.А.\t23\t18\t15\t2\t1\t3,7\t1 / 41\t83,3\t93,1',
      'Тихонов П.С.\t16\t14\t13\t1\t0\t2,0\t1 / 9\t92,9\t99,3',
      'Глевицкая Е.И.\t16\t12\t12\t0\t0\t–\t–\t100,0\t100,0',
      'Кузьмина Н.П.\t8\t8\t8\t0\t0\t–\t–\t100,0\t100,0',
      'Всего\t91\t77\t67\t7\t3\t3,2\t2 / 50\t87,0\t94,6',
      'Ко – доля сроков, исполненных вовремя, от наступивших. Кв – то же с учётом длительности опоздания: каждый рабочий день опоздания уменьшает вес на 5 %, неисполненное весит 0. Перенесённый срок считается по новой дате; переносы показаны отдельно.',
    ]);
  });

  it('gives a deadline four days late four fifths of its weight and an undone one nothing', async () => {
    const deadlines = [
      { lateDays: 0, done: true },
      { lateDays: 4, done: true },
      { lateDays: 6, done: false },
      { lateDays: 0, done: true },
    ];
    const discipline = { ...DISCIPLINE, unit: 'пункты', rows: [{ executor: 'Все', assigned: 7, deadlines }] };
    const { lines } = await draft('report-discipline', factsOf(order, '5', { process: { discipline } }));
    expect(lines).toContain('Все\t7\t4\t2\t1\t1\t5,0\t–\t50,0\t70,0');
  });

  it('shows no per cent for whom nothing fell due', async () => {
    const discipline = { ...DISCIPLINE, rows: [{ executor: 'Белова И.П.', assigned: 2, deadlines: [] }] };
    const { lines } = await draft('report-discipline', factsOf(order, '5', { process: { discipline } }));
    expect(lines).toContain('Белова И.П.\t2\t0\t0\t0\t0\t–\t–\t–\t–');
  });
});

describe('the mark of an electronic signature', () => {
  it('stands under the signature when a certificate is known, and nowhere else', async () => {
    const signature = {
      number: '00A1B2C3',
      owner: 'Голубев Игорь Алексеевич',
      from: day('01.02.2024'),
      to: day('01.05.2025'),
    };
    const typed = { причина: 'задержкой поставки', новоеЗначение: '30.09.2024' };
    const signed = await draft('order-amendment', byTikhonov('5', { process: { signature } }), typed);
    expect(signed.lines.slice(-2)).toEqual([
      SIGNED,
      'ДОКУМЕНТ ПОДПИСАН ЭЛЕКТРОННОЙ ПОДПИСЬЮ Сертификат 00A1B2C3 Владелец Голубев Игорь Алексеевич Действителен с 01.02.2024 по 01.05.2025',
    ]);
    const plain = await draft('order-amendment', byTikhonov('5', {}), typed);
    expect(plain.lines.at(-1)).toBe(SIGNED);
  });
});

describe('the final summary', () => {
  const off = (no: string, change: Partial<(typeof ITEMS)[number]>) => ({
    ...(ITEMS.find((item) => item.no === no) ?? ITEMS[0]),
    state: 'removed' as const,
    stateText: null,
    requestedTo: null,
    note: null,
    ...change,
  });
  const items = [
    off('1', {}),
    off('2', {}),
    off('3', { doneOn: day('21.08.2024') }),
    off('4', {}),
    off('5', { doneOn: day('30.09.2024'), workingDue: day('30.09.2024'), moves: MOVED }),
    off('6', { doneOn: day('22.08.2024') }),
    off('7', { doneOn: day('28.11.2024') }),
  ] as unknown as typeof ITEMS;

  it('reports to the signatory when the last point is off control, the table behind it', async () => {
    const facts = factsOf(order, '5', { today: day('29.11.2024'), process: { roadmap: { items } } });
    const { lines, gaps, title } = await draft('summary', facts, {
      вывод: 'Налажено 52 комплекта оборудования из 52 в 52 образовательных организациях на сумму 39 029 190,00 руб.',
    });
    expect(gaps.filter(({ required }) => required)).toEqual([]);
    expect(title).toBe('Справка об исполнении Комплекса мер на 29.11.2024');
    expect(lines.slice(0, 11)).toEqual([
      'Первому заместителю председателя комитета',
      'Голубеву И.А.',
      'СПРАВКА',
      '_____________\t№ ________',
      `об исполнении ${PLAN}`,
      `Комплекс мер, утверждённый ${ACT}, исполнен 28.11.2024. С контроля сняты 7 пунктов из 7 (100,0 %): в срок – 3, в срок с учётом переноса – 2, с опозданием – 2.`,
      'С опозданием исполнены: пункт 2 – на 4 рабочих дня; пункт 3 – на 7 рабочих дней. Срок переносился у пунктов 3, 4 и 5.',
      'Налажено 52 комплекта оборудования из 52 в 52 образовательных организациях на сумму 39 029 190,00 руб.',
      'Предлагаю считать распоряжение № 3509-р исполненным и снять его с контроля.',
      'Начальник сектора цифровой трансформации\tЕ.И.Глевицкая',
      `ИСПОЛНЕНИЕ ${PLAN}`,
    ]);
    expect(lines).toHaveLength(11 + 1 + 7);
  });

  it('is not made while a point is on control', async () => {
    const facts = factsOf(order, '5', {
      today: day('29.11.2024'),
      process: { roadmap: { items: [...items, ...ITEMS.slice(4, 5)] } },
    });
    expect((await draft('summary', facts)).lines[0]).toMatch(/^СВОДКА/u);
  });
});
