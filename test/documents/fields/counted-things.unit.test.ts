import { describe, expect, it } from '@jest/globals';
import { plural } from '#domain/plural';
import { countedForms, verbForCount } from '../../../documents/fields/counted-things.js';

const INCLUDED = { m: 'включён', f: 'включена', n: 'включено', pl: 'включены' };

function sentence(n: number, genitivePlural: string): string | null {
  const forms = countedForms(genitivePlural);
  if (forms === null) return null;
  return `${verbForCount(n, forms.gender, INCLUDED)} ${n} ${plural(n, forms.one, forms.few, forms.many)}`;
}

describe('things that are counted', () => {
  it.each([
    ['образовательных организаций', 41, 'включена 41 образовательная организация'],
    ['образовательных организаций', 42, 'включены 42 образовательные организации'],
    ['образовательных организаций', 45, 'включено 45 образовательных организаций'],
    ['образовательных организаций', 111, 'включено 111 образовательных организаций'],
    ['муниципальных дошкольных учреждений', 21, 'включено 21 муниципальное дошкольное учреждение'],
    ['муниципальных дошкольных учреждений', 22, 'включены 22 муниципальных дошкольных учреждения'],
    ['детских садов', 1, 'включён 1 детский сад'],
    ['детских садов', 3, 'включены 3 детских сада'],
    ['сельских библиотек', 1, 'включена 1 сельская библиотека'],
    ['средних школ', 2, 'включены 2 средние школы'],
    ['старших колледжей', 31, 'включён 31 старший колледж'],
    ['муниципальных образований', 14, 'включено 14 муниципальных образований'],
  ])('«%s» × %i: «%s»', (things, n, text) => {
    expect(sentence(n, things)).toBe(text);
  });

  it('are left alone when the noun is not known', () => {
    expect(sentence(1, 'цифровых двойников')).toBeNull();
  });
});
