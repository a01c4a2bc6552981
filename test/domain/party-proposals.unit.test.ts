/** Who is proposed for a party that the directory does not name. */
import { describe, expect, it } from '@jest/globals';
import type { Official } from '#domain/official';
import { proposalsFor } from '#domain/party-proposals';

function official(surname: string, initials: string, post: string, unit: string | null = null): Official {
  const unknown = { name: null, patronymic: null, gender: null, email: null, phone: null, external: false };
  return { id: surname, surname, initials, post, unit, ...unknown };
}

const PEOPLE = [
  official('Соколова', 'М.А.', 'главный специалист', 'отдел информатизации'),
  official('Белов', 'И.П.', 'начальник отдела закупок', 'отдел закупок'),
  official('Белов', 'А.С.', 'консультант', 'правовой отдел'),
];

const found = (party: string) =>
  proposalsFor(party, PEOPLE).map(({ official: { id, initials }, score }) => [id, initials, score]);

describe('a party that nobody is named for', () => {
  it('is its own person when the order names one', () => {
    expect(found('Начальник отдела закупок Белов И.П.')).toEqual([['Белов', 'И.П.', 1]]);
  });

  it('is proposed whoever works in the unit that it is', () => {
    expect(found('Отдел информатизации')).toEqual([['Соколова', 'М.А.', 0.9]]);
    expect(found('отделу закупок')[0]).toEqual(['Белов', 'И.П.', 0.9]);
  });

  it('is left without a proposal when nothing fits', () => {
    expect(found('Министерство просвещения')).toEqual([]);
    expect(found('–')).toEqual([]);
  });

  it('is never certain by words alone', () => {
    expect(proposalsFor('Правовой отдел', PEOPLE)[0]?.score).toBeLessThan(1);
  });
});
