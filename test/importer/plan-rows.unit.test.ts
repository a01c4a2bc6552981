/** Rows as officials write them: sections, numbers, rows cut or amended, several tables, several plans. */
import { describe, expect, it } from '@jest/globals';
import { measures, readText, readWord, textAct, told } from './acts.js';
import { HEADER, p, tbl, tc, tr } from './word-file.js';

const NAMES = '№\tМероприятие\tИсполнитель\tСрок';
const row = (no: string, title: string, deadline = 'до 1 мая 2025 г.') => `${no}\t${title}\tОтдел парков\t${deadline}`;
const plan = (...rows: readonly string[]) => textAct([NAMES, ...rows].join('\n'));
const numbers = async (text: string) => measures(await readText(text)).map(({ no }) => no);

describe('headings', () => {
  it.each([
    ['I. Посадки\t\t\t', 'I', 'Посадки'],
    ['Раздел 2. Посадки\t\t\t', '2', 'Посадки'],
    ['Этап III: Посадки\t\t\t', 'III', 'Посадки'],
    ['Посадки и уход\t\t\t', '', 'Посадки и уход'],
    ['II\tПосадки\t\t', 'II', 'Посадки'],
    ['7\tРаздел 3. Посадки\t\t', '3', 'Посадки'],
    ['\tРаздел IV. Посадки\t\t', 'IV', 'Посадки'],
  ])('%j is one', async (heading, no, title) => {
    const { sections, items } = await readText(plan(heading, row('1', 'Высажены деревья')));
    expect(items).toHaveLength(1);
    expect(sections).toMatchObject([{ no, title: { value: title }, items: ['1'] }]);
  });

  it('may carry a number of their own in cells over the whole table', async () => {
    const wide = tc(p('Организационные мероприятия'), '<w:gridSpan w:val="4"/>');
    const reading = await readWord(tbl(HEADER, tr('1', wide), tr('2', 'Сверка', 'Отдел', 'Акт', 'май 2024 г.')));
    expect(reading.items.map(({ no }) => no.value)).toEqual(['2']);
    expect(reading.sections).toMatchObject([
      { no: '1', title: { value: 'Организационные мероприятия' }, items: ['2'] },
    ]);
  });

  it('end where the numbers leave them', async () => {
    const reading = await readText(
      plan('1\tПосадки:\t\t', row('1.1', 'Сажать'), row('1.2', 'Поливать'), row('2', 'Косить')),
    );
    expect(reading.sections).toMatchObject([{ no: '1', title: { value: 'Посадки' }, items: ['1.1', '1.2'] }]);
    expect(reading.items).toHaveLength(3);
    expect(told(reading).filter((line) => line.includes('пропущен'))).toEqual([]);
  });

  it('between two tables of one plan head the rows of the second', async () => {
    const rowsOf = (no: string) => tbl(HEADER, tr(no, 'Сверка', 'Отдел', 'Акт', 'май 2024 г.'));
    const reading = await readWord(rowsOf('1') + p('II. Отчётность') + rowsOf('2'));
    expect(reading.roadmaps).toBeUndefined();
    expect(reading.sections).toMatchObject([{ no: 'II', title: { value: 'Отчётность' }, items: ['2'] }]);
  });
});

describe('numbers', () => {
  it.each([
    [
      ['1.1.', '1.2.', '2.1.'],
      ['1.1', '1.2', '2.1'],
    ],
    [
      ['1)', '2)'],
      ['1', '2'],
    ],
    [
      ['№ 1', 'п. 2'],
      ['1', '2'],
    ],
    [
      ['1а', '1б'],
      ['1а', '1б'],
    ],
  ])('%j are kept as %j', async (printed, expected) => {
    expect(await numbers(plan(...printed.map((no) => row(no, 'Высажены деревья'))))).toEqual(expected);
  });

  it('that begin anew in each section take its number before them, and that is told', async () => {
    const text = plan('Раздел I. Весна\t\t\t', row('1', 'Сажать'), 'Раздел II. Осень\t\t\t', row('1', 'Убирать'));
    const reading = await readText(text);
    expect(reading.items.map(({ no }) => [no.value, no.verbatim])).toEqual([
      ['I.1', '1'],
      ['II.1', '1'],
    ]);
    expect(reading.sections?.map(({ items }) => items)).toEqual([['I.1'], ['II.1']]);
    expect(told(reading)).toContainEqual(expect.stringMatching(/^note .*начинаются заново в каждом разделе/u));
    expect(reading.problems.filter(({ severity }) => severity === 'blocking')).toEqual([]);
  });

  it('that stand twice in one section block the launch', async () => {
    const reading = await readText(plan('Раздел I. Весна\t\t\t', row('1', 'Сажать'), row('1', 'Поливать')));
    expect(told(reading)).toContainEqual(expect.stringMatching(/^blocking .*номер 1 уже занят/u));
  });
});

