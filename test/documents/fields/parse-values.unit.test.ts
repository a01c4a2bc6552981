import { describe, expect, it } from '@jest/globals';
import { fieldQuestions, parseValues as parseWith } from '#documents';
import { DOCUMENT_KINDS, type DocumentKind } from '#domain/document-kind';
import { isInn } from '../../../documents/fields/inn.js';
import { register } from './facts-of.js';

const DIRECTORY = [
  { id: 'o-1', surname: 'Соколова', initials: 'М.А.' },
  { id: 'o-2', surname: 'Иванов', initials: 'И.И.' },
  { id: 'o-3', surname: 'Иванов', initials: 'И.И.' },
];
const parseValues = (kind: DocumentKind, raw: Readonly<Record<string, unknown>>) => parseWith(kind, raw, DIRECTORY);

describe('a person typed by name', () => {
  const problemsOf = (name: unknown) => parseValues('order-appointment', { назначаемый: name }).problems;

  it('is somebody of the directory, by name or by code, or a person in full', () => {
    expect(problemsOf('Соколова М. А.')).toEqual([]);
    expect(problemsOf('o-2')).toEqual([]);
    expect(problemsOf({ фамилия: 'Саколова', инициалы: 'М.А.', должность: 'юрист' })).toEqual([]);
  });

  it('is refused when nobody is called so, or several are: the field would be empty without a word', () => {
    expect(problemsOf('Саколова М.А.')).toEqual([
      'поле «назначаемый»: «Саколова М.А.» нет в справочнике: укажите «Фамилия И.О.» или человека целиком',
    ]);
    expect(problemsOf('Иванов И.И.')).toEqual([
      'поле «назначаемый»: «Иванов И.И.» в справочнике не один: укажите код из справочника',
    ]);
  });

  it('may be a body where a letter goes to one', () => {
    expect(parseValues('letter-organisations', { адресат: 'Центр проектного сопровождения' }).problems).toEqual([]);
  });
});

