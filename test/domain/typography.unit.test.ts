import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { about, bindSpaces, lowerMeasure, type Zone } from '#domain/typography';

const ZONES: readonly Zone[] = ['text', 'title', 'table', 'mail'];
/** No-break spaces as _, no-break hyphens as =. */
const seen = (text: string, zone: Zone): string =>
  bindSpaces(text, zone).replaceAll('\u00A0', '_').replaceAll('\u2011', '=');

describe('bindSpaces', () => {
  it.each([
    [
      'от 26 декабря 2023 года № 3509-р (далее – Комплекс мер)',
      'от 26_декабря 2023_года №_3509=р (далее_– Комплекс мер)',
    ],
    ['от 26.12.2023 №3509-р', 'от 26.12.2023 №3509=р'],
    ['№ 19-6310/2023', '№_19=6310/2023'],
    ['от «26» декабря 2023 г.', 'от «26»_декабря 2023_г.'],
    ['Голубев И.А. и И.А. Голубев, И.А.Голубев', 'Голубев_И.А. и И.А._Голубев, И.А.Голубев'],
    ['Соколов-Северный П. И.', 'Соколов-Северный_П._И.'],
    ['Кара-оол Ш.В., О’Нил А.В.', 'Кара-оол_Ш.В., О’Нил_А.В.'],
    ['12 января, 1-го июня, 5 мая 2024 г.', '12_января, 1=го июня, 5_мая 2024_г.'],
    ['не позднее 10 рабочих дней, за 1 рабочий день', 'не позднее 10_рабочих дней, за 1_рабочий день'],
    ['на 15 л., 2 экз., ст. 14, п. 1, ч. 2', 'на 15_л., 2_экз., ст._14, п._1, ч._2'],
    ['на 3 л. в 1 экз.', 'на 3_л._в_1_экз.'],
    ['п. 3 ст. 5', 'п._3 ст._5'],
    ['г. Волосово, ул. Мира, д. 3', 'г._Волосово, ул._Мира, д._3'],
    ['в 2024 г. Новый план', 'в 2024_г. Новый план'],
    ['28 519 человек, 40 420 640,00 руб., 100,0 %', '28_519_человек, 40_420_640,00_руб., 100,0_%'],
    ['через 3 рабочих дня', 'через 3_рабочих дня'],
    ['накопитель 512 ГБ', 'накопитель 512_ГБ'],
    ['статс-секретарь - заместитель министра', 'статс-секретарь_– заместитель министра'],
    ['контроль — за мной', 'контроль_– за мной'],
    ['тел. 8 (812) 000-00-00', 'тел. 8 (812) 000-00-00'],
    ['- первое\n- второе', '- первое\n- второе'],
    ['о мерах и в составе', 'о мерах и в составе'],
  ])('in the text reads «%s»', (text, bound) => {
    expect(seen(text, 'text')).toBe(bound);
  });

  it.each(['title', 'table'] as const)('hangs one- and two-letter words on the next word in a %s', (zone) => {
    expect(seen('Об утверждении перечня и о мерах в офисе для внедрения', zone)).toBe(
      'Об_утверждении перечня и_о_мерах в_офисе для внедрения',
    );
  });

  it('leaves the hyphen of a number as typed in a mail, so that it can be searched for', () => {
    expect(seen('распоряжение № 3509-р', 'mail')).toBe('распоряжение №_3509-р');
  });

  it('changes nothing when run again, whatever the text and the zone', () => {
    fc.assert(
      fc.property(russianish(), fc.constantFrom(...ZONES), (text, zone) => {
        const once = bindSpaces(text, zone);
        expect(bindSpaces(once, zone)).toBe(once);
      }),
      { numRuns: 500 },
    );
  });

  it('reads a text alone as it reads it above a line that calls for every rule', () => {
    const everything = 'в 2024 г. - № 5-р, п. 3, 100 %, 3 руб. и Голубев И.А.';
    fc.assert(
      fc.property(russianish(), fc.constantFrom(...ZONES), (text, zone) => {
        expect(bindSpaces(`${text}\n${everything}`, zone).slice(0, text.length)).toBe(bindSpaces(text, zone));
      }),
      { numRuns: 1000 },
    );
  });

  it('exchanges spaces, hyphens and dashes only, one for one', () => {
    fc.assert(
      fc.property(russianish(), fc.constantFrom(...ZONES), (text, zone) => {
        expect(owned(bindSpaces(text, zone))).toBe(owned(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('about', () => {
  it.each([
    ['Об', ['утверждении', 'оборудовании', 'этапе', 'изменении', 'архиве', 'ФНС', '«Осени»', '11 школах']],
    ['О', ['назначении', 'ёлке', 'единой форме', 'юбилее', 'МОУ', 'ЦОС', '5 школах', '']],
  ])('says «%s» before %j', (preposition, words) => {
    expect(words.map(about)).toEqual(words.map(() => preposition));
  });
});

describe('lowerMeasure', () => {
  it.each([
    ['Закуплено, доставлено и налажено оборудование', 'закуплено, доставлено и налажено оборудование'],
    ['В составе офиса утверждено лицо', 'в составе офиса утверждено лицо'],
    ['Самостоятельно проведены закупки', 'самостоятельно проведены закупки'],
  ])('puts «%s» in small letters', (title, lowered) => {
    expect(lowerMeasure(title)).toBe(lowered);
  });

  it.each([
    'ЦОС внедрена',
    'ИТ-инфраструктура развёрнута',
    'Ленинградской областью заключено соглашение',
    'Минпросвещения России направлен отчёт',
    'Глевицкая Е.И. назначена',
    'Wi-Fi развёрнут',
    '«Точка роста» открыта',
    '5 школ оснащены',
    'закуплено',
    '',
  ])('leaves «%s» as it stands', (title) => {
    expect(lowerMeasure(title)).toBe(title);
  });
});

/** Texts made of what the rules look at, in any order. */
function russianish(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    ...[
      '№',
      '3509-р',
      '26',
      '2023',
      'декабря',
      'года',
      'г.',
      'п.',
      'л.',
      'в',
      'о',
      'экз.',
      '–',
      '-',
      '—',
      'И.А.',
      'И.',
    ],
    ...[
      'Голубев',
      '«',
      '»',
      '(',
      ')',
      '000',
      '%',
      'руб.',
      'рабочих',
      'дней',
      'А',
      '\n',
      '\t',
      '\u00A0',
      '\u2011',
      ' ',
      ',',
    ],
  );
  const glue = fc.constantFrom('', ' ', ' ', ' ', '\u00A0');
  return fc
    .array(
      fc.oneof({ weight: 9, arbitrary: fc.tuple(piece, glue) }, { weight: 1, arbitrary: fc.tuple(fc.string(), glue) }),
      { maxLength: 25 },
    )
    .map((pieces) => pieces.flat().join(''));
}

function owned(text: string): string {
  return text.replaceAll('\u00A0', ' ').replaceAll(/[\u2011–—]/gu, '-');
}
