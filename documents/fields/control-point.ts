/** The last point of an act: who controls it. «Оставляю за собой» when the controller signs or is the one appointed. Pure. */
import { type CatalogueRows, fromOrder, optional } from './catalogue-rows.js';
import { controllerOf, signatoryOf } from './common.js';
import type { DocumentFacts } from './facts.js';
import { accusative, type Person } from './person-words.js';
import { namesakes } from '#domain/assignment';
import { shortName } from '#domain/official';

/** @param appointed who the act appoints; nobody may control his own appointment */
export function controlPoint(facts: DocumentFacts, appointed: Person | null = null): Record<string, unknown> {
  const controller = controllerOf(facts);
  const own = controller !== null && [appointed, signatoryOf(facts)].some((person) => samePerson(person, controller));
  const said = controller === null ? undefined : accusative(controller);
  return {
    контроль: { засобой: own },
    контролёр: { должность: { вин: said?.должность }, фамилияИО: { вин: said?.фамилияИО } },
  };
}

export const CONTROL_ROWS: CatalogueRows = {
  'контроль.засобой': optional.fromOrder('контроль остаётся за подписавшим'),
  'контролёр.должность.вин': fromOrder('должность контролёра'),
  'контролёр.фамилияИО.вин': fromOrder('фамилия контролёра'),
};

export function samePerson(a: Person | null, b: Person | null): boolean {
  return a !== null && b !== null && namesakes(shortName(a), [b]).length > 0;
}
