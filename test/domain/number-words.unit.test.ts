import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { integer, money, moneyInWords, numberInWords, workingDaysInWords } from '#domain/number-words';
import { VekhaError } from '#domain/errors';

const plain = (text: string): string => text.replaceAll('\u00A0', ' ');

describe('figures', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1 000'],
    [-28519, '\u221228 519'],
    [12345678901234567890n, '12 345 678 901 234 567 890'],
    [1.5, '1,5'],
  ])('%s is written %s', (n, text) => {
    expect(plain(integer(n))).toBe(text);
  });

  it.each([
    [4_042_064_000n, '40 420 640,00'],
    [5, '0,05'],
    [-2150, '\u221221,50'],
  ])('%s kopecks are %s', (kopecks, text) => {
    expect(plain(money(kopecks))).toBe(text);
  });
});

describe('sums in words', () => {
  it.each([
    [4_042_064_000n, '40 420 640 (сорок миллионов четыреста двадцать тысяч шестьсот сорок) рублей 00 копеек'],
    [0, '0 (ноль) рублей 00 копеек'],
    [101, '1 (один) рубль 01 копейка'],
    [200_222, '2 002 (две тысячи два) рубля 22 копейки'],
    [100_000_000, '1 000 000 (один миллион) рублей 00 копеек'],
    [2_100_000_001n, '21 000 000 (двадцать один миллион) рублей 01 копейка'],
    [4_100_102, '41 001 (сорок одна тысяча один) рубль 02 копейки'],
    [11_200_214, '112 002 (сто двенадцать тысяч два) рубля 14 копеек'],
    [300_000_500_000n, '3 000 005 000 (три миллиарда пять тысяч) рублей 00 копеек'],
    [1_100_011n, '11 000 (одиннадцать тысяч) рублей 11 копеек'],
  ])('%s kopecks', (kopecks, text) => {
    expect(plain(moneyInWords(kopecks))).toBe(text);
  });

  it('keep every kopeck of any whole sum', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 99_999_999_999_999_999n }), (kopecks) => {
        expect(BigInt(money(kopecks).replaceAll(/\D/g, ''))).toBe(kopecks);
        expect(moneyInWords(kopecks)).not.toMatch(/undefined| {2}/);
      }),
    );
  });
});

describe('numbers in words', () => {
  it.each([
    [3, 'm', 'genitive', 'трёх'],
    [1, 'f', 'accusative', 'одну'],
    [2, 'f', 'nominative', 'две'],
    [2, 'n', 'instrumental', 'двумя'],
    [8, 'm', 'instrumental', 'восемью'],
    [14, 'm', 'dative', 'четырнадцати'],
    [40, 'm', 'prepositional', 'сорока'],
    [90, 'm', 'genitive', 'девяноста'],
    [58, 'm', 'instrumental', 'пятьюдесятью восемью'],
    [345, 'm', 'genitive', 'трёхсот сорока пяти'],
    [2001, 'f', 'genitive', 'двух тысяч одной'],
    [-7, 'm', 'nominative', 'минус семь'],
    [5_000_021n, 'n', 'nominative', 'пять миллионов двадцать одно'],
  ] as const)('%s, %s, %s is «%s»', (n, gender, grammaticalCase, text) => {
    expect(numberInWords(n, gender, grammaticalCase)).toBe(text);
  });

  it('make terms of acts', () => {
    expect([1, 3, 10, 21].map(workingDaysInWords)).toEqual([
      'одного рабочего дня',
      'трёх рабочих дней',
      'десяти рабочих дней',
      'двадцати одного рабочего дня',
    ]);
  });

  it.each([1.5, Number.NaN, 10n ** 15n])('refuse %s in one Russian sentence', (n) => {
    expect(() => numberInWords(n, 'm', 'nominative')).toThrow(VekhaError);
  });
});
