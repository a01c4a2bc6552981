/** A good plan, damaged: whatever is read is the same measures, or something says what to look at. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseDeadline } from '#domain/deadline/grammar';
import { VekhaError } from '#domain/errors';
import type { OrderReading } from '#domain/order';
import type { Block, Row } from '../../importer/blocks.js';
import { orderOf } from '../../importer/order-of-blocks.js';
import { textAct } from './acts.js';

type Grid = readonly (readonly string[])[];

const HEADER = ['№ п/п', 'Мероприятие', 'Ответственный исполнитель', 'Итоговый документ', 'Срок исполнения'];
const row = fc.tuple(
  fc.constantFrom('Высажены деревья', 'Утверждён перечень площадок', 'Проведён конкурс', 'Организован сбор отходов'),
  fc.constantFrom(
    'Отдел парков',
    'Комитет финансов, МКУ «Сад»',
    'Управление культуры, спорта и туризма',
    'Клёнов Л.Л.',
  ),
  fc.constantFrom('Приказ департамента', 'Реестр закупок', '1. Письмо в адрес совета; 2. Распоряжение', 'Отчёт'),
  fc.constantFrom('до 1 мая 2025 г.', 'II квартал 2025 года', '15.09.2025', 'с 4 по 29 марта 2025 г.', 'ежемесячно'),
);
const plan = fc
  .array(row, { minLength: 3, maxLength: 6 })
  .map((rows): Grid => [HEADER, ...rows.map((cells, i) => [`${i + 1}.`, ...cells])]);

interface Mutation {
  readonly name: string;
  /** `at` a row of measures but the last, `one` and `other` two columns. */
  readonly of: (grid: Grid, at: number, one: number, other: number) => readonly Block[];
}

const MUTATIONS: readonly Mutation[] = [
  {
    name: 'columns in another order',
    of: (grid, _, one, other) => [tableOf(grid.map((cells) => swapped(cells, one, other)))],
  },
  { name: 'two rows in another order', of: (grid, at) => [tableOf(swapped(grid, at, at + 1))] },
  {
    name: 'two cells of a row that changed places',
    of: (grid, at, one, other) => [tableOf(change(grid, at, (cells) => swapped(cells, one, other)))],
  },
  {
    name: 'a cell left empty',
    of: (grid, at, one) => [tableOf(change(grid, at, (cells) => cells.map((text, i) => (i === one ? '' : text))))],
  },
  {
    name: 'a cell lost',
    of: (grid, at, one) => [tableOf(change(grid, at, (cells) => cells.filter((_, i) => i !== one)))],
  },
  { name: 'a row lost', of: (grid, at) => [tableOf(grid.filter((_, i) => i !== at))] },
  {
    name: 'a row twice',
    of: (grid, at) => [tableOf([...grid.slice(0, at), ...grid.slice(at - 0, at + 1), ...grid.slice(at)])],
  },
  {
    name: 'a cell divided',
    of: (grid, at, one) => [
      tableOf(change(grid, at, (cells) => cells.flatMap((text, i) => (i === one ? halves(text) : [text])))),
    ],
  },
  { name: 'two cells in one', of: (grid, at, one) => [mergedOver(grid, at, one)] },
  { name: 'a row cut by a page end', of: (grid, at) => brokenOverPages(grid, at) },
  { name: 'a header lost', of: (grid) => [tableOf(grid.slice(1))] },
  {
    name: 'a header cell lost',
    of: (grid, _, one) => [tableOf(change(grid, 0, (cells) => cells.map((text, i) => (i === one ? '' : text))))],
  },
];

describe.each(MUTATIONS)('$name', ({ of }) => {
  it('leaves the same measures or a problem that was not there before', () => {
    fc.assert(
      fc.property(plan, fc.nat(), fc.nat(), fc.nat(), (grid, at, one, other) => {
        const good = read([tableOf(grid)]);
        const mutated = of(grid, 1 + (at % (grid.length - 2)), one % HEADER.length, other % HEADER.length);
        const damaged = read(mutated);
        if (damaged === null || good === null) return good !== null;
        const same = JSON.stringify(measuresOf(damaged)) === JSON.stringify(measuresOf(good));
        const known = new Set(questionsOf(good));
        return same || questionsOf(damaged).some((question) => !known.has(question));
      }),
      { numRuns: 30 },
    );
  });
});