describe('values typed for a draft', () => {
  it('become whole kopecks, ISO days and numbers', () => {
    const { values, problems } = parseValues('letter-equipment', {
      оборудование: [
        { наименование: ' Ноутбук ', количество: '1 312', цена: '62 500,5' },
        { наименование: 'Мышь', количество: 416, цена: 620 },
        { наименование: 'Кабель', количество: 1, цена: '1 000 000,00 руб.' },
      ],
      ответДо: '09.08.2024',
      график: { номер: 212, дата: '2024-07-08' },
      цены: 'Да',
    });
    expect(problems).toEqual([]);
    expect(values).toEqual({
      оборудование: [
        { наименование: 'Ноутбук', количество: 1312, цена: 6_250_050 },
        { наименование: 'Мышь', количество: 416, цена: 62_000 },
        { наименование: 'Кабель', количество: 1, цена: 100_000_000 },
      ],
      ответДо: '2024-08-09',
      график: { номер: '212', дата: '2024-07-08' },
      цены: 'да',
    });
  });

  it('are taken away by an empty value', () => {
    expect(parseValues('order-appointment', { роль: ' ', назначаемый: null }).values).toEqual({
      роль: null,
      назначаемый: null,
    });
  });

  it('may stand inside an object or under a name with a dot', () => {
    const phone = { 'исполнитель.телефон': '8 (812) 000-00-00' };
    expect(parseValues('letter-organisations', phone).values).toEqual(phone);
    expect(parseValues('letter-organisations', { исполнитель: { телефон: '8 (812) 000-00-00' } }).values).toEqual(
      phone,
    );
  });

  it('are refused all at once, each with its place', () => {
    const { problems } = parseValues('register-notices', {
      извещения: [
        { заказчик: 'МКУ', инн: '4799000201', номер: '0145', размещено: '31.02.2024', нмцк: 'много' },
        'строка',
        { заказчик: 5, цвет: 'синий' },
      ],
      наДату: 'вчера',
      телефон: '1',
    });
    expect(problems).toEqual([
      'поле «извещения», строка 1, «инн»: «4799000201» – не ИНН: проверьте число цифр и контрольную цифру',
      'поле «извещения», строка 1, «номер»: «0145» – нужно 19 цифр',
      'поле «извещения», строка 1, «размещено»: «31.02.2024» – такого дня нет: укажите день как 25.08.2024 или 2024-08-25',
      'поле «извещения», строка 1, «нмцк»: «много» – не сумма в рублях',
      'поле «извещения», строка 2: нужны графы №, заказчик, инн, предмет, номер, размещено, способ, нмцк, окончание, статус, комплектов',
      'поле «извещения», строка 3, «заказчик»: «5» – не текст',
      'поле «извещения», строка 3: нет графы «цвет», есть №, заказчик, инн, предмет, номер, размещено, способ, нмцк, окончание, статус, комплектов',
      'поле «наДату»: «вчера» – не дата: укажите день как 25.08.2024 или 2024-08-25',
      'поля «телефон» нет; можно указать: извещения, наДату, планКомплектов, письмо',
    ]);
  });

  it('refuse what no document of this kind asks for, naming what it asks', () => {
    expect(parseValues('notice-assignment', { дело: '19' }).problems).toEqual([
      'поля «дело» нет: этот документ составляет программа, вписывать в него нечего',
    ]);
  });

  it.each([
    ['a negative sum', { цена: '-1' }],
    ['a third decimal', { цена: '1,005' }],
    ['a fraction of a thing', { количество: 1.5 }],
    ['a number too large to count', { количество: '9999999999999' }],
    ['an exponent', { количество: 1e21 }],
  ])('refuse %s', (_, cell) => {
    expect(parseValues('letter-equipment', { оборудование: [cell] }).problems).toHaveLength(1);
  });

  it('refuse a list without rows, a person without a surname and strange columns of a person', () => {
    expect(parseValues('letter-organisations', { организации: 'нет' }).problems).toEqual([
      'поле «организации»: нужен список строк',
    ]);
    expect(parseValues('order-appointment', { назначаемый: { имя: 'Иван' } }).problems).toEqual([
      'поле «назначаемый»: не хватает: фамилия, должность',
    ]);
    expect(parseValues('order-appointment', { назначаемый: { surname: 'X' } }).problems).toEqual([
      'поле «назначаемый»: нет графы «surname», есть фамилия, имя, отчество, инициалы, пол, должность',
    ]);
    expect(parseValues('order-appointment', { глагол: 'сместить' }).problems).toEqual([
      'поле «глагол»: «сместить» – нужно одно из: утвердить, назначить, определить',
    ]);
  });

  it('stop listing problems after thirty', () => {
    const { problems } = parseValues('letter-equipment', {
      оборудование: Array.from({ length: 50 }, () => ({ цена: 'x' })),
    });
    expect(problems).toHaveLength(31);
    expect(problems.at(-1)).toBe('и ещё замечаний: 20');
  });

  it('never reach an inherited property', () => {
    const raw = JSON.parse(
      '{"__proto__": 1, "constructor": 2, "оборудование": [{"__proto__": {"цена": 1}}]}',
    ) as Record<string, unknown>;
    const { problems } = parseValues('letter-equipment', raw);
    expect(problems.map((problem) => problem.slice(0, 24))).toEqual([
      'поля «__proto__» нет; мо',
      'поля «constructor» нет; ',
      'поле «оборудование», стр',
    ]);
  });

  it.each([
    ['letter-organisations', 'организации', 'organisations'],
    ['letter-equipment', 'оборудование', 'equipment'],
    ['register-notices', 'извещения', 'notices'],
    ['register-acceptance', 'приёмка', 'acceptance'],
    ['form-monitoring', 'строки', 'monitoring-2'],
  ] as const)('accept the whole register of the samples: %s', async (kind, field, file) => {
    const { problems, values } = parseValues(kind, { [field]: await register(file) });
    expect(problems).toEqual([]);
    expect(values[field]).toHaveLength((await register(file)).length);
  });
});

describe('questions', () => {
  it.each(DOCUMENT_KINDS)('have distinct names and Russian words for their types: %s', (kind) => {
    const questions = fieldQuestions(kind);
    expect(new Set(questions.map(({ name }) => name)).size).toBe(questions.length);
    for (const { label, type } of questions) expect(`${label} ${type}`).toMatch(/[а-яё]/u);
  });

  it('ask of every act, letter and register what it cannot do without', () => {
    const required = DOCUMENT_KINDS.map((kind) =>
      fieldQuestions(kind)
        .filter((question) => question.required)
        .map(({ name }) => name),
    );
    expect(required.flat()).toEqual([
      'назначаемый',
      'организации',
      'организации',
      'оборудование',
      'оборудование',
      'извещения',
      'приёмка',
      'строки',
      // The date by which a form is asked for; the new deadline and its reasons; the cause of an amendment; what was done.
      'ответДо',
      'новоеЗначение',
      'причина',
      'сделано',
      'причина',
      'сделано',
    ]);
  });
});

describe('an ИНН', () => {
  it('has right check digits, of ten and of twelve', () => {
    expect(['4799001074', '7899001147', '7707083893', '500100732259'].map(isInn)).toEqual([true, true, true, true]);
  });

  it('is refused with one digit changed, lost or added', () => {
    expect(['4799001075', '479900107', '47990010744', '500100732258', '500100732159', '479900107x'].map(isInn)).toEqual(
      Array.from({ length: 6 }, () => false),
    );
  });
});
