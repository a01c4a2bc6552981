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