describe('rows that are no measures', () => {
  it.each([
    '1\t2\t3\t4',
    'А\t1\t2\t3',
    '(в ред. приказа от 15.04.2025 № 12-о)\t\t\t',
    '(п. 2 введён приказом от 15.04.2025 № 12-о)\t\t\t',
    '2\tУтратил силу. – Приказ от 15.04.2025 № 12-о\t\t',
    '2.\tИсключён\t\t',
    'Пункт 2 утратил силу с 1 апреля 2025 г.\t\t\t',
    '* по согласованию\t\t\t',
    'Примечание: сроки уточняются\t\t\t',
    '\t\t\t',
  ])('%j is left out', async (other) => {
    expect(await numbers(plan(row('1', 'Сажать'), other, row('3', 'Поливать')))).toEqual(['1', '3']);
  });

  it('are told when they amend or repeal', async () => {
    const reading = await readText(
      plan(row('1', 'Сажать'), '(в ред. приказа от 15.04.2025 № 12-о)\t\t\t', '2\tУтратил силу\t\t'),
    );
    expect(told(reading)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^note .*говорит об изменении/u),
        'note | пункт 2 | пункт утратил силу и не исполняется.',
      ]),
    );
  });
});

describe('a number left out', () => {
  it.each([
    [['1', '3'], 'номер 2 пропущен'],
    [['1.1', '1.3'], 'номер 1.2 пропущен'],
    [['2', '3'], 'номер 1 пропущен'],
  ])('in %j is asked about', async (printed, question) => {
    const reading = await readText(plan(...printed.map((no) => row(no, 'Высажены деревья'))));
    expect(told(reading)).toContainEqual(expect.stringMatching(new RegExp(`^warning .*${question}`, 'u')));
  });

  it('is none where the row was repealed or heads a section', async () => {
    const text = plan('1\tРаздел 1. Весна\t\t', row('2', 'Сажать'), '3\tУтратил силу\t\t', row('4', 'Поливать'));
    expect(told(await readText(text)).filter((line) => line.includes('пропущен'))).toEqual([]);
  });
});

describe('a row at the top of a page', () => {
  const cut = (...after: readonly string[]) => plan(row('1', 'Высажены деревья'), '', NAMES, ...after);

  it('without a number goes on with the last one', async () => {
    const reading = await readText(plan('1\tВысажены дере-\tОтдел\tдо 1', '', NAMES, '\tвья\tпарков\tмая 2025 г.'));
    expect(measures(reading)).toMatchObject([
      { title: 'Высажены деревья', responsible: ['Отдел парков'], deadline: 'до 1 мая 2025 г.' },
    ]);
    expect(told(reading)).toContainEqual(expect.stringMatching(/^note \| пункт 1 \| строка разорвана/u));
  });

  it('that is whole and only lacks its number is a measure of its own, and blocks', async () => {
    const reading = await readText(cut(row('', 'Политы клумбы')));
    expect(reading.items.map(({ title }) => title.value)).toEqual(['Высажены деревья', 'Политы клумбы']);
    expect(told(reading)).toContainEqual(expect.stringMatching(/^blocking .*нет номера/u));
  });
});

describe('cells', () => {
  it('that say «то же» take what stands above', async () => {
    const text = plan(row('1', 'Сажать'), '2\tПоливать\tто же\t-"-', '3\tКосить\t– // –\tиюль 2025 г.');
    expect(measures(await readText(text)).map(({ responsible, deadline }) => [responsible, deadline])).toEqual([
      [['Отдел парков'], 'до 1 мая 2025 г.'],
      [['Отдел парков'], 'до 1 мая 2025 г.'],
      [['Отдел парков'], 'июль 2025 г.'],
    ]);
  });

  it('divided in one row are put together, and that is told', async () => {
    const one = (text: string) => tc(p(text));
    const two = (text: string) => tc(p(text), '<w:gridSpan w:val="2"/>');
    const reading = await readWord(
      tbl(
        tr(one('№'), two('Мероприятие'), one('Исполнитель'), one('Срок')),
        tr(one('1'), one('Высажены'), one('деревья'), one('Отдел парков'), one('май 2024 г.')),
      ),
    );
    expect(measures(reading)).toMatchObject([{ title: 'Высажены деревья', responsible: ['Отдел парков'] }]);
    expect(told(reading)).toContainEqual(expect.stringMatching(/^warning \| пункт 1 .*разделена .* на 2 ячейки/u));
  });

  it('over several columns belong to the first of them, and that is told', async () => {
    const wide = tc(p('Отдел парков'), '<w:gridSpan w:val="2"/>');
    const reading = await readWord(tbl(HEADER, tr('1', 'Сажать', wide, 'май 2024 г.')));
    expect(measures(reading)).toMatchObject([{ responsible: ['Отдел парков'], results: [], deadline: 'май 2024 г.' }]);
    expect(told(reading)).toContainEqual(expect.stringMatching(/^warning .*занимает и графу «Результат»/u));
  });

  it('pushed aside by a stray tab are told', async () => {
    const reading = await readText(plan('1\tВысажены\tдеревья\tОтдел парков\tдо 1 мая 2025 г.'));
    expect(told(reading)).toContainEqual(expect.stringMatching(/^warning \| пункт 1 \| в строке 5 граф/u));
  });

  it('that changed places are told', async () => {
    const reading = await readText(plan('1\tВысажены деревья\tдо 1 мая 2025 г.\tОтдел парков'));
    expect(told(reading)).toContainEqual(
      expect.stringMatching(/^warning .*«до 1 мая 2025 г\.?» не похоже на исполнителя/u),
    );
  });
});

