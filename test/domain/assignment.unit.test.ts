import { describe, expect, it } from '@jest/globals';
import { actingFor, assign, partyNames, type PartyMember } from '#domain/assignment';
import type { Field, OrderReading } from '#domain/order';

const SHORT = 'Комитет';
const FULL = 'Комитет образования Заречной области';

const member = (party: string, id: string, more: Partial<PartyMember> = {}): PartyMember => ({
  party,
  official: { id, external: false },
  itemNos: null,
  here: false,
  ...more,
});
const acting = (names: readonly string[], members: readonly PartyMember[], no = '1') =>
  actingFor(names, no, members).map(({ id }) => id);

describe('names of a party', () => {
  it('are the printed one, and the full one that the order explains', () => {
    const names = partyNames(reading([{ name: FULL, variants: [SHORT, `${FULL} (далее – Комитет)`] }]));
    expect(names('КОМИТЕТ (по согласованию)')).toEqual(['КОМИТЕТ (по согласованию)', FULL]);
    expect(names(`${FULL} (далее – Комитет)`)).toEqual([`${FULL} (далее – Комитет)`]);
    expect(names('Школы')).toEqual(['Школы']);
  });

  it('are explained also where only the text of the order has the short one', () => {
    const names = partyNames({ definitions: [{ short: SHORT, full: field(FULL) }] });
    expect(names(SHORT)).toEqual([SHORT, FULL]);
  });

  it('never look a full name up under its short one, which is another body in another order', () => {
    const names = partyNames(reading([{ name: FULL, variants: [SHORT, FULL] }]));
    expect(acting(names(FULL), [member(SHORT, 'somebody-elses')])).toEqual([]);
  });
});

describe('who acts for a party', () => {
  it('is found under the full name for the printed short one', () => {
    expect(acting([SHORT, FULL], [member(FULL, 'a')])).toEqual(['a']);
  });

  it('is nobody yet where two names bring two people: the mail of one would go to the other', () => {
    expect(acting([SHORT, FULL], [member(SHORT, 'a'), member(FULL, 'b')])).toEqual(['a', 'b']);
    expect(acting([SHORT, FULL], [member(SHORT, 'a'), member(FULL, 'a')])).toEqual(['a']);
  });

  it('is whoever is named for this roadmap, before whoever is named for all', () => {
    const general = [member(FULL, 'all'), member(FULL, 'all-third', { itemNos: ['3'] })];
    const here = member(FULL, 'here', { here: true });
    expect(acting([FULL], [...general, here], '3')).toEqual(['here']);
    expect(acting([FULL], [...general, here, member(FULL, 'third', { here: true, itemNos: ['3'] })], '3')).toEqual([
      'third',
    ]);
    expect(acting([FULL], general, '3')).toEqual(['all-third']);
  });

  it('is the first of several under one name', () => {
    expect(acting([FULL], [member(FULL, 'first'), member(FULL, 'second')])).toEqual(['first']);
  });
});

describe('people of an item', () => {
  const order = { controller: 'c', head: 'h' };

  it('are not settled while a party has nobody, or two', () => {
    const item = { no: '1', parties: [SHORT, 'Школы'], awaitsDate: false };
    const names = partyNames(reading([{ name: FULL, variants: [SHORT] }]));
    const members = [member(SHORT, 'a'), member(FULL, 'b')];
    expect(assign(item, members, names, order)).toEqual({ people: null, unassigned: ['Школы'], disputed: [SHORT] });
  });

  it('are the first party’s as responsible, the others’ as co-executors, the outside one as owner of the date', () => {
    const item = { no: '1', parties: [SHORT, 'Школы'], awaitsDate: true };
    const members = [member(FULL, 'a'), member('Школы', 'b', { official: { id: 'b', external: true } })];
    const names = partyNames(reading([{ name: FULL, variants: [SHORT] }]));
    expect(assign(item, members, names, order)).toEqual({
      people: { responsible: 'a', coExecutors: ['b'], controller: 'c', head: 'h', dateOwner: 'b' },
      unassigned: [],
      disputed: [],
    });
  });
});

function reading(parties: readonly { name: string; variants: readonly string[] }[]): Pick<OrderReading, 'parties'> {
  return { parties: parties.map((party) => ({ ...party, items: [] })) };
}

function field(value: string): Field<string> {
  return { value, verbatim: value, sources: [] };
}
