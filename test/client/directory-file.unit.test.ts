/** The directory as a CSV file: every fault with its line, and nothing taken from a file that has one. */
import { describe, expect, it } from '@jest/globals';
import { readDirectory } from '#client';

const HEADER = 'фамилия;инициалы;пол;должность;почта;сторона';

function read(...lines: readonly string[]) {
  return readDirectory(new TextEncoder().encode([HEADER, ...lines].join('\n')), (email) => `o-${email}`);
}

describe('a directory', () => {
  it('is refused whole, with every fault and its line', () => {
    const faulty = () =>
      read(
        'Соколова;М.А.;ж;специалист;sokolova@x.example;Координатор',
        ';А.А.;м;;a@x.example;',
        'Яшина;В.Н.;женский;руководитель;yashina@x.example, chief@x.example;',
      );
    expect(faulty).toThrow(
      expect.objectContaining({
        code: 'officials.unreadable',
        message:
          'Справочник не загружен: строка 3: не заполнена графа «фамилия»; строка 3: не заполнена графа «должность»; ' +
          'строка 4: «yashina@x.example, chief@x.example» – не один адрес почты; строка 4: пол «женский»: нужно «м» или «ж».',
      }),
    );
  });

  it('names the line that an editor shows, whatever blank lines stand between', () => {
    const faulty = () =>
      read('', 'Соколова;М.А.;ж;специалист;sokolova@x.example;', '', '', ';А.А.;м;юрист;a@x.example;');
    expect(faulty).toThrow(/: строка 6: не заполнена графа «фамилия»\.$/u);
  });

  it('names one person in several lines for several parties', () => {
    const line = 'Соколова;М.А.;ж;специалист;Sokolova@x.example;';
    const { officials, parties } = read(`${line}Координатор`, `${line}Комитет`);
    expect(officials).toHaveLength(1);
    expect(parties.map(({ name, officialId }) => [name, officialId])).toEqual([
      ['Координатор', 'o-sokolova@x.example'],
      ['Комитет', 'o-sokolova@x.example'],
    ]);
  });

  it('is refused when two people share an address: one would get the mail of the other', () => {
    const twice = () =>
      read('Соколова;М.А.;ж;специалист;office@x.example;', 'Тихонов;П.С.;м;консультант;office@x.example;');
    expect(twice).toThrow(/строка 3: адрес уже стоит у другого человека – Соколова М\.А\./u);
  });
});

describe('corrected forms', () => {
  const line = 'Лев;Ян;Львович;м;мэр города;lev@x.example';
  const base = 'фамилия;имя;отчество;пол;должность;почта';

  function readForms(columns: string, ...lines: readonly string[]) {
    return readDirectory(new TextEncoder().encode([base + columns, ...lines].join('\r\n')), (email) => email);
  }

  it('come from columns that name a part and a case, in any of the usual ways', () => {
    const columns = ';фамилия, род. падеж;Фамилия (дат.);имя в творительном падеже;должность предл';
    expect(readForms(columns, `${line};Лева;;Яном;мэре`).officials[0]?.forms).toEqual({
      surname: { genitive: 'Лева' },
      name: { instrumental: 'Яном' },
      post: { prepositional: 'мэре' },
    });
  });

  it('are read from a file divided by commas too, where the titles stand in quotation marks', () => {
    const titles = [...base.split(';'), '"фамилия, род. падеж"'].join(',');
    const csv = `${titles}\n${[...line.split(';'), 'Лева'].join(',')}`;
    const [official] = readDirectory(new TextEncoder().encode(csv), (email) => email).officials;
    expect(official?.forms).toEqual({ surname: { genitive: 'Лева' } });
  });

  it('are empty in a file whose cells are, and absent from a file without the columns', () => {
    expect(readForms(';фамилия, род. падеж', `${line};`).officials[0]?.forms).toEqual({});
    expect(readForms('', line).officials[0]).not.toHaveProperty('forms');
  });

  it('of one person in several lines are put together', () => {
    const { officials } = readForms(';фамилия, род.;фамилия, дат.', `${line};Лева;`, `${line};;Леву`);
    expect(officials[0]?.forms).toEqual({ surname: { genitive: 'Лева', dative: 'Леву' } });
  });

  it.each([
    [';фамилия, зват. падеж', `${line};Леве`, 'строка 1, графа 7 «фамилия, зват. падеж»: не назван падеж, нужен'],
    [';должность в скобках', `${line};мэра`, 'строка 1, графа 7 «должность в скобках»: не назван падеж, нужен'],
    [';фамилия род;фамилия, род.', `${line};;`, 'строка 1, графа 8 «фамилия, род.»: такая графа уже есть'],
    [';фамилия, род.', `${line};Голубева`, 'строка 2, графа 7 «фамилия, род.»: «Голубева» – не форма слов «Лев»'],
    [';фамилия, род.', `${line};Лева Я.Л.`, 'строка 2, графа 7 «фамилия, род.»: «Лева Я.Л.» – нужна одна форма'],
    [';фамилия, род.', `${line};–`, 'строка 2, графа 7 «фамилия, род.»: «–» – не форма слов «Лев»'],
    [';должность, род.', `${line};мэра/мэру`, 'строка 2, графа 7 «должность, род.»: «мэра/мэру» – нужна одна форма'],
    [
      ';имя, род.',
      'Лев;;;м;мэр города;lev@x.example;Яна',
      'строка 2, графа 7 «имя, род.»: форма «Яна» есть, а графа «имя» пуста',
    ],
  ])('with %j and %j are refused with line and column', (columns, row, sentence) => {
    expect(() => readForms(columns, row)).toThrow(sentence);
  });
});
