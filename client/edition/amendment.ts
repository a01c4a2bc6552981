/** Days, plans and drafts of an item that a new edition changes, computed outside the sandbox, as at launch. Pure. */
import type { Instant } from '#domain/body-time';
import type { AmendStep } from '#domain/edition/plan';
import { plannedDocuments } from '#domain/item-plan';
import { planWakes, type PlannedDocument, type Wake } from '#domain/reminder';
import type { ItemCard } from '#store';
import { itemId } from '#workflows/messages/ids';
import type { Amend } from '#workflows/messages/item';
import type { ClientDeps } from '../deps.js';

export function amendmentOf(
  { ladder, calendar, zone }: Pick<ClientDeps, 'ladder' | 'calendar' | 'zone'>,
  card: ItemCard,
  { words, reworded, resultsChanged, deadline, people }: AmendStep,
  at: Instant,
): Omit<Amend, 'by' | 'noteId'> {
  const kinds = (results: ItemCard['results']) =>
    results.flatMap(({ documentKind }) => (documentKind === null ? [] : [documentKind]));
  const [before, after] = [kinds(card.results), kinds(words.results)];
  const isNew = ({ kind }: PlannedDocument) => resultsChanged && after.includes(kind) && !before.includes(kind);
  const wakes = (
    due: Pick<NonNullable<AmendStep['deadline']>, 'workingDue' | 'awaitsDate'>,
    documents: readonly PlannedDocument[],
  ): readonly Wake[] =>
    planWakes({
      itemId: itemId({ code: card.roadmapCode, no: card.no }),
      ...due,
      from: at,
      documents,
      ladder,
      calendar,
      zone,
    });
  const { workingDue } = deadline ?? { workingDue: card.workingDueOn };
  const named = card.workingDueOn === null && workingDue !== null;
  const planned = plannedDocuments(words.results, named ? 'named' : 'moved').filter((each) => !isNew(each));
  const drafts = [...plannedDocuments(words.results, 'launch'), ...dated(words.results, workingDue)].filter(isNew);
  return {
    reworded,
    ...(deadline === null ? {} : { deadline: { ...deadline, plan: wakes(deadline, planned) } }),
    ...(resultsChanged
      ? {
          results: {
            results: words.results.map(({ key, kind }) => ({ key, kind })),
            drafts: wakes({ workingDue, awaitsDate: false }, drafts).filter(({ kind }) => kind === 'draft'),
            dropped: before.filter((kind) => !after.includes(kind)),
          },
        }
      : {}),
    ...(people === null ? {} : { people }),
  };
}

/** What is drafted as soon as a day is known. */
function dated(results: ItemCard['results'], workingDue: ItemCard['workingDueOn']): readonly PlannedDocument[] {
  if (workingDue === null) return [];
  return plannedDocuments(results, 'named').filter(({ drafted }) => drafted === 'launch');
}
