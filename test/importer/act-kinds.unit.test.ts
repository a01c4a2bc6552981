/** Kinds of act, controllers in every wording, signatures and stamps: heads as bodies write them. */
import { describe, expect, it } from '@jest/globals';
import { readText, textAct, told } from './acts.js';

const TABLE = '№\tМероприятие\tИсполнитель\tСрок\n1\tСажать\tОтдел парков\tмай 2025 г.\n';
const CONTROL = '2. Контроль за исполнением настоящего приказа оставляю за собой.';
const headWith = async (from: string, to: string) => (await readText(textAct(TABLE).replace(from, to))).order;

describe('the controller', () => {
  it.each([
    [
      '2. Контроль за исполнением приказа возложить на заместителя директора Ивушкина П.П.',
      'Ивушкин П.П.',
      'заместитель директора',
    ],
    [
      '2. Контроль исполнения настоящего приказа возлагаю на начальника отдела парков О.О. Ветрову.',
      'Ветрова О.О.',
      'начальник отдела парков',
    ],
    [
      '2. Контроль за выполнением приказа осуществляет заместитель директора Мельник С.С.',
      'Мельник С.С.',
      'заместитель директора',
    ],
    [
      '2. Контроль за исполнением приказа осуществляется первым заместителем директора Сорокиным А.А.',
      'Сорокин А.А.',
      'первый заместитель директора',
    ],
    [
      '2. Контроль за исполнением приказа поручить заместителю директора Ивановой И.И.',
      'Иванова И.И.',
      'заместитель директора',
    ],
    ['2. Возложить контроль за исполнением приказа на главу управы Ткача Р.В.', 'Ткач Р.В.', 'глава управы'],
    ['2. Контроль за исполнением настоящего приказа оставляю за собой.', 'Клён Л.Л.', 'Директор департамента'],
    ['2. Контроль за исполнением приказа осуществляю лично.', 'Клён Л.Л.', 'Директор департамента'],
    ['2. Контроль за исполнением приказа возложить на заместителя директора.', null, 'заместитель директора'],
  ])('%s', async (point, name, position) => {
    expect((await headWith(CONTROL, point)).controller?.value).toMatchObject({ name, position });
  });

  it('whose name the case does not settle is asked about', async () => {
    const reading = await readText(
      textAct(TABLE).replace(CONTROL, '2. Контроль за исполнением приказа поручить заместителю директора Орлу И.И.'),
    );
    expect(told(reading)).toContainEqual(expect.stringMatching(/^warning \| контроль исполнения .*проверьте фамилию/u));
  });

  it('is nobody where no point speaks of control', async () => {
    const reading = await readText(textAct(TABLE).replace(CONTROL, '2. Приказ вступает в силу со дня подписания.'));
    expect(reading.order.controller).toBeNull();
    expect(told(reading)).toContainEqual(expect.stringMatching(/^warning .*не сказано, кто контролирует/u));
  });
});

describe('the signature', () => {
  const SIGNATURE = 'Директор департамента	Л.Л. Клён';
  it.each([
    ['И.о. директора департамента\tЛ.Л. Клён', 'И.о. директора департамента', 'Клён Л.Л.'],
    [
      'Исполняющий обязанности\nдиректора департамента\tЛ.Л. Клён',
      'Исполняющий обязанности директора департамента',
      'Клён Л.Л.',
    ],
    [
      'Врио директора департамента\nблагоустройства города Зеленодола\n\nКЛЁН Л.Л.',
      'Врио директора департамента благоустройства города Зеленодола',
      'Клён Л.Л.',
    ],
    ['Директор департамента ____________ Л.Л. Клён', 'Директор департамента', 'Клён Л.Л.'],
  ])('%j', async (printed, position, name) => {
    expect((await headWith(SIGNATURE, printed)).signatory.value).toEqual({ name, position });
  });
});

describe('the stamp', () => {
  const STAMP = 'УТВЕРЖДЁН\nприказом департамента благоустройства\nгорода Зеленодола\nот 14.01.2025 № 7-о';
  const PLAN = 'План мероприятий по озеленению на 2025 год';
  it.each([
    ['УТВЕРЖДЕНА\nприказом департамента\nот 14.01.2025 № 7-о', 'Дорожная карта по озеленению'],
    ['УТВЕРЖДЕНО\nприказом департамента\nот 14 января 2025 г. № 7-о', 'Расписание работ по озеленению'],
    ['УТВЕРЖДЕНЫ\nприказом департамента\nот «14» января 2025 г. № 7-о', 'Меры по озеленению'],
    ['Приложение № 1\nк приказу департамента\nот 14.01.2025 № 7-о', 'ПЛАН мероприятий'],
    ['Приложение\nк приказу от 14.01.2025 № 7-о\n\nУтвержден\nприказом департамента', 'План мероприятий'],
  ])('%j stands over the plan and agrees with the act', async (stamp, plan) => {
    const reading = await readText(textAct(TABLE, plan).replace(STAMP, stamp));
    expect(reading.order.planTitle?.value).toBe(plan);
    expect(told(reading).filter((line) => line.includes('расходится'))).toEqual([]);
  });

  it('that does not agree with what it approves is told', async () => {
    const reading = await readText(textAct(TABLE, PLAN).replace('УТВЕРЖДЁН', 'УТВЕРЖДЕНО'));
    expect(told(reading)).toContainEqual(
      expect.stringMatching(/^note \| гриф утверждения \| «УТВЕРЖДЕНО» не согласовано/u),
    );
  });
});

describe('kinds of act', () => {
  it.each([
    ['РАСПОРЯЖЕНИЕ', 'распоряжение'],
    ['П О С Т А Н О В Л Е Н И Е', 'постановление'],
    ['ПРИКАЗ', 'приказ'],
    ['УКАЗ', 'указ'],
    ['ПРОТОКОЛ', 'протокол'],
  ])('%s', async (printed, kind) => {
    expect((await headWith('ПРИКАЗ', printed)).kind.value).toBe(kind);
  });

  it('may name their body below the kind', async () => {
    const text = textAct(TABLE).replace(
      'ДЕПАРТАМЕНТ БЛАГОУСТРОЙСТВА ГОРОДА ЗЕЛЕНОДОЛА\n\nПРИКАЗ',
      'УКАЗ\nГУБЕРНАТОРА ОЗЁРНОЙ ОБЛАСТИ\n',
    );
    const { order } = await readText(text);
    expect([order.kind.value, order.issuer.value]).toEqual(['указ', 'Губернатор Озёрной области']);
  });

  it('of a meeting are called by the meeting', async () => {
    const { order } = await readText(
      `ПРОТОКОЛ\nзаседания рабочей группы по развитию туризма\nОзёрной области\n\n12 марта 2025 г.\t№ 3\n\nРЕШИЛИ:\n1. Утвердить план.\n2. Контроль оставляю за собой.\n\nРуководитель рабочей группы\tП.П. Лось\n\nПриложение\nк протоколу от 12 марта 2025 г. № 3\n\nПлан работы\n\n${TABLE}`,
    );
    expect({
      title: order.title.value,
      issuer: order.issuer.value,
      date: order.date.value,
      number: order.number.value,
      controller: order.controller?.value.name,
    }).toEqual({
      title: 'заседания рабочей группы по развитию туризма Озёрной области',
      issuer: 'Рабочая группа по развитию туризма Озёрной области',
      date: '2025-03-12',
      number: '3',
      controller: 'Лось П.П.',
    });
  });
});
