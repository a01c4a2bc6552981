/** Headers as officials write them: other words, no number, two levels, periods as columns, none at all. */
import { describe, expect, it } from '@jest/globals';
import { parseDeadline } from '#domain/deadline/grammar';
import { sourceText } from '#importer';
import { phraseOf } from '../../importer/plan/periods.js';
import { measures, readText, readWord, textAct, told } from './acts.js';
import { p, tbl, tc, tr } from './word-file.js';

const ROW = {
  no: '1',
  title: 'Высажены деревья',
  responsible: ['Отдел парков'],
  results: ['act: Акт приёмки'],
  deadline: 'до 1 мая 2025 г.',
};

describe('a header', () => {
  it.each([
    ['№ п/п', 'Мероприятие', 'Ответственный', 'Результат', 'Срок'],
    ['', 'Наименование мероприятия', 'Исполнитель', 'Ожидаемый результат', 'Срок исполнения'],
    ['N', 'Контрольная точка', 'Ответственный исполнитель', 'Вид подтверждающего документа', 'Дата'],
    ['Номер строки', 'Содержание работ', 'Ответственные лица', 'Итоговый документ', 'Период реализации'],
    ['№№ пп', 'Наименование поручения', 'Кому поручено', 'Форма завершения', 'Срок (дата) исполнения'],
    ['Пункт', 'Что сделать', 'Кто отвечает', 'Отчётный документ', 'Когда'],
    ['№', 'Задача, мероприятие', 'Исполнители мероприятия', 'Результат. Вид документа', 'Планируемое окончание работ'],
    ['№', 'Наименование', 'Ответственные за исполнение', 'Документ', 'Плановый срок завершения'],
    ['п/п', 'Меры по озеленению', 'Ответственный за меру', 'Подтверждающие документы', 'Сроки'],
    [
      '№',
      'Наименование мероприятия (объекта)',
      'Ответственные исполнители (соисполнители)',
      'Ожидаемый результат (показатель)',
      'Срок',
    ],
    [
      '№',
      'Наименование меры',
      'Ответственный (Ф.И.О., должность)',
      'Документ, подтверждающий исполнение мероприятия',
      'Срок',
    ],
    ['№', 'Ключевое событие', 'Ответственное ведомство', 'Продукт', 'Дата наступления'],
  ])('%s · %s · %s · %s · %s is read by its meaning', async (...names) => {
    const table = `${names.join('\t')}\n1.\tВысажены деревья\tОтдел парков\tАкт приёмки\tдо 1 мая 2025 г.`;
    expect(measures(await readText(textAct(table)))).toEqual([ROW]);
  });

  it('may stand in any order of columns, with a counting row below it', async () => {
    const table = [
      'Срок\tИтоговый документ\tОтветственный\tМероприятие\t№',
      '1\t2\t3\t4\t5',
      'до 1 мая 2025 г.\tАкт приёмки\tОтдел парков\tВысажены деревья\t1)',
    ].join('\n');
    expect(measures(await readText(textAct(table)))).toEqual([ROW]);
  });

  it('in two levels names columns by both', async () => {
    const [over, under] = [(text: string) => tc(p(text), '<w:vMerge w:val="restart"/>'), tc(p(''), '<w:vMerge/>')];
    const wide = (text: string) => tc(p(text), '<w:gridSpan w:val="2"/>');
    const reading = await readWord(
      tbl(
        tr(over('№'), over('Мероприятие'), wide('Срок реализации'), over('Исполнитель')),
        tr(under, under, 'начало', 'окончание', under),
        tr('1', 'Высажены деревья', '01.04.2025', 'до 1 мая 2025 г.', 'Отдел парков'),
      ),
    );
    expect(measures(reading)).toEqual([{ ...ROW, results: [] }]);
    expect(reading.items[0]?.extra).toMatchObject([{ name: 'Срок реализации начало', text: { value: '01.04.2025' } }]);
  });

  it('keeps every column that it has no use for, and says so', async () => {
    const table = [
      '№\tМероприятие\tСрок\tИсполнитель\tЦелевой показатель\tИсточник финансирования',
      '1\tВысажены деревья\tдо 1 мая 2025 г.\tОтдел парков\t500 деревьев\t',
    ].join('\n');
    const reading = await readText(textAct(table));
    const [extra, ...others] = reading.items[0]?.extra ?? [];
    expect(others).toEqual([]);
    expect(extra).toMatchObject({ name: 'Целевой показатель', text: { value: '500 деревьев' } });
    expect(extra?.text.sources.map((source) => sourceText(reading.blocks, source))).toEqual(['500 деревьев']);
    expect(told(reading)).toContain(
      'note | таблица мероприятий | графа «Целевой показатель» для исполнения не нужна: она хранится как есть.',
    );
  });

  it('with two columns of deadlines takes the later and more certain, and asks', async () => {
    const table = [
      '№\tМероприятие\tДата начала\tПлановый срок исполнения\tФактический срок\tИсполнитель',
      '1\tВысажены деревья\t01.04.2025\tдо 1 мая 2025 г.\t\tОтдел парков',
    ].join('\n');
    const reading = await readText(textAct(table));
    expect(measures(reading)).toMatchObject([{ deadline: 'до 1 мая 2025 г.' }]);
    expect(reading.items[0]?.extra).toMatchObject([{ name: 'Дата начала', text: { value: '01.04.2025' } }]);
    expect(told(reading)).toContainEqual(expect.stringMatching(/^warning .*«Фактический срок» называет то же/u));
  });

  it('puts co-executors of a column of their own behind the responsible', async () => {
    const table = [
      '№\tМероприятие\tСрок\tСоисполнители\tОтветственный исполнитель',
      '1\tВысажены деревья\tмай 2025 г.\tОтдел закупок, МКУ «Сад»\tОтдел парков',
    ].join('\n');
    expect(measures(await readText(textAct(table)))[0]?.responsible).toEqual([
      'Отдел парков',
      'Отдел закупок',
      'МКУ «Сад»',
    ]);
  });

  it('without a name over the deadlines leaves them to be found by content, and says so', async () => {
    const table = [
      '№\tМероприятие\tИсполнитель\tРеализация',
      '1\tВысажены деревья\tОтдел парков\tдо 1 мая 2025 г.',
      '2\tПолиты клумбы\tОтдел парков\tиюнь 2025 г.',
    ].join('\n');
    const reading = await readText(textAct(table));
    expect(measures(reading).map(({ deadline }) => deadline)).toEqual(['до 1 мая 2025 г.', 'июнь 2025 г.']);
    expect(told(reading)).toContainEqual(expect.stringMatching(/^warning .*«Реализация».*по содержанию/u));
  });

  it('that is missing altogether leaves the columns to their content, and says so', async () => {
    const table = [
      'Отдел парков\t1.\tВысажены деревья\tдо 1 мая 2025 г.',
      'Отдел закупок\t2.\tКуплены саженцы и инвентарь\tII квартал 2025 г.',
      'Отдел парков, МКУ «Сад»\t3.\tПодготовлены клумбы\t1 сентября 2025 г.',
    ].join('\n');
    const reading = await readText(textAct(table));
    expect(measures(reading).map(({ no, title, responsible }) => [no, title, responsible.length])).toEqual([
      ['1', 'Высажены деревья', 1],
      ['2', 'Куплены саженцы и инвентарь', 1],
      ['3', 'Подготовлены клумбы', 2],
    ]);
    expect(told(reading)).toContainEqual(expect.stringMatching(/^warning .*нет заголовка/u));
  });

  it('of seventeen columns without a deadline is refused by the names of its columns', async () => {
    const names = ['№', 'Мероприятие', 'Ответственный', ...Array.from({ length: 14 }, (_, i) => `Показатель ${i}`)];
    const table = `${names.join('\t')}\n${names.map((_, i) => `${i + 10},5`).join('\t')}`;
    await expect(readText(textAct(table))).rejects.toMatchObject({
      code: 'order.no_deadline_column',
      message: expect.stringMatching(/«Мероприятие».*всего 17.*нет графы со сроком/u),
    });
  });
});

