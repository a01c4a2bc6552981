/** An item under a new edition: what changes, what stays, what no longer holds. */
import { describe, expect, it } from '@jest/globals';
import { withAmendment, withWithdrawn, type Amendment } from '#domain/item-amendment';
import { whyNotOnItem, type ItemLife } from '#domain/item-life';
import { parseLocalDate } from '#domain/local-date';
import type { Wake } from '#domain/reminder';

const day = parseLocalDate;
const ACT = { by: 'o-controller', on: day('2024-08-22'), noteId: 'edition|1' };

describe('a new day for an item', () => {
  const deadline = { due: day('2024-09-30'), workingDue: day('2024-09-30'), awaitsDate: false, plan: [reminder(5)] };

  it('replaces the plan of reminders, keeps drafts still to come and is a move with the act for its reason', () => {
    const life = amended({ plan: [draft(1), reminder(2)] }, { deadline });
    expect(life).toMatchObject({ due: '2024-09-30', workingDue: '2024-09-30', revision: 4, status: 'active' });
    expect(life.plan.map(({ at }) => at)).toEqual([1, 5]);
    expect(life.moves).toEqual([
      { from: '2024-08-23', to: '2024-09-30', by: 'o-controller', on: '2024-08-22', noteId: 'edition|1' },
    ]);
  });

  it('ends the wait of whoever owed a date', () => {
    const life = amended(
      { status: 'waitingDate', workingDue: null, due: null, awaitsDate: true, requestsMade: 3 },
      { deadline },
    );
    expect(life).toMatchObject({ status: 'active', awaitsDate: false, since: '2024-08-22' });
  });

  it('leaves a report that waits for acceptance where it is', () => {
    expect(amended({ status: 'reported' }, { deadline }).status).toBe('reported');
  });

  it('that is taken back leaves no reminder and no draft that is counted from the day', () => {
    const none = { due: null, workingDue: null, awaitsDate: true, plan: [] };
    const life = amended({ plan: [draft(1), reminder(2)] }, { deadline: none });
    expect(life).toMatchObject({ status: 'waitingDate', requestsMade: 0, moves: [], plan: [] });
  });
});

describe('other results', () => {
  const results = {
    results: [{ key: '1', kind: 'letter' as const }],
    drafts: [draft(3)],
    dropped: ['register-notices' as const],
  };

  it('void a report that was given for the former ones', () => {
    expect(amended({ status: 'reported' }, { results })).toMatchObject({ status: 'active', report: null });
    expect(amended({ status: 'returned' }, { results }).status).toBe('returned');
  });

  it('bring their drafts into the plan and take out those that nobody needs', () => {
    const life = amended({ plan: [{ ...draft(1), document: 'register-notices' }, reminder(2)] }, { results });
    expect(life.plan.map(({ at }) => at)).toEqual([2, 3]);
    expect(life.results).toEqual(results.results);
  });
});

it('other people change only where the edition names them', () => {
  const { people } = amended({}, { people: { responsible: 'o-new' } });
  expect(people).toMatchObject({ responsible: 'o-new', controller: 'o-controller' });
});

it('an item that is left out is over: nothing is planned, and no act is taken', () => {
  const life = withWithdrawn(item({ plan: [reminder(2)] }), day('2024-08-22'));
  expect(life).toMatchObject({ status: 'withdrawn', plan: [], closedOn: '2024-08-22' });
  expect(whyNotOnItem(life, { action: 'acceptReport', by: 'o-controller' })).toEqual({
    code: 'item.closed',
    message: 'Пункт исключён 22.08.2024 новой редакцией распоряжения: действия с ним больше не принимаются.',
  });
});

function amended(before: Partial<ItemLife>, amendment: Amendment): ItemLife {
  return withAmendment(item(before), amendment, ACT);
}

function item(change: Partial<ItemLife>): ItemLife {
  return {
    revision: 3,
    status: 'active',
    people: { responsible: 'o-1', coExecutors: [], controller: 'o-controller', head: 'o-head', dateOwner: null },
    due: day('2024-08-25'),
    workingDue: day('2024-08-23'),
    awaitsDate: false,
    results: [{ key: '1', kind: 'register' }],
    plan: [],
    requestsMade: 0,
    documents: [],
    report: { by: 'o-1', on: day('2024-08-20'), noteId: 'r', interim: false, evidence: [] },
    moves: [],
    extension: null,
    since: day('2024-08-20'),
    closedOn: null,
    ...change,
  };
}

function reminder(at: number): Wake {
  return { at, kind: 'reminder', day: day('2024-08-20'), offset: -3, due: day('2024-08-23'), title: 'Напоминание' };
}

function draft(at: number): Wake {
  return { ...reminder(at), kind: 'draft', document: 'register-acceptance', title: 'Проект' };
}
