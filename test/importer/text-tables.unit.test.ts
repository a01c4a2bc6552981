import { describe, expect, it } from '@jest/globals';
import { readOrder } from '#importer';

const HEAD = [
  'КОМИТЕТ ПО ТРУДУ',
  'РАСПОРЯЖЕНИЕ',
  'г. Озёрск      12.03.2024      № 15-р',
  'Об утверждении плана мероприятий',
  '',
  '1. Утвердить план мероприятий.',
  '',
  'Председатель комитета          И.И. Орлов',
  '',
  'УТВЕРЖДЁН',
  'распоряжением от 12.03.2024 № 15-р',
  '',
  'План мероприятий по труду',
  '',
].join('\n');

async function read(table: string, encode: (text: string) => Uint8Array = (text) => Buffer.from(text)) {
  const { order, items, sections } = await readOrder(encode(`${HEAD}${table}\n`), { fileName: 'a.txt' });
  expect(order.signatory.value).toEqual({ name: 'Орлов И.И.', position: 'Председатель комитета' });
  return {
    items: items.map(({ no, title, responsible, deadline }) => [
      no.value,
      title.value,
      responsible.map(({ value }) => value),
      deadline.value,
    ]),
    sections: sections?.map(({ no, title }) => [no, title.value]),
  };
}

const ITEMS = [
  ['1', 'Проведена сверка реестров', ['Отдел учёта'], 'до 15 мая 2024 г.'],
  ['2', 'Составлена опись', ['Отдел учёта', 'Архив'], 'июнь 2024 г.'],
];

describe('a table drawn with characters gives the same rows as a table with tabs', () => {
  it.each([
    [
      'tabs',
      `№\tМероприятие\tИсполнитель\tСрок
1.\tПроведена сверка реестров\tОтдел учёта\tдо 15 мая 2024 г.
2.\tСоставлена опись\tОтдел учёта, Архив\tиюнь 2024 г.`,
    ],
    [
      'tabs, with the line ends of its cells',
      `№\tМероприятие\tИсполнитель\tСрок
1.\tПроведена сверка
реестров\tОтдел учёта\tдо 15 мая
2024 г.
2.\tСоставлена опись\tОтдел учёта, Архив\tиюнь 2024 г.`,
    ],
    [
      'a frame with lines between rows',
      `┌────┬──────────────────┬─────────────┬───────────┐
│ №  │   Мероприятие    │ Исполнитель │   Срок    │
├────┼──────────────────┼─────────────┼───────────┤
│ 1. │ Проведена сверка │ Отдел учёта │ до 15 мая │
│    │ реестров         │             │ 2024 г.   │
├────┼──────────────────┼─────────────┼───────────┤
│ 2. │ Составлена опись │ Отдел       │ июнь 2024 │
│    │                  │ учёта,      │ г.        │
│    │                  │ Архив       │           │
└────┴──────────────────┴─────────────┴───────────┘`,
    ],
    [
      'a frame of signs from the keyboard with a line under the header alone',
      `+----+------------------+-------------+-----------+
| №  | Мероприятие      | Исполнитель | Срок      |
+====+==================+=============+===========+
| 1. | Проведена сверка | Отдел учёта | до 15 мая |
|    | реестров         |             | 2024 г.   |
| 2. | Составлена опись | Отдел учёта,| июнь 2024 |
|    |                  | Архив       | г.        |
+----+------------------+-------------+-----------+`,
    ],
    [
      'strokes that do not stand under each other',
      `| № | Мероприятие | Исполнитель | Срок |
|---|---|---|---|
| 1. | Проведена сверка реестров | Отдел учёта | до 15 мая 2024 г. |
| 2. | Составлена опись | Отдел учёта, Архив | июнь 2024 г. |`,
    ],
    [
      'strokes without an outer line',
      `№ | Мероприятие | Исполнитель | Срок
1. | Проведена сверка реестров | Отдел учёта | до 15 мая 2024 г.
2. | Составлена опись | Отдел учёта, Архив | июнь 2024 г.`,
    ],
    [
      'columns kept apart by spaces',
      `№    Мероприятие         Исполнитель          Срок
1.   Проведена сверка    Отдел учёта          до 15 мая
     реестров                                 2024 г.
2.   Составлена опись    Отдел учёта,         июнь 2024 г.
                         Архив`,
    ],
    [
      'columns kept apart by spaces, with strokes and empty lines',
      `№    Мероприятие         Исполнитель          Срок
---  ------------------  -------------------  -------------
1.   Проведена сверка    Отдел учёта          до 15 мая
     реестров                                 2024 г.

2.   Составлена опись    Отдел учёта, Архив   июнь 2024 г.`,
    ],
  ])('%s', async (_, table) => {
    expect((await read(table)).items).toEqual(ITEMS);
  });

  it('sections that span the drawing stay sections', async () => {
    const { items, sections } = await read(`
┌────┬──────────────────┬─────────────┬───────────┐
│ №  │ Мероприятие      │ Исполнитель │ Срок      │
├────┴──────────────────┴─────────────┴───────────┤
│ I. Учёт                                         │
├────┬──────────────────┬─────────────┬───────────┤
│ 1. │ Проведена сверка │ Отдел учёта │ май 2024  │
├────┴──────────────────┴─────────────┴───────────┤
│ II. Архив                                       │
├────┬──────────────────┬─────────────┬───────────┤
│ 2. │ Составлена опись │ Архив       │ июнь 2024 │
└────┴──────────────────┴─────────────┴───────────┘`);
    expect(items.map(([no]) => no)).toEqual(['1', '2']);
    expect(sections).toEqual([
      ['I', 'Учёт'],
      ['II', 'Архив'],
    ]);
  });

  it('a word broken at the end of a line is whole again, a compound keeps its hyphen', async () => {
    const { items } = await read(`
+----+----------------+-------------+-----------+
| №  | Мероприятие    | Исполнитель | Срок      |
+----+----------------+-------------+-----------+
| 1. | Реали-         | Отдел учёта | май 2024  |
|    | зация врачей-  |             |           |
|    | консультантов, |             |           |
|    | врачей-консультантов |       |           |
+----+----------------+-------------+-----------+
| 2. | Опись          | Архив       | июнь 2024 |
+----+----------------+-------------+-----------+`);
    expect(items[0]?.[1]).toContain('Реализация врачей-консультантов');
  });
});

describe('encodings', () => {
  const table = '№\tМероприятие\tИсполнитель\tСрок\n1.\tПроведена сверка\tОтдел учёта\tмай 2024 г.';
  it.each(['windows-1251', 'koi8-r', 'ibm866', 'utf-16le'])('%s is found by its text', async (encoding) => {
    expect(
      (await read(table, (text) => encoded(text.replaceAll('Ё', 'Е').replaceAll('ё', 'е'), encoding))).items,
    ).toEqual([['1', 'Проведена сверка', ['Отдел учета'], 'май 2024 г.']]);
  });
});

/** In an encoding of one byte, by asking what each byte means; in UTF-16 with its mark. */
function encoded(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(encoding).decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (char) => bytes.get(char) ?? 0x3f);
}