describe('a good plan', () => {
  it('asks nothing, in any order of columns', () => {
    fc.assert(
      fc.property(plan, fc.nat(), fc.nat(), (grid, one, other) => {
        const good = read([tableOf(grid)]);
        const moved = read([tableOf(grid.map((cells) => swapped(cells, one % 5, other % 5)))]);
        expect(good?.items).toHaveLength(grid.length - 1);
        expect(measuresOf(moved)).toEqual(measuresOf(good));
        expect(questionsOf(moved)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('cut by a page end is read whole', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (grid, at) => {
        const cut = read(brokenOverPages(grid, 1 + (at % (grid.length - 2))));
        expect(measuresOf(cut)).toEqual(measuresOf(read([tableOf(grid)])));
      }),
      { numRuns: 30 },
    );
  });
});

/** Null when the file is refused by one sentence. */
function read(tables: readonly Block[]): OrderReading | null {
  const lines = textAct('').split('\n');
  const head = lines.flatMap((text, i): Block[] =>
    text.trim() === '' ? [] : [{ kind: 'paragraph', text, gapBefore: lines[i - 1]?.trim() === '' }],
  );
  try {
    return orderOf({ blocks: [...head, ...tables], remarks: [] }, null);
  } catch (error) {
    if (error instanceof VekhaError) return null;
    throw error;
  }
}

function measuresOf(reading: OrderReading | null) {
  return (reading?.items ?? [])
    .map((item) => [
      item.no.value,
      item.title.value,
      item.responsible.map(({ value }) => value),
      item.results.map(({ kind, text }) => [kind, text.value]),
      item.deadline.value,
    ])
    .sort(([one], [other]) => Number(one) - Number(other));
}

/** Problems of the reading, and deadlines that a person must settle. */
function questionsOf(reading: OrderReading | null): string[] {
  if (reading === null) return ['refused'];
  const unclear = reading.items.filter(({ deadline }) => !parseDeadline(deadline.value).understood);
  return [
    ...reading.problems.map(({ where, message }) => `${where}: ${message}`),
    ...unclear.map(({ no, deadline }) => `${no.value}: ${deadline.value}`),
  ];
}

function tableOf(grid: Grid): Block {
  const rows = grid.map((cells): Row => ({ cells: cells.map((text, column) => ({ text, column, span: 1 })) }));
  return { kind: 'table', gapBefore: true, rows };
}

function change(grid: Grid, at: number, turn: (cells: readonly string[]) => readonly string[]): Grid {
  return grid.map((cells, i) => (i === at ? turn(cells) : cells));
}

function swapped<T>(list: readonly T[], one: number, other: number): readonly T[] {
  return list.map((each, i) => (i === one ? (list[other] ?? each) : i === other ? (list[one] ?? each) : each));
}

function halves(text: string): [string, string] {
  const words = text.split(' ');
  const half = Math.ceil(words.length / 2);
  return [words.slice(0, half).join(' '), words.slice(half).join(' ')];
}

/** The text of a cell and the next one in a cell over both columns. */
function mergedOver(grid: Grid, at: number, column: number): Block {
  const first = Math.min(column, HEADER.length - 2);
  const table = tableOf(grid) as Extract<Block, { kind: 'table' }>;
  const rows = table.rows.map((each, i): Row => {
    if (i !== at) return each;
    const text = `${grid[at]?.[first] ?? ''} ${grid[at]?.[first + 1] ?? ''}`;
    const cells = each.cells.filter(({ column: its }) => its !== first + 1);
    return { cells: cells.map((cell) => (cell.column === first ? { ...cell, text, span: 2 } : cell)) };
  });
  return { ...table, rows };
}

/** The words of a row that no longer fit stand below the repeated header of the next page. */
function brokenOverPages(grid: Grid, at: number): readonly Block[] {
  const cells = grid[at] ?? [];
  const above = cells.map((text, i) => (i === 0 ? text : halves(text)[0]));
  const below = cells.map((text, i) => (i === 0 ? '' : halves(text)[1]));
  return [tableOf([...grid.slice(0, at), above]), tableOf([HEADER, below, ...grid.slice(at + 1)])];
}