describe('several tables', () => {
  const INDICATORS =
    '№\tНаименование показателя\tЕдиница измерения\tСрок достижения\n1\tДоля деревьев\tпроцент\t2025 год\n';
  const OBJECTS = '№\tНаименование организации\tАдрес\tОтветственный\n1\tСад № 5\tул. Лесная\tИванов И.И.\n';
  const MEASURES = `${NAMES}\n${row('1', 'Высажены деревья')}\n`;

  it.each([
    ['after', `${MEASURES}\nЦелевые показатели\n\n${INDICATORS}\n${OBJECTS}`],
    ['before', `${INDICATORS}\nПеречень\n\n${OBJECTS}\nМероприятия\n\n${MEASURES}`],
  ])('that are no plans are passed over %s the plan', async (_, tables) => {
    const reading = await readText(textAct(tables));
    expect(reading.roadmaps).toBeUndefined();
    expect(measures(reading).map(({ title }) => title)).toEqual(['Высажены деревья']);
  });

  it('of which one has no deadline leave that one out, and say so', async () => {
    const other = 'Приложение № 2\n\n№\tМероприятие\tОтветственный\tАдрес\n1\tСнос\tОтдел сноса\tул. Лесная\n';
    const reading = await readText(textAct(`${MEASURES}\n${other}`));
    expect(reading.items).toHaveLength(1);
    expect(told(reading)).toContainEqual(
      expect.stringMatching(/^warning \| таблица с графами «№», «Мероприятие».*не прочитана/u),
    );
  });

  it('of which one is a blank form are one plan', async () => {
    const form = `Приложение № 2\nФорма отчёта\n\n${NAMES}\n1\t2\t3\t4\n`;
    expect((await readText(textAct(`${MEASURES}\n${form}`))).roadmaps).toBeUndefined();
  });
});

describe('two plans of one act', () => {
  const SECOND = `Приложение № 2\nк приказу департамента\nот 14.01.2025 № 7-о\n\nПлан уборки на 2026 год\n\n№\tМероприятие\tИсполнитель\tI квартал\tII квартал\n1\tУбирать\tОтдел уборки\t\t+\n`;
  const text = textAct(`${NAMES}\n${row('1', 'Высажены деревья')}\n\n${SECOND}`);

  it('are both read, and one must be chosen', async () => {
    const reading = await readText(text);
    expect(reading.items.map(({ no, roadmap }) => [no.value, roadmap])).toEqual([
      ['1', 1],
      ['1', 2],
    ]);
    expect(told(reading)).toContainEqual(
      'blocking | приложения | акт утверждает несколько дорожных карт (1 – «План мероприятий по озеленению на 2025 год»; 2 – «План уборки на 2026 год»): загружайте их по одной, номер назовите ключом --plan.',
    );
  });

  it('are read alone when chosen, with the name, the year and the problems of that plan only', async () => {
    const reading = await readText(text, 2);
    expect(reading).toMatchObject({ plan: 2, order: { planTitle: { value: 'План уборки на 2026 год' } } });
    expect(reading.roadmaps).toBeUndefined();
    expect(measures(reading)).toMatchObject([{ title: 'Убирать', deadline: 'II квартал 2026 года' }]);
    expect(reading.problems.filter(({ severity }) => severity === 'blocking')).toEqual([]);
    expect((await readText(text, 1)).items.map(({ title }) => title.value)).toEqual(['Высажены деревья']);
  });

  it('have no third', async () => {
    await expect(readText(text, 3)).rejects.toMatchObject({
      code: 'order.no_such_plan',
      message: 'В акте дорожных карт: 2, карты № 3 в нём нет: назовите другой номер.',
    });
  });
});
