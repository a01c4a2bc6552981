import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  declineBody,
  declineName,
  declinePhrase,
  declinePost,
  declinePostOf,
  genderOfNoun,
  genderOfPerson,
  genderOfPost,
  participle,
  type Agreement,
  type GrammaticalCase,
  type NamedPerson,
} from '#domain/declension';

const CASES = ['nominative', 'genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const;

describe('names', () => {
  it('stand short or in full, in full only when the name is known', () => {
    const yashina = person('Яшина', 'f', 'Вера', 'Николаевна', 'В.Н.');
    expect(declineName(yashina, 'dative', 'full')).toBe('Яшиной Вере Николаевне');
    expect(declineName(yashina, 'dative', 'short')).toBe('Яшиной В.Н.');
    expect(declineName(person('Голубев', 'm'), 'instrumental', 'full')).toBe('Голубевым А.А.');
  });

  it.each<readonly [string, GrammaticalCase, string]>([
    ['Цой', 'genitive', 'Цоя'],
    ['Швец', 'genitive', 'Швеца'],
    ['Коломиец', 'dative', 'Коломийцу'],
    ['Кузнец', 'genitive', 'Кузнеца'],
    ['Заяц', 'genitive', 'Зайца'],
    ['Воробей', 'dative', 'Воробью'],
    ['Гордей', 'dative', 'Гордею'],
    ['Орёл', 'genitive', 'Орла'],
    ['Толстой', 'genitive', 'Толстого'],
    ['Врач', 'instrumental', 'Врачом'],
    ['Мицкевич', 'instrumental', 'Мицкевичем'],
    ['Дарвин', 'instrumental', 'Дарвином'],
    ['Груша', 'instrumental', 'Грушей'],
    ['Сова', 'genitive', 'Совы'],
    ['Дитрих', 'genitive', 'Дитриха'],
    ['Долгих', 'genitive', 'Долгих'],
    ['Дюма', 'dative', 'Дюма'],
    ['Гарсиа', 'dative', 'Гарсиа'],
    ['Берия', 'prepositional', 'Берии'],
    ['Бонч-Бруевич', 'genitive', 'Бонч-Бруевича'],
    ['Немирович-Данченко', 'genitive', 'Немировича-Данченко'],
    ['ГОЛУБЕВ', 'instrumental', 'ГОЛУБЕВЫМ'],
  ])('a man called %s in the %s is %s', (surname, grammaticalCase, form) => {
    expect(declineName(person(surname, 'm'), grammaticalCase, 'short')).toBe(`${form} А.А.`);
  });

  it.each<readonly [string, string]>([
    ['Ткач', 'Ткач'],
    ['Гоголь', 'Гоголь'],
    ['Живаго', 'Живаго'],
    ['Сова', 'Сове'],
    ['Щербина', 'Щербине'],
    ['Королева', 'Королевой'],
    ['Римская-Корсакова', 'Римской-Корсаковой'],
    ['Третья', 'Третьей'],
    ['Окуджава', 'Окуджаве'],
  ])('a woman called %s in the dative is %s', (surname, form) => {
    expect(declineName(person(surname, 'f'), 'dative', 'short')).toBe(`${form} А.А.`);
  });

  it.each<readonly [string, string | null, string | null, 'm' | 'f' | null]>([
    ['Ким', null, 'Олегович', 'm'],
    ['Ким', null, 'Олеговна', 'f'],
    ['Мамедов', null, 'Али оглы', 'm'],
    ['Мамедова', null, 'Али кызы', 'f'],
    ['Соколова', null, null, 'f'],
    ['Попов', null, null, 'm'],
    ['Ким', 'Вера', null, 'f'],
    ['Ким', null, null, null],
    ['Калина', null, null, null],
    ['Грин', null, null, null],
    ['Шевченко', null, null, null],
  ])('the gender of %s %s %s is told only when certain: %s', (surname, name, patronymic, gender) => {
    expect(genderOfPerson({ surname, name, patronymic, gender: null })).toBe(gender);
  });

  it('stay in the nominative when the gender is unknown', () => {
    expect(declineName(person('Кравец', null), 'dative', 'short')).toBe('Кравец А.А.');
  });

  it('of a stand-in decline as the role they name', () => {
    const role = { surname: 'Региональный координатор', name: null, patronymic: null, initials: '', gender: null };
    expect(declineName(role, 'dative', 'short')).toBe('Региональному координатору');
  });

  it('give way to the form that a person has stored', () => {
    const forms = { surname: { genitive: 'Лева' }, name: { genitive: 'Яна' }, post: { dative: 'мэру' } };
    const corrected = { ...person('Лев', 'm', 'Ян', 'Львович'), forms, post: 'мэр города' };
    expect(declineName(corrected, 'genitive', 'short')).toBe('Лева А.А.');
    expect(declineName(corrected, 'genitive', 'full')).toBe('Лева Яна Львовича');
    expect(declineName(corrected, 'dative', 'full')).toBe('Льву Яну Львовичу');
    expect(declineName({ ...corrected, gender: null, patronymic: null, name: null }, 'genitive', 'full')).toBe(
      'Лева А.А.',
    );
    expect(declinePostOf(corrected, 'dative')).toBe('мэру');
    expect(declinePostOf(corrected, 'genitive')).toBe('мэра города');
  });
});

describe('posts', () => {
  it.each<readonly [string, string]>([
    ['заместитель председателя комитета – начальник отдела', 'заместителю председателя комитета – начальнику отдела'],
    ['заместитель начальника - главный бухгалтер', 'заместителю начальника - главному бухгалтеру'],
    ['ведущий специалист, делопроизводитель', 'ведущему специалисту, делопроизводителю'],
    ['начальник отдела, ответственный за внедрение', 'начальнику отдела, ответственному за внедрение'],
    ['директор и главный врач', 'директору и главному врачу'],
    ['управляющий директор', 'управляющему директору'],
    ['заведующий учебной частью', 'заведующему учебной частью'],
    ['исполняющая обязанности начальника', 'исполняющей обязанности начальника'],
    ['уполномоченная по правам', 'уполномоченной по правам'],
    ['третий секретарь', 'третьему секретарю'],
    ['1-й заместитель', '1-му заместителю'],
    ['вице-губернатор Ленинградской области', 'вице-губернатору Ленинградской области'],
    ['медицинская сестра-анестезист', 'медицинской сестре-анестезисту'],
    ['чрезвычайный и полномочный посол', 'чрезвычайному и полномочному послу'],
    ['врио министра', 'врио министра'],
    ['И. о. директора', 'И. о. директора'],
    ['советник 1 класса', 'советнику 1 класса'],
    ['генеральный директор ООО «Лесной двор – главный»', 'генеральному директору ООО «Лесной двор – главный»'],
    ['управделами', 'управделами'],
    ['начальник отдела образовательных учреждений', 'начальнику отдела образовательных учреждений'],
    ['куратор направлений и технологий', 'куратору направлений и технологий'],
    ['инспектор направлений старший', 'инспектору направлений старшему'],
    ['глава города Нижний Новгород', 'главе города Нижний Новгород'],
    ['врач городской больницы', 'врачу городской больницы'],
    ['экономист 2-й категории', 'экономисту 2-й категории'],
    ['медицинский брат палатный', 'медицинскому брату палатному'],
    ['Руководитель Центра проектного сопровождения', 'Руководителю Центра проектного сопровождения'],
  ])('«%s» in the dative is «%s»', (post, form) => {
    expect(declinePost(post, 'dative')).toBe(form);
  });

  it.each<readonly [string, 'm' | 'f']>([
    ['врио министра', 'm'],
    ['глава', 'm'],
    ['старшая медицинская сестра', 'f'],
    ['заведующая', 'f'],
  ])('«%s» has the gender %s', (post, gender) => {
    expect(genderOfPost(post)).toBe(gender);
  });
});

describe('bodies', () => {
  const KOMITET = 'общего и профессионального образования Ленинградской области';

  it.each<readonly [string, GrammaticalCase, string]>([
    [`комитет ${KOMITET}`, 'instrumental', `комитетом ${KOMITET}`],
    ['Министерство просвещения Российской Федерации', 'genitive', 'Министерства просвещения Российской Федерации'],
    ['Правительство Ленинградской области', 'instrumental', 'Правительством Ленинградской области'],
    ['администрация района', 'accusative', 'администрацию района'],
    ['Управление культуры, спорта и туризма', 'prepositional', 'Управлении культуры, спорта и туризма'],
    ['Центр проектного сопровождения', 'accusative', 'Центр проектного сопровождения'],
    ['Сектор цифровой трансформации', 'dative', 'Сектору цифровой трансформации'],
    ['Региональный координатор', 'accusative', 'Регионального координатора'],
    ['рабочая группа', 'genitive', 'рабочей группы'],
    ['Северо-Западное управление', 'dative', 'Северо-Западному управлению'],
    ['Дворец творчества', 'genitive', 'Дворца творчества'],
    ['Лицей № 5', 'instrumental', 'Лицеем № 5'],
    ['общеобразовательные организации', 'dative', 'общеобразовательным организациям'],
    ['муниципальные районы и городской округ', 'genitive', 'муниципальных районов и городского округа'],
    [
      'органы местного самоуправления, осуществляющие управление',
      'dative',
      'органам местного самоуправления, осуществляющим управление',
    ],
    ['школы', 'genitive', 'школ'],
    ['ответственные исполнители', 'accusative', 'ответственных исполнителей'],
    ['КОМИТЕТ ОБРАЗОВАНИЯ', 'instrumental', 'КОМИТЕТОМ ОБРАЗОВАНИЯ'],
    ['Минпросвещения России', 'dative', 'Минпросвещения России'],
    ['ГКУ ЛО «Дирекция по снабжению»', 'dative', 'ГКУ ЛО «Дирекция по снабжению»'],
    ['«Точка роста»', 'genitive', '«Точка роста»'],
    ['Учреждение «Приречная школа»', 'genitive', 'Учреждения «Приречная школа»'],
    ['Федеральная служба (Рособрнадзор)', 'genitive', 'Федеральной службы (Рособрнадзор)'],
    ['Департамент (далее – организатор)', 'dative', 'Департаменту (далее – организатор)'],
  ])('«%s» in the %s is «%s»', (body, grammaticalCase, form) => {
    expect(declineBody(body, grammaticalCase)).toBe(form);
  });

  it.each<readonly [string, Agreement, string]>([
    ['комитет образования', 'm', 'направил'],
    ['Министерство просвещения', 'n', 'направило'],
    ['администрация', 'f', 'направила'],
    ['Центр проектного сопровождения', 'm', 'направил'],
    ['органы местного самоуправления', 'pl', 'направили'],
    ['Комитет и Центр', 'pl', 'направили'],
    ['ГБОУ «Лицей»', 'n', 'направило'],
    ['ФНС России', 'f', 'направила'],
    ['МФЦ', 'm', 'направил'],
    ['Минобрнауки России', 'n', 'направило'],
    ['', 'n', 'направило'],
  ])('«%s» is %s: %s', (body, agreement, verb) => {
    expect(genderOfNoun(body)).toBe(agreement);
    expect(participle(agreement, 'направил')).toBe(verb);
  });
});

describe('plans and acts', () => {
  it.each<readonly [string, string, string]>([
    ['распоряжение', 'распоряжения', 'распоряжением'],
    ['приказ', 'приказа', 'приказом'],
    ['постановление', 'постановления', 'постановлением'],
    ['протокол', 'протокола', 'протоколом'],
    ['УКАЗ', 'УКАЗА', 'УКАЗОМ'],
    [
      'Комплекс мер (дорожная карта) по делу',
      'Комплекса мер (дорожной карты) по делу',
      'Комплексом мер (дорожной картой) по делу',
    ],
    [
      'План мероприятий («дорожная карта»)',
      'Плана мероприятий («дорожной карты»)',
      'Планом мероприятий («дорожной картой»)',
    ],
    ['План-график закупок', 'Плана-графика закупок', 'Планом-графиком закупок'],
    [
      'Перечень мер, утверждённый приказом',
      'Перечня мер, утверждённого приказом',
      'Перечнем мер, утверждённым приказом',
    ],
    ['Положение и состав комиссии', 'Положения и состава комиссии', 'Положением и составом комиссии'],
    ['«дорожная карта»', '«дорожной карты»', '«дорожной картой»'],
    ['«Дорожная карта – 2030»', '«Дорожная карта – 2030»', '«Дорожная карта – 2030»'],
    ['Порядок и сроки', 'Порядка и сроков', 'Порядком и сроками'],
    ['Методические рекомендации', 'Методических рекомендаций', 'Методическими рекомендациями'],
    ['Первоочередные мероприятия', 'Первоочередных мероприятий', 'Первоочередными мероприятиями'],
    ['данные мониторинга', 'данных мониторинга', 'данными мониторинга'],
    ['критерии оценки', 'критериев оценки', 'критериями оценки'],
    ['закупки', 'закупок', 'закупками'],
    ['По форме Центра', 'По форме Центра', 'По форме Центра'],
    ['Стратегия «План – 2030»', 'Стратегии «План – 2030»', 'Стратегией «План – 2030»'],
  ])('«%s»: «%s», «%s»', (phrase, genitive, instrumental) => {
    expect([declinePhrase(phrase, 'genitive'), declinePhrase(phrase, 'instrumental')]).toEqual([
      genitive,
      instrumental,
    ]);
  });

  it.each<readonly [string, string]>([
    ['УТВЕРЖДЁН', 'перечень, реестр, план, порядок, регламент, состав, график, паспорт, список, устав, календарь, НПА'],
    ['УТВЕРЖДЁН', 'План мероприятий («дорожная карта»), Комплекс мер, ПЛАН МЕРОПРИЯТИЙ, макет, план-график, бланк'],
    [
      'УТВЕРЖДЕНА',
      'форма, смета, отчётность, методика, инструкция, «дорожная карта», карта рисков, роспись, модель, сеть',
    ],
    ['УТВЕРЖДЕНА', 'должностная инструкция, учётная политика, типовая форма, повестка дня, стоимость, документация'],
    ['УТВЕРЖДЕНО', 'положение, расписание, штатное расписание, задание, извещение, заключение, меню, ТЗ'],
    [
      'УТВЕРЖДЕНЫ',
      'сведения, итоги, правила, квоты, нормативы, показатели, тарифы, критерии, методические рекомендации',
    ],
    ['УТВЕРЖДЕНЫ', 'паспорта, порядок и условия, границы, предельные цены, изменения, СВЕДЕНИЯ, акты, лица'],
  ])('«%s» agrees with %s', (form, things) => {
    const said = things.split(', ').map((thing) => `${participle(genderOfNoun(thing), 'УТВЕРЖДЁН')} ${thing}`);
    expect(said).toEqual(things.split(', ').map((thing) => `${form} ${thing}`));
  });

  it.each<readonly [string | readonly [string, string, string, string], string]>([
    ['УТВЕРЖДЁН', 'УТВЕРЖДЁН УТВЕРЖДЕНА УТВЕРЖДЕНО УТВЕРЖДЕНЫ'],
    ['зарегистрирован', 'зарегистрирован зарегистрирована зарегистрировано зарегистрированы'],
    ['вернулся', 'вернулся вернулась вернулось вернулись'],
    [['должен', 'должна', 'должно', 'должны'], 'должен должна должно должны'],
  ])('participle of %j agrees with m, f, n and the plural', (forms, expected) => {
    expect((['m', 'f', 'n', 'pl'] as const).map((agreement) => participle(agreement, forms)).join(' ')).toBe(expected);
  });
});

describe('any string', () => {
  const functions = [declinePost, declineBody, declinePhrase];

  it('declines to something and never throws', () => {
    fc.assert(
      fc.property(
        phrases(),
        fc.constantFrom(...CASES),
        fc.constantFrom(...functions),
        (text, grammaticalCase, decline) => {
          const form = decline(text, grammaticalCase);
          expect(form === '').toBe(text === '');
          expect(form).not.toMatch(/undefined|null/);
          genderOfNoun(text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('taken for a surname declines to something and never throws', () => {
    fc.assert(
      fc.property(
        phrases(),
        fc.constantFrom('m' as const, 'f' as const, null),
        fc.constantFrom(...CASES),
        (text, gender, grammaticalCase) => {
          const named = person(text, gender, text, text);
          expect(declineName(named, grammaticalCase, 'full')).not.toBe('');
          expect(declineName({ ...named, initials: '' }, grammaticalCase, 'short') === '').toBe(text === '');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps what is in quotation marks', () => {
    fc.assert(
      fc.property(phrases(), fc.constantFrom(...CASES), (text, grammaticalCase) => {
        const quoted = `«${text.replaceAll(/[«»„“"()]/gu, '')}»`;
        expect(declineBody(`Учреждение ${quoted}`, grammaticalCase)).toContain(quoted);
      }),
    );
  });
});

function person(
  surname: string,
  gender: 'm' | 'f' | null,
  name: string | null = null,
  patronymic: string | null = null,
  initials = 'А.А.',
): NamedPerson {
  return { surname, name, patronymic, initials, gender };
}

/** Words of posts and bodies in any order, with noise between. */
function phrases(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    ...[
      'начальник',
      'комитет',
      'общего',
      'и',
      ',',
      '–',
      '-',
      '(',
      ')',
      '«',
      '»',
      'дорожная',
      'карта',
      'заведующая',
      'врио',
    ],
    ...[
      'главный',
      'специалист-эксперт',
      'меры',
      'органы',
      'МФЦ',
      'A',
      '5',
      '1-й',
      'ё',
      'ь',
      'ий',
      'ая',
      'управляющий',
      '-',
      'ся',
    ],
  );
  const piece = fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: fc.string() });
  return fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(' '));
}
