/** Parties of an order for which the directory names nobody: questions, with whoever might be meant. */
import { partyNames } from '#domain/assignment';
import { shortName, type Official } from '#domain/official';
import type { OrderReading, Problem } from '#domain/order';
import type { PartyEntry } from '#store';
import { partyMembers } from './launch-people.js';
import { partyStandings } from './party-standing.js';

/** @param directory who is known; with nobody in it there is nothing to ask yet */
export function partyQuestions(
  reading: OrderReading,
  directory: { readonly officials: readonly Official[]; readonly parties: readonly PartyEntry[] },
  code: string,
): readonly Problem[] {
  const { officials } = directory;
  if (officials.length === 0) return [];
  const items = reading.items.map(({ no, responsible }) => ({
    no: no.value,
    parties: responsible.map(({ value }) => value),
  }));
  const members = partyMembers({ code, ...directory });
  return partyStandings(items, { names: partyNames(reading), members, officials })
    .filter(({ open }) => open.length > 0)
    .map(({ name, open, acting, proposals }): Problem => {
      const asked =
        acting.length > 1
          ? 'Под кратким и полным именем в справочнике названы разные люди'
          : 'Кто за неё отвечает, в справочнике не сказано';
      const proposed = proposals
        .map(({ official, score }) => `${shortName(official)} (${Math.round(score * 100)} %)`)
        .join(', ');
      return {
        severity: 'warning',
        where: `сторона «${name}»`,
        message: `${asked} (пункты ${open.join(', ')}).${proposed === '' ? '' : ` Возможно: ${proposed}.`}`,
        fix: `ответьте командой officials match ${code} или впишите сторону в справочник: officials import`,
      };
    });
}
