import { describe, expect, it } from '@jest/globals';
import { openNames, unusedNames } from '#documents';

const field = (path: string) => ({ path, use: 'print', line: 1, template: 'a' }) as const;

describe('names in the data of a preview', () => {
  it('may be dotted or nested, also both', () => {
    expect(openNames({ 'карта.код': 'А', карта: { год: 2024, 'имя.род': 'б' }, список: [{ 'a.b': 1 }] })).toEqual({
      карта: { код: 'А', год: 2024, имя: { род: 'б' } },
      список: [{ 'a.b': 1 }],
    });
  });

  it('that are a value and a group at once are refused, all together', () => {
    expect(() => openNames({ карта: 'x', 'карта.код': 'А', 'а.б': 1, а: { б: 2 } })).toThrow(
      'Данные не подходят к шаблону: «карта.код» – и значение, и группа полей; «а.б» – и значение, и группа полей.',
    );
  });

  it('cannot reach a prototype', () => {
    const opened = openNames(
      JSON.parse('{"__proto__.x": 1, "constructor": {"prototype": {"y": 2}}}') as Record<string, unknown>,
    );
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(Object.getPrototypeOf(opened)).toBe(Object.prototype);
  });

  it('that the template never asks for are found, in rows of lists too', () => {
    const fields = [field('карта.код'), field('строки'), field('строки[].имя'), field('дела'), field('дела[]')];
    const data = { карта: { код: 1, кот: 2 }, строки: [{ имя: 1, лишнее: 2 }], дела: ['а'], прочее: ['б'] };
    expect(unusedNames(data, fields)).toEqual(['карта.кот', 'строки[].лишнее', 'прочее']);
  });
});
