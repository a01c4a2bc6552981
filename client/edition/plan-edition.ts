/**
 * From what a new edition changes to what is to be done about it: people for new parties, words and days for items. All that bars the
 * way is said at once. Pure; nothing is done here.
 */
import { assign, type PartyMember, type PartyNames } from '#domain/assignment';
import type { EditionDifference, EditionRow, ItemDifference, WordChange } from '#domain/edition/compare';
import type { AddStep, AmendStep, EditionPlan, EditionWords } from '#domain/edition/plan';
import { isOver, type ItemPeople, type ItemRecord } from '#domain/item';
import type { Official, OfficialId } from '#domain/official';
import { shortName } from '#domain/official';
import type { ReadItem } from '#domain/order';
import type { ItemCard } from '#store';
import { awaitsDate } from '../launch-items.js';
import { itemResultsOf } from '../reading.js';

export interface PlanGiven {
  readonly code: string;
  readonly difference: EditionDifference;
  /** The file gives only the rows that it changes. */
  readonly partial: boolean;
  readonly cards: readonly ItemCard[];
  readonly read: readonly ReadItem[];
  readonly officials: readonly Official[];
  readonly members: readonly PartyMember[];
  /** Of the edition's own file. */
  readonly names: PartyNames;
  readonly controller: OfficialId;
  readonly head: OfficialId;
  /** Another controller, where the edition names one. */
  readonly newController: { readonly id: OfficialId; readonly was: string; readonly now: string } | null;
}

export interface PlannedEdition {
  readonly plan: EditionPlan;
  /** Russian sentences: what bars the way. */
  readonly barred: readonly string[];
}

export function planEdition(given: PlanGiven): PlannedEdition {
  const { difference, cards, newController } = given;
  const barred: string[] = [];
  const added: AddStep[] = [];
  const amended: AmendStep[] = [];
  for (const item of difference.items) {
    const step = item.change === 'added' ? addStep(item, given, barred) : null;
    if (step !== null) added.push(step);
    const card = cards.find(({ no }) => no === item.no);
    const changed = card === undefined ? null : amendStep(item, card, given, barred);
    if (changed !== null) amended.push(changed);
  }
  const withdrawn = difference.items.flatMap((item) =>
    item.change === 'withdrawn' ? [{ no: item.no, title: item.title }] : [],
  );
  return {
    plan: { added, amended, withdrawn, order: orderOf(given), controllerId: newController?.id ?? null },
    barred: [...barred, ...withoutAddress([...added, ...amended], given.officials)],
  };
}

/** As the table of the edition has them; a few rows say nothing of the place of the others. */
function orderOf({ difference, cards, partial }: PlanGiven): readonly string[] {
  const told = difference.items.map(({ no }) => no);
  const known = cards.map(({ no }) => no);
  const [first, then] = partial ? [known, told] : [told, known];
  return [...first, ...then.filter((no) => !first.includes(no))];
}

function addStep(
  { no, row }: Extract<ItemDifference, { change: 'added' }>,
  given: PlanGiven,
  barred: string[],
): AddStep | null {
  const { printedNo, ...words } = wordsOf(row, given.read);
  const people = peopleFor(no, words, given, barred);
  if (people === null) return null;
  const record: ItemRecord = { roadmapCode: given.code, no, ...words };
  return { printedNo, record, people };
}

