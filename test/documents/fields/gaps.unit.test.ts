import { beforeAll, describe, expect, it } from '@jest/globals';
import { type DocumentFacts, gatherFields, parseValues, standInValues } from '#documents';
import { DOCUMENT_KINDS, type DocumentKind } from '#domain/document-kind';
import { parseLocalDate } from '#domain/local-date';
import type { TracedReading } from '#importer';
import { NOBODY } from '../../../documents/fields/facts.js';
import { draft } from './draft.js';
import { factsOf, PEOPLE, person, reading, register, SOKOLOVA, YASHINA } from './facts-of.js';

let order: TracedReading;

beforeAll(async () => {
  order = await reading('3509-r');
});

/** Labels of the gaps, those that bar approval marked. */
async function gapsOf(kind: DocumentKind, facts: DocumentFacts, typed = {}): Promise<readonly string[]> {
  const { gaps } = await draft(kind, facts, typed);
  return gaps.map(({ label, required }) => (required ? `${label} *` : label));
}

describe('a draft of order 3509-р for which nobody typed anything', () => {
  it.each<[DocumentKind, string, readonly string[]]>([
    [
      'order-appointment',
      '1',
      [
        'дата регистрации',
        'регистрационный номер',
        'кто назначается: должность *',
        'кто назначается: фамилия и инициалы *',
      ],
    ],
    [
      'letter-organisations',
      '2',
      [
        'адрес и реквизиты органа',
        'дата регистрации',
        'регистрационный номер',
        'листов приложения',
        'перечень организаций *',
      ],
    ],
    ['order-organisations', '2', ['дата регистрации', 'регистрационный номер', 'перечень организаций *']],
    [
      'letter-equipment',
      '3',
      [
        'адрес и реквизиты органа',
        'дата регистрации',
        'регистрационный номер',
        'листов приложения',
        'перечень оборудования *',
      ],
    ],
    [
      'order-equipment',
      '3',
      [
        'дата регистрации',
        'регистрационный номер',
        'реквизиты графика: дата письма',
        'реквизиты графика: номер письма',
        'перечень оборудования *',
      ],
    ],
    ['register-notices', '4', ['реестр извещений *']],
    ['register-acceptance', '5', ['реестр документов о приёмке *']],
    [
      'form-monitoring',
      '6',
      ['дата сопроводительного письма', 'номер сопроводительного письма', 'строки мониторинга *'],
    ],
    ['notice-assignment', '5', []],
  ])('%s lists exactly its blanks', async (kind, no, expected) => {
    expect(await gapsOf(kind, factsOf(order, no))).toEqual(expected);
  });

  it('still names everybody whom the order names when the directory knows nobody', async () => {
    const { lines, gaps } = await draft('order-organisations', factsOf(order, '2', { people: NOBODY }));
    expect(lines.join('\n')).toContain('организационной деятельности Глевицкую Е.И.');
    expect(lines).toContain('Первый заместитель председателя комитета\tИ.А.Голубев');
    expect(gaps.map(({ label }) => label)).toContain('кто направляет копию');
  });

  it('asks who answers and who prepares when nobody is assigned', async () => {
    expect(await gapsOf('notice-assignment', factsOf(order, '5', { people: NOBODY }))).toEqual([
      'ответственный исполнитель *',
    ]);
    expect(await gapsOf('letter-equipment', factsOf(order, '3', { people: NOBODY }))).toContain(
      'исполнитель: фамилия, имя, отчество *',
    );
  });

  it('asks for what a person of the directory lacks, not for what nobody needs', async () => {
    const contact = { ...YASHINA, name: null, patronymic: null };
    const facts = factsOf(order, '2', {
      people: { ...PEOPLE, responsible: { ...SOKOLOVA, phone: null }, addressee: contact },
    });
    expect(await gapsOf('letter-organisations', facts)).toEqual(
      expect.arrayContaining(['обращение: имя и отчество адресата', 'контактный телефон']),
    );
    const { lines } = await draft('letter-organisations', { ...facts, people: { ...facts.people, addressee: null } });
    expect(lines[0]).toMatch(/Центр проектного сопровождения$/u);
    expect(lines.join('\n')).not.toContain('Уважаем');
  });

  it('prints no blank in a registered letter for what could only be left out', async () => {
    const day = parseLocalDate('2023-12-28');
    const facts = factsOf(order, '2', {
      people: { ...PEOPLE, responsible: { ...SOKOLOVA, phone: null } },
      today: day,
    });
    const typed = { организации: await register('organisations') };
    const registration = { number: '19-6310/2023', date: day };
    const { lines, gaps } = await draft('letter-organisations', facts, typed, registration);
    expect(gaps).toEqual([]);
    expect(lines).toContain('Приложение:\tв 1 экз.');
    expect(lines.join('\n')).not.toMatch(/\[|_{3}/u);
  });

  it('takes an external official for the addressee, never for the one who prepares', async () => {
    const facts = factsOf(order, '3', { people: { ...PEOPLE, responsible: YASHINA, coExecutors: [SOKOLOVA] } });
    const { lines } = await draft('letter-equipment', facts);
    expect(lines).toContain('Соколова Марина Андреевна');
    expect(lines).not.toContain('Яшина Вера Николаевна');
  });
});

describe('a row with a cell that nobody gave', () => {
  it('is a gap of that cell and of the totals, never a zero', async () => {
    const rows = await register('monitoring-1');
    const { gaps, lines } = await draft('form-monitoring', factsOf(order, '6'), {
      строки: rows.map((row, at) => (at === 3 ? { ...row, оплачено: '' } : row)),
    });
    expect(gaps.filter(({ required }) => required).map(({ path }) => path)).toEqual([
      'строки[3].оплачено',
      'итого.оплачено',
    ]);
    expect(lines.join('\n')).toContain('[оплачено, всего]');
  });

  it('asks for the reason of a row behind plan only', async () => {
    const rows = (await register('monitoring-1')).map((row) => ({ ...row, причина: '' }));
    const gaps = await gapsOf('form-monitoring', factsOf(order, '6'), { строки: rows });
    expect(gaps.filter((label) => label === 'причина отклонения *')).toHaveLength(3);
  });
});

describe('who is appointed', () => {
  it('may be typed in full when the directory does not know the person', async () => {
    const { lines } = await draft('order-appointment', factsOf(order, '1'), {
      назначаемый: {
        фамилия: 'Кравец',
        имя: 'Андрей',
        отчество: 'Павлович',
        пол: 'м',
        должность: 'ведущий консультант отдела кадров',
      },
    });
    expect(lines.join('\n')).toContain('Утвердить ведущего консультанта отдела кадров Кравца А.П. должностным лицом');
    expect(lines.at(-2)).toMatch(/^Контроль за исполнением настоящего распоряжения возложить на начальника сектора/u);
  });

  it('stays a gap when a name that was typed once fits two people by now, or nobody', async () => {
    const namesake = person('other', ['Соколова', 'Мария', 'Анатольевна'], 'f', 'специалист');
    const facts = factsOf(order, '1', { people: { ...PEOPLE, directory: [namesake] } });
    for (const typed of ['Соколова М.А.', 'Неизвестный Н.Н.']) {
      expect(await gapsOf('order-appointment', { ...facts, values: { назначаемый: typed } })).toContain(
        'кто назначается: фамилия и инициалы *',
      );
    }
  });
});

describe("a rehearsal's stand-in values", () => {
  it.each(DOCUMENT_KINDS)('pass the checks and leave nothing that bars approval: %s', async (kind) => {
    const typed = standInValues(kind, { responsibleId: 'sokolova' });
    expect(parseValues(kind, typed, [{ id: 'sokolova', surname: 'Соколова', initials: 'М.А.' }]).problems).toEqual([]);
    const items = order.items.map((item) => item.no.value);
    const own = items.filter((no) => factsOf(order, no).item.results.some((result) => result.documentKind === kind));
    for (const no of own) {
      const gaps = await gapsOf(kind, factsOf(order, no), typed);
      expect(gaps.filter((label) => label.endsWith('*'))).toEqual([]);
    }
  });
});

describe('the title of a version', () => {
  it('says what the document is about, for each kind', () => {
    const titles = DOCUMENT_KINDS.map((kind, at) => {
      const no = ['1', '2', '2', '3', '3', '4', '5', '6', '5'][at] ?? '1';
      return gatherFields(kind, factsOf(order, no)).title;
    });
    expect(titles.map((title) => title.split(' ').slice(0, 3).join(' '))).toEqual([
      'Об утверждении должностного',
      'О направлении перечня',
      'Об утверждении перечня',
      'О перечне оборудования,',
      'Об утверждении перечня',
      'Реестр извещений об',
      'Реестр документов, подтверждающих',
      'Сведения о ходе',
      'Уведомление о поручении',
      'Сопроводительное письмо (пункт',
      'О форме мониторинга',
      'О сроке исполнения',
      'О переносе срока',
      'О внесении изменения',
      'Лист согласования (пункт',
      'Справка об исполнении',
      'Справка о снятии',
      'Карточка контроля №',
      'Сводка об исполнении',
      'Отчёт об исполнительской',
    ]);
  });
});
