/** Every party of a plan once, whatever short names, cases and definitions the act uses. */
import { describe, expect, it } from '@jest/globals';
import { readText, textAct } from './acts.js';

async function together(cells: readonly string[], below = '', title?: string) {
  const rows = cells.map((cell, i) => `${i + 1}\tВысажены деревья\t${cell}\tмай 2025 г.`);
  const table = ['№\tМероприятие\tОтветственный\tСрок', ...rows].join('\n');
  const { parties } = await readText(textAct(`${table}\n\n${below}`, title));
  return parties?.map(({ name, items }) => [name, items.map(({ no }) => no).join(' ')]);
}

const MINISTRY = 'Министерство образования Новосибирской области';

describe('parties', () => {
  it.each([
    [
      'by a definition in a cell',
      [`${MINISTRY} (далее – Региональный координатор)`, 'Региональный координатор'],
      '',
      [[MINISTRY, '1 2']],
    ],
    ['by initials', [MINISTRY, 'МО НСО'], '', [[MINISTRY, '1 2']]],
    [
      'by a footnote',
      ['ОИВ ЛО*', 'ОИВ ЛО'],
      '* ОИВ ЛО – исполнительные органы Лесогорской области.',
      [['исполнительные органы Лесогорской области', '1 2']],
    ],
    [
      'by a list of abbreviations',
      ['РЦОКО', 'РЦОКО (по согласованию)'],
      'РЦОКО – региональный центр оценки качества образования;',
      [['региональный центр оценки качества образования', '1 2']],
    ],
    [
      'in another case',
      ['Комитет по культуре', 'Комитету по культуре', 'Комитета по культуре'],
      '',
      [['Комитет по культуре', '1 2 3']],
    ],
    [
      'with «по согласованию»',
      ['Совет ветеранов (по согласованию)', 'Совет ветеранов'],
      '',
      [['Совет ветеранов', '1 2']],
    ],
    ['with capitals and ё', ['Отдел учёта', 'отдел учета'], '', [['Отдел учёта', '1 2']]],
    [
      'by name, with a post or without',
      ['Клёнов Л.Л.', 'начальник отдела Клёнов Л.Л.', 'Клёнов Лев Львович'],
      '',
      [['начальник отдела Клёнов Л.Л.', '1 2 3']],
    ],
  ])('are one %s', async (_, cells, below, expected) => {
    expect(await together(cells, below)).toEqual(expected);
  });

  it.each([
    ['persons of one surname and other initials', ['Клёнов Л.Л.', 'Клёнов Л.Д.']],
    ['a man and a woman', ['Клёнов Л.Л.', 'Клёнова Л.Л.']],
    ['bodies that bear one name', ['Библиотека имени А.П. Чернышева', 'Музей имени А.П. Чернышева']],
    ['one body and several', ['Комитет', 'Комитеты']],
    ['bodies of another place', ['Министерство культуры Лесогорской области', 'Министерство культуры Озёрной области']],
    ['an abbreviation that fits two bodies', [MINISTRY, 'Министерство отдыха Новосибирской области', 'МО НСО']],
    ['an abbreviation that nothing explains', ['Отдел парков', 'ГБУ ЦСП']],
  ])('stay apart: %s', async (_, cells) => {
    expect(await together(cells)).toHaveLength(cells.length);
  });

  it('keep every printed form, and the items in order, each once', async () => {
    const table = `№\tМероприятие\tОтветственный\tСрок\n1\tСажать\t${MINISTRY}, МО НСО\tмай 2025 г.\n2\tПоливать\tотдел парков; МО НСО\tмай 2025 г.`;
    expect((await readText(textAct(table))).parties).toEqual([
      { name: MINISTRY, variants: [MINISTRY, 'МО НСО'], items: [{ no: '1' }, { no: '2' }] },
      { name: 'отдел парков', variants: ['отдел парков'], items: [{ no: '2' }] },
    ]);
  });
});

describe('short names', () => {
  it('are found in the text of the act too, in the nominative, with their place', async () => {
    const text = textAct('№\tМероприятие\tОтветственный\tСрок\n1\tСажать\tМинкульт\tмай 2025 г.').replace(
      '1. Утвердить план мероприятий.',
      '1. Поручить Министерству культуры Лесогорской области (далее – Минкульт) исполнить план.',
    );
    const reading = await readText(text);
    expect(reading.definitions).toMatchObject([
      {
        short: 'Минкульт',
        full: {
          value: 'Министерство культуры Лесогорской области',
          verbatim: 'Министерству культуры Лесогорской области',
        },
      },
    ]);
    expect(reading.parties).toMatchObject([
      { name: 'Министерство культуры Лесогорской области', variants: ['Минкульт'] },
    ]);
  });

  it('that stand for two bodies in two places are nobody’s', async () => {
    const cells = ['Комитет культуры (далее – Комитет)', 'Комитет финансов (далее – Комитет)', 'Комитет'];
    expect(await together(cells)).toEqual([
      ['Комитет культуры', '1'],
      ['Комитет финансов', '2'],
      ['Комитет', '3'],
    ]);
  });

  it('that nothing in the act looks like a body or a post are asked about', async () => {
    const table = '№\tМероприятие\tОтветственный\tСрок\n1\tСажать\tвсе желающие\tмай 2025 г.';
    expect((await readText(textAct(table))).problems).toContainEqual({
      severity: 'note',
      where: 'ответственные, пункт 1',
      message: '«все желающие» не узнано как орган, организация, должность или лицо: проверьте.',
    });
  });
});
