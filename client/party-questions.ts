/** Parties of an order for which the directory names nobody: questions, with whoever might be meant. */
import { partyKey } from '#domain/assignment';
import { shortName, type Official } from '#domain/official';
import type { OrderReading, Problem } from '#domain/order';
import { proposalsFor } from '#domain/party-proposals';
import type { PartyEntry } from '#store';

/** @param directory who is known; with nobody in it there is nothing to ask yet */
export function partyQuestions(
  { parties = [] }: OrderReading,
  directory: { readonly officials: readonly Official[]; readonly parties: readonly PartyEntry[] },
  code: string,
): readonly Problem[] {
  if (directory.officials.length === 0) return [];
  const known = new Set(
    directory.parties
      .filter(({ roadmapCode }) => roadmapCode === null || roadmapCode === code)
      .map(({ name }) => partyKey(name)),
  );
  return parties.flatMap(({ variants, items }) =>
    variants
      .filter((party) => !known.has(partyKey(party)))
      .map((party): Problem => {
        const proposed = proposalsFor(party, directory.officials)
          .map(({ official, score }) => `${shortName(official)} (${Math.round(score * 100)} %)`)
          .join(', ');
        return {
          severity: 'warning',
          where: `сторона «${party}»`,
          message: `Кто за неё отвечает, в справочнике не сказано (пункты ${items.map(({ no }) => no).join(', ')}).${proposed === '' ? '' : ` Возможно: ${proposed}.`}`,
          fix: 'впишите сторону в справочник: officials import',
        };
      }),
  );
}