/** Null where nothing changes. A new controller changes every item that goes on. */
function amendStep(item: ItemDifference, card: ItemCard, given: PlanGiven, barred: string[]): AmendStep | null {
  const { newController } = given;
  if (item.change === 'same') {
    return newController === null || isOver(card.status) ? null : controllerStep(card, newController);
  }
  if (item.change !== 'amended') return null;
  const words = wordsOf(item.row, given.read);
  const deadline = item.day === null ? null : dayOf(words);
  const changedParties = item.words.some(({ field }) => field === 'parties');
  const asksAnother = deadline?.awaitsDate === true && !awaitsDate(card);
  const now = changedParties || asksAnother ? peopleFor(card.no, words, given, barred) : null;
  const dayWords: readonly WordChange[] =
    item.day === null ? [] : [{ field: 'deadline', was: card.deadlineText, now: words.deadlineText }];
  return {
    no: card.no,
    words,
    changes: [...item.words, ...dayWords, ...controllerChange(newController)],
    reworded: item.words.length > 0 || newController !== null,
    resultsChanged: item.words.some(({ field }) => field === 'results'),
    deadline,
    people: peopleChange(card.people, {
      ...(now === null ? {} : changedParties ? now : { dateOwner: now.dateOwner }),
      ...(newController === null ? {} : { controller: newController.id }),
    }),
  };
}

function controllerStep(card: ItemCard, to: NonNullable<PlanGiven['newController']>): AmendStep {
  const { no, printedNo, title, parties, results, deadlineText, deadline } = card;
  return {
    no,
    words: { printedNo, title, parties, results, deadlineText, deadline },
    changes: controllerChange(to),
    reworded: true,
    resultsChanged: false,
    deadline: null,
    people: { controller: to.id },
  };
}

function controllerChange(to: PlanGiven['newController']): readonly WordChange[] {
  return to === null ? [] : [{ field: 'controller', was: to.was, now: to.now }];
}

function wordsOf(row: EditionRow, read: readonly ReadItem[]): EditionWords {
  const results = read.find(({ no }) => no.value === row.printedNo)?.results ?? [];
  return {
    printedNo: row.printedNo,
    title: row.title,
    parties: row.parties,
    results: itemResultsOf(row.title, results),
    deadlineText: row.deadline.phrase,
    deadline: row.deadline,
  };
}

function dayOf({ deadline }: EditionWords): NonNullable<AmendStep['deadline']> {
  const { due, workingDue } = deadline;
  return { due, workingDue, awaitsDate: awaitsDate({ deadline, workingDueOn: workingDue }) };
}

function peopleFor(
  no: string,
  { parties, deadline }: Pick<EditionWords, 'parties' | 'deadline'>,
  { members, names, controller, head, newController }: PlanGiven,
  barred: string[],
): ItemPeople | null {
  const waits = awaitsDate({ deadline, workingDueOn: deadline.workingDue });
  const { people, unassigned, disputed } = assign({ no, parties, awaitsDate: waits }, members, names, {
    controller: newController?.id ?? controller,
    head,
  });
  if (people !== null) return people;
  barred.push(
    ...(unassigned.length + disputed.length === 0 ? [`Пункт ${no}: ответственный не назван.`] : []),
    ...unassigned.map((name) => `Пункт ${no}: никто не назван за «${name}»; впишите в справочник: officials import.`),
    ...disputed.map(
      (name) =>
        `Пункт ${no}: за «${name}» под кратким и полным именем названы разные люди; исправьте справочник: officials import.`,
    ),
  );
  return null;
}

/** Only what differs from whoever has the item now; null: nobody changes. */
function peopleChange(before: ItemPeople | null, after: Partial<ItemPeople>): Partial<ItemPeople> | null {
  const differ = Object.entries(after).filter(
    ([role, who]) => JSON.stringify(who) !== JSON.stringify(before?.[role as keyof ItemPeople]),
  );
  return differ.length === 0 ? null : Object.fromEntries(differ);
}

function withoutAddress(
  steps: readonly { readonly people: Partial<ItemPeople> | null }[],
  officials: readonly Official[],
): readonly string[] {
  const ids = new Set(
    steps.flatMap(({ people }) => [people?.responsible, ...(people?.coExecutors ?? []), people?.controller]),
  );
  const silent = officials.filter(({ id, email }) => ids.has(id) && email === null);
  return silent.map((person) => `Нет адреса почты у ${shortName(person)}: впишите его в справочник.`);
}
