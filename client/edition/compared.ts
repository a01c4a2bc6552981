/** A roadmap as it stands beside the rows of a new edition: what the comparison of the domain is given. Pure. */
import { VekhaError } from '#domain/errors';
import { dueDay } from '#domain/due-day';
import type { EditionRow, KeptItem } from '#domain/edition/compare';
import { isOver } from '#domain/item';
import { dotted, type LocalDate } from '#domain/local-date';
import type { ItemCard } from '#store';
import type { Counting, UnderstoodOrder } from '../reading.js';

export function keptItems(cards: readonly ItemCard[]): readonly KeptItem[] {
  return cards.map((card) => ({
    no: card.no,
    printedNo: card.printedNo,
    title: card.title,
    parties: card.parties,
    results: card.results.map(({ text }) => text),
    deadline: card.deadline,
    due: card.dueOn,
    workingDue: card.workingDueOn,
    ended: isOver(card.status) ? card.status : null,
  }));
}

/**
 * @param days that a person has named for rows
 * @throws VekhaError 'usage.invalid' when a day is named for a row that is not there
 */
export function editionRows(
  { reading, deadlines }: UnderstoodOrder,
  days: Readonly<Record<string, LocalDate>>,
  counting: Counting,
): readonly EditionRow[] {
  const rows = reading.items.flatMap((item, i): readonly EditionRow[] => {
    const read = deadlines[i];
    if (read === undefined) return [];
    const day = days[item.no.value];
    return [
      {
        printedNo: item.no.value,
        title: item.title.value,
        parties: item.responsible.map(({ value }) => value),
        results: item.results.map(({ text }) => text.value),
        deadline: day === undefined ? read : dayNamed(read, day, counting),
      },
    ];
  });
  const unknown = Object.keys(days).find((no) => rows.every(({ printedNo }) => printedNo !== no));
  if (unknown === undefined) return rows;
  throw new VekhaError('usage.invalid', `Ключ --day: строки ${unknown} в новой редакции нет.`);
}

function dayNamed(
  { phrase }: EditionRow['deadline'],
  date: LocalDate,
  { calendar, rules }: Counting,
): EditionRow['deadline'] {
  const { day, explanation } = dueDay(date, calendar, rules);
  const told = `Дата ${dotted(date)} названа при сверке новой редакции.${explanation === null ? '' : ` ${explanation}`}`;
  return { phrase, kind: 'date', due: date, workingDue: day, explanation: told };
}
