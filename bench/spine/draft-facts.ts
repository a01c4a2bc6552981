/** What is known when an item of an order is drafted, without a database: the order as it is read, people of a directory. */
import { readDirectory, understand } from '#client';
import type { gatherFields } from '#documents';
import { documentKindFor } from '#domain/document-plan';
import type { Official } from '#domain/official';
import { DEFAULT_RULES } from '#domain/deadline-rules';
import { workingCalendar } from '#domain/working-calendar';
import { readOrder } from '#importer';

export type Facts = Parameters<typeof gatherFields>[1];

export async function factsOf(
  order: Uint8Array,
  directory: Uint8Array,
  { no, values }: { readonly no: string; readonly values: Facts['values'] },
): Promise<Facts> {
  const { officials } = readDirectory(directory, (email) => email);
  const understood = understand(await readOrder(order, { fileName: 'order.docx' }), {
    calendar: workingCalendar(),
    rules: DEFAULT_RULES,
  });
  const at = understood.reading.items.findIndex((each) => each.no.value === no);
  const item = understood.reading.items[at];
  const deadline = understood.deadlines[at];
  if (item === undefined || deadline === undefined) throw new Error(`the example order has no item ${no}`);
  const head = understood.reading.order;
  const title = item.title.value;
  return {
    order: {
      kind: head.kind.value,
      date: head.date.value,
      number: head.number.value,
      title: head.title.value,
      issuer: head.issuer.value,
      headLines: head.headLines.map((line) => line.value),
      preamble: head.preamble?.value ?? null,
      points: head.points.map((point) => point.value),
      controller: head.controller?.value ?? null,
      signatory: head.signatory.value,
      planTitle: head.planTitle?.value ?? null,
    },
    roadmap: { code: 'ЦОС-2024' },
    item: {
      no,
      title,
      deadlineText: item.deadline.value,
      deadline,
      results: item.results.map((result, index) => ({
        key: String(index + 1),
        kind: result.kind,
        text: result.text.value,
        documentKind: documentKindFor(title, { kind: result.kind, text: result.text.value }),
      })),
      stage: null,
    },
    people: peopleOf(officials),
    siblings: [],
    today: head.date.value,
    calendar: workingCalendar(),
    rules: DEFAULT_RULES,
    ladder: { before: [10, 5, 3, 1] },
    values,
  };
}

function peopleOf(officials: readonly Official[]): Facts['people'] {
  const named = (surname: string) => officials.find((each) => each.surname === surname) ?? null;
  return {
    responsible: named('Соколова'),
    coExecutors: [],
    controller: named('Глевицкая'),
    signatory: named('Голубев'),
    addressee: named('Яшина'),
    externalParty: 'Центр проектного сопровождения',
    directory: officials,
  };
}
