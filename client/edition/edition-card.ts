/** What a new edition changes, as people read it: line by line, before and now; what they are asked, with the key that answers. Pure. */
import { isClosed } from '#domain/document-life';
import type { EditionQuestion, ItemDifference } from '#domain/edition/compare';
import type { EditionPlan } from '#domain/edition/plan';
import { FIELD_WORDS } from '#domain/edition/told';
import { dotted, type LocalDate } from '#domain/local-date';
import { shortName, type Official } from '#domain/official';
import type { DocumentCard, ItemCard } from '#store';
import type { EditionChange, EditionLine } from '../edition-cards.js';

export interface CardGiven {
  readonly items: readonly ItemDifference[];
  readonly plan: EditionPlan;
  readonly cards: readonly ItemCard[];
  readonly documents: readonly DocumentCard[];
  readonly officials: readonly Official[];
  readonly today: LocalDate;
}

/** In the order of the new edition, then what it leaves out; items that stay as they are are not told. */
export function changesOf(given: CardGiven): readonly EditionChange[] {
  return given.items.flatMap((item): readonly EditionChange[] => {
    switch (item.change) {
      case 'added':
        return [addedItem(item, given)];
      case 'withdrawn':
      case 'over':
        return [endedItem(item, given)];
      case 'amended':
      case 'same':
        return amendedItem(item.no, given);
    }
  });
}

function addedItem({ no, row }: Extract<ItemDifference, { change: 'added' }>, given: CardGiven): EditionChange {
  const people = given.plan.added.find(({ record }) => record.no === no)?.people;
  const { due, workingDue, phrase, explanation } = row.deadline;
  const lines = [
    ['Ответственные', row.parties.join('; ')],
    ['Исполнитель', people === undefined ? '' : nameOf(people.responsible, given)],
    ['Соисполнители', people === undefined ? '' : namesOf(people.coExecutors, given)],
    ['Результаты', row.results.join('; ')],
    ['Срок', phrase],
    ['Рабочий срок', due === null || workingDue === null ? '' : dotted(workingDue)],
  ] as const;
  return {
    no,
    printedNo: row.printedNo,
    title: row.title,
    change: 'added',
    lines: lines.flatMap(([label, now]): readonly EditionLine[] => (now === '' ? [] : [{ label, was: null, now }])),
    explanation: dayTold(explanation, workingDue, given),
    documents: [],
  };
}

function endedItem(
  { no, title, change }: Extract<ItemDifference, { change: 'withdrawn' | 'over' }>,
  given: CardGiven,
): EditionChange {
  const documents = change === 'withdrawn' ? underWay(no, given) : [];
  return { no, printedNo: null, title, change, lines: [], explanation: null, documents };
}

/** Nothing where the plan leaves the item as it is. */
function amendedItem(no: string, given: CardGiven): readonly EditionChange[] {
  const step = given.plan.amended.find((each) => each.no === no);
  const card = given.cards.find((each) => each.no === no);
  if (step === undefined || card === undefined) return [];
  const { words, changes, deadline, people } = step;
  const renumbered = words.printedNo === card.printedNo ? [] : [line('Номер', card.printedNo, words.printedNo)];
  const day = (date: ItemCard['workingDueOn']) => (date === null ? null : dotted(date));
  const who = people ?? {};
  return [
    {
      no,
      printedNo: words.printedNo,
      title: words.title,
      change: 'amended',
      lines: [
        ...renumbered,
        ...changes.map(({ field, was, now }) => line(FIELD_WORDS[field], was, now)),
        ...(deadline === null ? [] : [line('Рабочий срок', day(card.workingDueOn), day(deadline.workingDue))]),
        ...(who.responsible === undefined
          ? []
          : [line('Исполнитель', nameOf(card.people?.responsible ?? '', given), nameOf(who.responsible, given))]),
        ...(who.coExecutors === undefined
          ? []
          : [line('Соисполнители', namesOf(card.people?.coExecutors ?? [], given), namesOf(who.coExecutors, given))]),
      ],
      explanation: deadline === null ? null : dayTold(words.deadline.explanation, deadline.workingDue, given),
      documents: underWay(no, given),
    },
  ];
}

/** @param asked with all questions: numbers of the rows, words and keys */
export function questionTold(asked: EditionQuestion): string {
  if (asked.ask === 'day') {
    const { printedNo, deadline } = asked.row;
    const why =
      deadline.kind === 'unclear'
        ? deadline.explanation
        : `Срок «${deadline.phrase}» новый, а с какого дня его считать, из файла не видно.`;
    return `Строка ${printedNo}. ${why} Назовите последний день: --day ${printedNo}=ДД.ММ.ГГГГ.`;
  }
  const { row, candidates } = asked.doubt;
  const possible = candidates.map(
    ({ kept, likeness }) =>
      `пункт ${kept.no} «${kept.title}», срок ${quoted(kept.deadline.phrase)} (общих слов ${Math.round(likeness * 100)} %)`,
  );
  return (
    `Строка ${row.printedNo} «${row.title}», срок ${quoted(row.deadline.phrase)}: это ${possible.join(' или ')} или новый пункт? ` +
    `Ответьте: --same ${row.printedNo}=ПУНКТ или --new ${row.printedNo}.`
  );
}

function dayTold(explanation: string, workingDue: LocalDate | null, { today }: CardGiven): string {
  if (workingDue === null || workingDue >= today) return explanation;
  return `${explanation} Этот день уже прошёл: о просрочке узнают контролёр и руководитель.`;
}

function quoted(words: string): string {
  return words === '' ? 'не назван' : `«${words}»`;
}

function underWay(no: string, { documents }: CardGiven): readonly string[] {
  return documents.filter((document) => document.itemNo === no && !isClosed(document)).map(({ id }) => id);
}

function line(label: string, was: string | null, now: string | null): EditionLine {
  return { label, was: was === '' ? null : was, now: now === '' ? null : now };
}

function namesOf(ids: readonly string[], given: CardGiven): string {
  return ids.map((id) => nameOf(id, given)).join(', ');
}

function nameOf(id: string, { officials }: CardGiven): string {
  const official = officials.find((each) => each.id === id);
  return official === undefined ? id : shortName(official);
}
