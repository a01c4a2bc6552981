/** What a new edition changes in a roadmap: which row is which item, what differs, what only a person can say. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeadlineReading } from '#domain/deadline';
import { actCited, actsNamedIn } from '#domain/edition/amending-act';
import { compareEditions, type EditionRow, type KeptItem } from '#domain/edition/compare';
import { NO_ANSWERS } from '#domain/edition/match';
import { toldOf } from '#domain/edition/told';
import { likenessTo, sameWords } from '#domain/edition/words';
import { parseLocalDate } from '#domain/local-date';

describe('acts that a text names', () => {
  it.each([
    ['(в ред. распоряжения комитета от 22.08.2024 № 2214-р)', ['распоряжение от 22.08.2024 № 2214-р']],
    [
      '(в ред. постановлений Правительства от 01.02.2024 № 12-п, от 5 марта 2024 г. № 40 – п и от «7» мая 2024 года № 77-п)',
      [
        'постановление от 01.02.2024 № 12-п',
        'постановление от 05.03.2024 № 40-п',
        'постановление от 07.05.2024 № 77-п',
      ],
    ],
    [
      'приказом от 10.01.2024 № 5; указом Губернатора от 11.01.2024 № 6-уг',
      ['приказ от 10.01.2024 № 5', 'указ от 11.01.2024 № 6-уг'],
    ],
    ['распоряжение № 5 от пятого числа', []],
    ['письмо от 10.01.2024 № 5', []],
    ['распоряжение от 31.02.2024 № 5', []],
    ['Распоряжение действует. Письмо от 10.01.2024 № 5', []],
    ['распоряжение от 10.01.2024 № 5-р и распоряжение от 10.01.2024 № 5-р', ['распоряжение от 10.01.2024 № 5-р']],
  ])('are told by kind, day and number: %s', (text, expected) => {
    expect(actsNamedIn(text).map(actCited)).toEqual(expected);
  });

  it('are never invented: whatever is named stands in the text', () => {
    const piece = fc.constantFrom(
      'распоряжение',
      'от',
      '№',
      '22.08.2024',
      '5-р',
      ',',
      'и',
      '(',
      'в ред.',
      '1 мая 2024',
      'письмо',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = pieces.join(' ');
        return actsNamedIn(text).every(({ number }) => text.includes(number) && text.includes('распоряжение'));
      }),
    );
  });
});

describe('two wordings', () => {
  it('are the same when only print differs', () => {
    expect(sameWords('Утверждён  перечень «школ» –  52.', 'утвержден перечень "школ" - 52')).toBe(true);
    expect(sameWords('Утверждён перечень школ', 'Утверждён перечень организаций')).toBe(false);
    expect(sameWords('I этап', 'II этап')).toBe(false);
  });

  it('have in common what remains when endings are taken off', () => {
    const near = likenessTo(['Утверждён перечень школ', 'Закуплено оборудование', 'Этап 1', '']);
    expect(near('Утверждено в перечне, школы')).toEqual([2 / 3, 0, 0, 0]);
    expect(near('Перечень школ утверждены')[0]).toBe(1);
    expect(near('Этап 2')[2]).toBe(0.5);
    expect(near('этап этап')[2]).toBe(0.5);
    expect(near('')[3]).toBe(1);
  });
});

describe('a new edition', () => {
  it('of the same words changes nothing, though days were moved and people named since', () => {
    const kept = [
      item('1', 'Утверждён перечень'),
      { ...item('2', 'Закуплено'), due: day('01.09.2024'), workingDue: day('30.08.2024') },
    ];
    const { items, questions } = compareEditions(kept.map(rowOf), kept, NO_ANSWERS);
    expect(items.map(({ change }) => change)).toEqual(['same', 'same']);
    expect(questions).toEqual([]);
  });

  it('numbered anew is known by its words, where no other item has them', () => {
    const kept = [item('1', 'Утверждён перечень'), item('2', 'Закуплено оборудование')];
    const rows = [
      row('1', 'Проведён семинар с директорами'),
      row('2', 'Утверждён перечень'),
      row('3', 'Закуплено оборудование'),
    ];
    const { items, questions } = compareEditions(rows, kept, NO_ANSWERS);
    expect(questions).toEqual([]);
    expect(items).toMatchObject([
      { change: 'added', no: '1-2' },
      { change: 'amended', no: '1', renumbered: { was: '1', now: '2' } },
      { change: 'amended', no: '2', renumbered: { was: '2', now: '3' } },
    ]);
  });

  it('asks of a row in other words under another number, and of one whose number has other words', () => {
    const kept = [item('1', 'Утверждён перечень школ района'), item('2', 'Закуплено оборудование')];
    const rows = [row('1', 'Проведён семинар'), row('3', 'Утверждён перечень школ и садов района')];
    const { items, questions } = compareEditions(rows, kept, NO_ANSWERS);
    expect(questions).toMatchObject([
      { ask: 'which', doubt: { row: { printedNo: '1' }, candidates: [{ kept: { no: '1' } }] } },
      { ask: 'which', doubt: { row: { printedNo: '3' }, candidates: [{ kept: { no: '1' } }] } },
    ]);
    expect(items).toMatchObject([{ change: 'withdrawn', no: '2' }]);
    const answered = compareEditions(rows, kept, { same: { 3: '1' }, fresh: ['1'] });
    expect(answered).toMatchObject({
      questions: [],
      items: [{ change: 'added', no: '1-2' }, { no: '1' }, { no: '2' }],
    });
  });

  it('tells items of one wording apart only by number and deadline together, or asks', () => {
    const kept = [item('6', 'Проведён мониторинг', '25.08.2024'), item('7', 'Проведён мониторинг', '30.11.2024')];
    const oneMoved = compareEditions(
      [row('6', 'Проведён мониторинг', '30.09.2024'), row('7', 'Проведён мониторинг', '30.11.2024')],
      kept,
      NO_ANSWERS,
    );
    expect(oneMoved.items).toMatchObject([
      { change: 'amended', no: '6' },
      { change: 'same', no: '7' },
    ]);
    const bothMoved = compareEditions(
      [row('6', 'Проведён мониторинг', '30.09.2024'), row('7', 'Проведён мониторинг', '20.12.2024')],
      kept,
      NO_ANSWERS,
    );
    expect(bothMoved.items.map(({ no }) => no)).toEqual(['6', '7']);
    const oneLeft = compareEditions([row('6', 'Проведён мониторинг', '30.11.2024')], kept, NO_ANSWERS);
    expect(oneLeft.questions).toMatchObject([
      { ask: 'which', doubt: { candidates: [{ kept: { no: '6' } }, { kept: { no: '7' } }] } },
    ]);
    expect(oneLeft.items).toEqual([]);
  });

  it('leaves what is off control as it is, and says so', () => {
    const kept: KeptItem[] = [
      { ...item('1', 'Утверждён перечень'), ended: 'offControl' },
      { ...item('2', 'Закуплено'), ended: 'offControl' },
    ];
    const { items } = compareEditions([row('1', 'Утверждён перечень', '01.10.2024')], kept, NO_ANSWERS);
    expect(items).toMatchObject([
      { change: 'over', no: '1', leftOut: false },
      { change: 'over', no: '2', leftOut: true },
    ]);
  });

  it('never takes a number that an item has had', () => {
    const kept: KeptItem[] = [item('1', 'Утверждён перечень'), { ...item('2', 'Закуплено'), ended: 'withdrawn' }];
    const rows = [row('1', 'Утверждён перечень'), row('2', 'Проведён семинар'), row('2', 'Проведена проверка')];
    const { items } = compareEditions(rows, kept, NO_ANSWERS);
    expect(items.map(({ no }) => no)).toEqual(['1', '2-2', '2-3']);
  });

  it('whatever it holds, has each row and each item of ours once: paired, new, left out or asked about', () => {
    const titles = fc.constantFrom(
      'Утверждён перечень школ',
      'Утверждён перечень оборудования',
      'Закуплено оборудование',
      'Проведён мониторинг',
      'Подан отчёт',
    );
    const rows = fc.array(
      fc.record({
        no: fc.constantFrom('1', '2', '3', '4', '5'),
        title: titles,
        due: fc.constantFrom('01.02.2024', '01.03.2024'),
      }),
      { maxLength: 6 },
    );
    const kept = fc.uniqueArray(
      fc.record({
        no: fc.constantFrom('1', '2', '3', '4', '5'),
        title: titles,
        due: fc.constantFrom('01.02.2024', '01.03.2024'),
      }),
      { maxLength: 5, selector: ({ no }) => no },
    );
    fc.assert(
      fc.property(rows, kept, (newRows, old) => {
        const items = old.map(({ no, title, due }) => item(no, title, due));
        const given = newRows.map(({ no, title, due }) => row(no, title, due));
        const result = compareEditions(given, items, NO_ANSWERS);
        const asked = result.questions.flatMap((each) => (each.ask === 'which' ? [each.doubt] : []));
        const told = result.items.filter(({ change }) => change !== 'withdrawn').length;
        expect(told + asked.length).toBe(given.length);
        const nos = result.items.map(({ no }) => no);
        expect(new Set(nos).size).toBe(nos.length);
        const inDoubt = new Set(asked.flatMap(({ candidates }) => candidates.map((each) => each.kept.no)));
        for (const { no } of items) expect(nos.includes(no) !== inDoubt.has(no)).toBe(true);
      }),
    );
  });
});

it('what an edition brought is told with the act and each change in the words of both', () => {
  const act = { kind: 'распоряжение', number: '7-р', date: day('10.01.2024') } as const;
  expect(toldOf({ act, changes: [] })).toBe('Распоряжение от 10.01.2024 № 7-р.');
  expect(toldOf({ act, changes: [{ field: 'parties', was: 'Центр', now: 'Комитет; Центр' }] })).toBe(
    'Распоряжение от 10.01.2024 № 7-р. Ответственные: «Комитет; Центр» вместо «Центр».',
  );
});

function day(dotted: string) {
  return parseLocalDate(dotted.split('.').reverse().join('-'));
}

function deadline(due: string): DeadlineReading {
  return { phrase: due, kind: 'date', due: day(due), workingDue: day(due), explanation: '' };
}

function row(printedNo: string, title: string, due = '01.02.2024'): EditionRow {
  return { printedNo, title, parties: ['Комитет'], results: ['Отчёт'], deadline: deadline(due) };
}

function item(no: string, title: string, due = '01.02.2024'): KeptItem {
  const { printedNo, ...words } = row(no, title, due);
  return { ...words, no, printedNo, due: day(due), workingDue: day(due), ended: null };
}

function rowOf({ printedNo, title, parties, results, deadline: read }: KeptItem): EditionRow {
  return { printedNo, title, parties, results, deadline: read };
}
