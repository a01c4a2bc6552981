import { describe, expect, it } from '@jest/globals';
import type { DocumentFacts } from '#documents';
import { parseLocalDate } from '#domain/local-date';
import { spellOut } from '../../../documents/fields/abbreviations.js';
import { externalParty, headLines, shortBody, unitDative } from '../../../documents/fields/body-words.js';
import { countedForms, verbForCount } from '../../../documents/fields/counted-things.js';
import { roleIn, roleSubject } from '../../../documents/fields/measure-words.js';
import { splitTail, withDots } from '../../../documents/fields/phrases.js';
import { planWords } from '../../../documents/fields/plan-words.js';
import { factsOf, PEOPLE, reading, SOKOLOVA } from './facts-of.js';

const ORDER: DocumentFacts['order'] = {
  kind: 'приказ',
  date: parseLocalDate('2024-02-12'),
  number: '7',
  title: 'О мерах',
  issuer: 'Комитет по культуре',
  headLines: [],
  points: [],
  controller: null,
  signatory: { name: 'Иванов И.И.', position: 'Председатель' },
  planTitle: null,
};

describe('an abbreviation', () => {
  const source = 'мероприятия для внедрения цифровой образовательной среды; проект «Цифровая образовательная среда»';

  it.each([
    ['ответственное за внедрение ЦОС', 'ответственное за внедрение цифровой образовательной среды'],
    ['развитие ЦОС', 'развитие цифровой образовательной среды'],
    ['по ЦОС', 'по цифровой образовательной среде'],
    ['Введена ЦОС', 'Введена цифровая образовательная среда'],
  ])('is spelt out in the case that the words before it ask for: %s', (text, expected) => {
    expect(spellOut(text, [source])).toBe(expected);
  });

  it('stays when the order does not spell it, inside quotation marks, and inside a word', () => {
    expect(spellOut('внедрение АИС', [source])).toBe('внедрение АИС');
    expect(spellOut('проект «Внедрение ЦОС»', [source])).toBe('проект «Внедрение ЦОС»');
    expect(spellOut('внедрение ЦОС-2', [source])).toBe('внедрение ЦОС-2');
  });

  it('is not spelt by words that punctuation parts or by two letters', () => {
    expect(spellOut('развитие ЦОС', ['для развития центров, образования, среды'])).toBe('развитие ЦОС');
    expect(spellOut('развитие ПО', ['для развития правового образования'])).toBe('развитие ПО');
  });
});

describe('the name of a plan', () => {
  it.each([
    [
      { planTitle: 'Комплекс мер (Дорожная карта) по реализации X', title: 'Об утверждении Комплекса мер' },
      'Комплекса мер (дорожной карты) по реализации X',
      'Комплекс мер',
      'утверждённого',
    ],
    [
      { planTitle: 'План мероприятий («дорожная карта») по созданию Y', title: 'Об утверждении плана мероприятий' },
      'плана мероприятий («дорожной карты») по созданию Y',
      'План мероприятий',
      'утверждённого',
    ],
    [
      { planTitle: 'Дорожная карта по организации питания', title: 'О дорожной карте по организации питания' },
      'дорожной карты по организации питания',
      'Дорожная карта',
      'утверждённой',
    ],
    [
      { title: 'Об утверждении Комплекса мер (дорожная карта) по реализации X на 2025 год' },
      'Комплекса мер (дорожной карты) по реализации X на 2025 год',
      'Комплекс мер',
      'утверждённого',
    ],
    [
      { title: 'О дорожной карте по развитию туризма' },
      'дорожной карты по развитию туризма',
      'Дорожная карта',
      'утверждённой',
    ],
    [
      {
        planTitle: 'План мероприятий по Z',
        title: 'О Плане',
        points: ['Утвердить План мероприятий по Z (далее – План).'],
      },
      'плана мероприятий по Z',
      'План',
      'утверждённого',
    ],
    [{ title: 'О мерах' }, 'дорожной карты', 'Дорожная карта', 'утверждённой'],
  ])('stands in the genitive as the order writes it: %j', (change, genitive, short, approved) => {
    const words = planWords({ ...ORDER, ...change });
    expect(words.genitive.toLowerCase()).toBe(genitive.toLowerCase());
    expect([words.short, words.approvedGenitive]).toEqual([short, approved]);
  });

  it.each([
    ['по X на территории Соснового края в 2025 году', 'на территории Соснового края', 'в Сосновом крае', 'в 2025 году'],
    [
      'по X в Верхнеокской области на 2025 год',
      'на территории Верхнеокской области',
      'в Верхнеокской области',
      'в 2025 году',
    ],
    [
      'по X на территории Владимирской области на 2025–2027 годы',
      'на территории Владимирской области',
      'во Владимирской области',
      'в 2025–2027 годах',
    ],
    ['по X в школах в 2024/2025 учебном году', null, null, 'в 2024/2025 учебном году'],
    ['по X', null, null, null],
  ])('says where and when it holds: %s', (rest, territory, inside, period) => {
    const words = planWords({ ...ORDER, planTitle: `План мероприятий ${rest}` });
    expect([words.territory, words.inside, words.period]).toEqual([territory, inside, period]);
  });
});