describe('periods as columns', () => {
  const table = (header: string, ...rows: readonly string[]) =>
    [`№\tМероприятие\tИсполнитель\t${header}`, ...rows].join('\n');
  const deadlines = async (text: string, title?: string) =>
    measures(await readText(textAct(text, title))).map(({ deadline }) => deadline);

  it.each([
    ['I квартал\tII квартал\tIII квартал\tIV квартал', '\t+\t\t', 'II квартал 2025 года'],
    ['1 кв.\t2 кв.\t3 кв.\t4 кв.', '\t\t\tХ', 'IV квартал 2025 года'],
    ['I кв. 2026\tII кв. 2026', '\t+', 'II квартал 2026 года'],
    ['1-й квартал\t2-й квартал', '+\t', 'I квартал 2025 года'],
    ['январь\tфевраль\tмарт', '\t\tv', 'март 2025 года'],
    ['янв.\tфев.\tмарт\tапр.', '*\t\t\t*', 'январь 2025 года, апрель 2025 года'],
    ['I полугодие\tII полугодие', '\t+', 'II полугодие 2025 года'],
    ['I квартал\tII квартал\tIII квартал\tIV квартал', '\t+\t+\t', 'II–III кварталы 2025 года'],
    ['март\tапрель\tмай', '+\t+\t+', 'март – май 2025 года'],
    ['2025 год\t2026 год', '\t+', '2026 год'],
    ['I квартал\tII квартал', '–\tдо 20 июня', 'до 20 июня 2025 года'],
    ['I квартал 2026\tII квартал 2026', '\tдо 15.05', 'до 15.05.2026'],
    ['I полугодие\tII полугодие', '+\t+', 'I полугодие 2025 года – II полугодие 2025 года'],
    ['I квартал\tII квартал', '-\t', ''],
  ])('%j marked %j say %j', async (header, marks, phrase) => {
    expect(await deadlines(table(header, `1\tВысажены деревья\tОтдел парков\t${marks}`))).toEqual([phrase]);
  });

  it.each([
    ['План мероприятий на 2025–2027 годы'],
    ['План мероприятий на 2025/2026 учебный год'],
    ['План мероприятий'],
  ])('name no year that the plan does not settle: «%s»', async (title) => {
    const text = table('сентябрь\tоктябрь', '1\tВысажены деревья\tОтдел парков\t\t+');
    expect(await deadlines(text, title)).toEqual(['октябрь']);
  });

  it('take the year of the level above them and none of the plan', async () => {
    const text = [
      '№\tМероприятие\tСроки исполнения, 2026 год\t\tИсполнитель',
      '\t\tянварь\tфевраль\t',
      '1\tСажать\t\tдо 15 февраля\tОтдел парков',
    ];
    expect(await deadlines(text.join('\n'))).toEqual(['до 15 февраля 2026 года']);
  });

  it('trace the phrase to the header and the mark', async () => {
    const reading = await readText(textAct(table('I квартал\tII квартал', '1\tСажать\tОтдел парков\t\t+')));
    const { verbatim, sources } = reading.items[0]?.deadline ?? {};
    expect(verbatim).toBe('II квартал +');
    expect(sources?.map((source) => sourceText(reading.blocks, source))).toEqual(['II квартал', '+']);
  });

  it('with words in place of a mark leave the words to a person', async () => {
    expect(await deadlines(table('I квартал\tII квартал', '1\tСажать\tОтдел парков\tпервые числа\t'))).toEqual([
      'I квартал 2025 года (первые числа)',
    ]);
  });

  it('ask about a day that does not lie in the period above it', async () => {
    const reading = await readText(textAct(table('I квартал\tII квартал', '1\tСажать\tОтдел парков\tдо 20 июня\t')));
    expect(told(reading)).toContainEqual(expect.stringMatching(/^warning .*не из того периода/u));
  });

  it.each(['quarter', 'half', 'month', 'year'] as const)(
    'of one unit (%s) make phrases that the grammar of deadlines reads as a stretch',
    (unit) => {
      const most = { quarter: 4, half: 2, month: 12, year: 2 }[unit];
      for (let from = 1; from <= most; from += 1) {
        for (let to = from; to <= most; to += 1) {
          const stretch = Array.from({ length: to - from + 1 }, (_, i) => ({
            unit,
            no: unit === 'year' ? 2024 + from + i : from + i,
            year: null,
          }));
          const parsed = parseDeadline(phraseOf([stretch], 2025));
          expect(parsed).toMatchObject({ understood: true, meaning: { type: 'range' } });
        }
      }
    },
  );

  it('that hold money are no deadlines', async () => {
    const text = [
      '№\tМероприятие\tСрок\tИсполнитель\t2025 год\t2026 год',
      '1\tСажать\tмай 2025 г.\tОтдел парков\t120,5\t130,0',
    ].join('\n');
    expect(await deadlines(text)).toEqual(['май 2025 г.']);
    const without = table('2025 год\t2026 год', '1\tСажать\tОтдел парков\t120,5\t130,0');
    await expect(deadlines(without)).rejects.toMatchObject({ code: 'order.no_deadline_column' });
  });

  it('covered by one cell are one stretch', async () => {
    const wide = tc(p('+'), '<w:gridSpan w:val="2"/>');
    const reading = await readWord(
      tbl(
        tr('№', 'Мероприятие', 'Исполнитель', 'I квартал 2025', 'II квартал 2025', 'III квартал 2025'),
        tr('1', 'Сажать', 'Отдел парков', '', wide),
      ),
    );
    expect(measures(reading)[0]?.deadline).toBe('II–III кварталы 2025 года');
    expect(told(reading)).toContainEqual(expect.stringMatching(/^warning .*несколько периодов подряд/u));
  });
});