describe('a body', () => {
  it('is bold in the letterhead where its lines make up its name', () => {
    const lines = headLines({
      ...ORDER,
      issuer: 'Комитет по культуре Верхнеокской области',
      headLines: ['ВЕРХНЕОКСКАЯ ОБЛАСТЬ', 'КОМИТЕТ ПО КУЛЬТУРЕ', 'ВЕРХНЕОКСКОЙ ОБЛАСТИ'],
    });
    expect(lines.map(({ имяОргана }) => имяОргана)).toEqual([false, true, true]);
  });

  it.each([
    ['Комитет общего образования', 'комитет'],
    ['Министерство здравоохранения', 'министерство'],
    ['Главное управление МЧС', 'главное управление'],
    ['Правительство Лесогорской области', 'Правительство'],
  ])('has a short name: %s', (issuer, short) => {
    expect(shortBody(issuer)).toBe(short);
  });

  it('outside is found in the words of a result when the directory names none', async () => {
    const facts = factsOf(await reading('3509-r'), '2', { people: { ...PEOPLE, externalParty: null } });
    expect(externalParty(facts)).toEqual({
      nominative: 'Центр проектного сопровождения',
      genitive: 'Центра проектного сопровождения',
      instrumental: 'Центром проектного сопровождения',
      into: 'в Центр проектного сопровождения',
    });
  });

  it('is told from the post when the directory knows no unit', () => {
    expect(unitDative({ ...SOKOLOVA, unit: null })).toBe('сектору цифровой трансформации');
    expect(unitDative({ ...SOKOLOVA, unit: null, post: 'министр' })).toBeNull();
  });
});

describe('a role', () => {
  it('agrees with its head, whoever is appointed', () => {
    const role = 'должностное лицо в составе проектного офиса, ответственное за внедрение системы';
    expect(roleIn(role, 'instrumental')).toBe(
      'должностным лицом в составе проектного офиса, ответственным за внедрение системы',
    );
    expect(roleIn('ответственный за организацию питания', 'genitive')).toBe('ответственного за организацию питания');
  });

  it('says what it answers for, or nothing', () => {
    expect(roleSubject('ответственный за организацию питания')).toBe('организации питания');
    expect(roleSubject('ответственное лицо, ответственное за внедрение системы')).toBe('внедрения системы');
    expect(roleSubject('ответственный за безопасность')).toBeNull();
  });
});

describe('words of a phrase', () => {
  it('part into the thing and what is said about it', () => {
    expect(splitTail('образовательных организаций, принимающих участие в отборе')).toEqual([
      'образовательных организаций',
      ', принимающих участие в отборе',
    ]);
    expect(splitTail('оборудования, расходных материалов, средств обучения для школ')).toEqual([
      'оборудования, расходных материалов, средств обучения',
      ' для школ',
    ]);
    expect(splitTail('оборудования')).toEqual(['оборудования', '']);
  });

  it('get the dots of ё outside quotation marks only, and only where they are certain', () => {
    expect(withDots('приемку утвержденных отчетов и «приемка»')).toBe('приёмку утверждённых отчётов и «приемка»');
    expect(withDots('объявленных, утверждена, учебный, четверть, перечень')).toBe(
      'объявленных, утверждена, учебный, четверть, перечень',
    );
  });

  it.each([
    [1, 'включена', 'образовательная организация'],
    [2, 'включены', 'образовательные организации'],
    [11, 'включено', 'образовательных организаций'],
    [41, 'включена', 'образовательная организация'],
    [45, 'включено', 'образовательных организаций'],
  ])('agree with %i organisations', (n, verb, phrase) => {
    const forms = countedForms('образовательных организаций');
    expect(verbForCount(n, 'f', { m: '', f: 'включена', n: 'включено', pl: 'включены' })).toBe(verb);
    expect([forms?.one, forms?.few, forms?.many]).toContain(phrase);
  });

  it('turn a soft adjective and a neuter noun, and leave a noun they do not know', () => {
    expect(countedForms('сельских средних школ')).toMatchObject({
      one: 'сельская средняя школа',
      few: 'сельские средние школы',
    });
    expect(countedForms('медицинских учреждений')).toMatchObject({
      one: 'медицинское учреждение',
      few: 'медицинских учреждения',
    });
    expect(countedForms('участков дорог')).toBeNull();
  });
});
