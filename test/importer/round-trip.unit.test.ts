/** What Vekha prints as an act with a roadmap in its appendix is read back as the same act and the same roadmap. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { OrderReading, ReadItem } from '#domain/order';
import { bindSpaces } from '#domain/typography';
import { readOrder } from '#importer';
import type { Block, DocumentBlocks, Line, Row, Runs } from '../../documents/blocks.js';
import { profile } from '../../documents/profiles.js';
import { packDocument } from '../../documents/wordml/package.js';
import { measures } from './acts.js';

const FOLDER = new URL('../fixtures/orders/', import.meta.url);

describe.each([
  ['order-3509-r.docx', 1],
  ['order-214-r.docx', 1],
  ['order-87-p.docx', 1],
  ['order-18-1-o.docx', 1],
  ['order-56-od.docx', 1],
  ['order-131-rp.docx', 2],
])('%s, plan %i', (name, plan) => {
  it('printed by Vekha is read back as it was', async () => {
    const first = await readOrder(readFileSync(new URL(name, FOLDER)), { fileName: name, plan });
    const printed = await packDocument(actOf(first), profile('gost-2016'), first.order.date.value);
    const again = await readOrder(printed, { fileName: 'again.docx' });
    expect(asPrinted(measures(again))).toEqual(asPrinted(measures(first)));
    expect(again.sections?.map(({ no, title, items }) => [no, title.value, items])).toEqual(
      first.sections?.map(({ no, title, items }) => [no, title.value, items]),
    );
    expect(headOf(again)).toEqual(headOf(first));
  });
});

/** Printing turns a hyphen between words into a dash. */
function asPrinted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value).replaceAll(' - ', ' – '));
}

function headOf({ order }: OrderReading) {
  const { kind, date, number, title, issuer, signatory, controller, planTitle } = order;
  return {
    kind: kind.value,
    date: date.value,
    number: number.value,
    title: title.value,
    issuer: issuer.value,
    signatory: signatory.value,
    controller: controller?.value,
    planTitle: planTitle?.value,
  };
}

function actOf(reading: OrderReading): DocumentBlocks {
  const { order } = reading;
  const [day, month, year] = order.date.value.split('-').reverse();
  const registration = { date: words(`${day}.${month}.${year}`), number: words(`№ ${order.number.value}`) };
  const act: Block[] = [
    { type: 'head', lines: order.headLines.map(({ value }) => line(value)) },
    { type: 'kind', runs: words(order.kind.value.toUpperCase()) },
    { type: 'registration', ...registration },
    { type: 'title', align: 'center', runs: words(order.title.value) },
    ...(order.preamble === null ? [] : [paragraph(order.preamble.value)]),
    ...order.points.map(({ value }): Block => ({
      type: 'clause',
      level: 0,
      runs: words(value.replace(/^\d+[.)]\s*/u, '')),
      gap: null,
    })),
    {
      type: 'signature',
      intro: [],
      post: words(order.signatory.value.position),
      name: words(signed(order.signatory.value.name ?? '')),
      date: [],
      mark: [],
      gap: null,
    },
  ];
  const appendix: Block[] = [
    { type: 'stamp', lines: ['Приложение', `от ${day}.${month}.${year} № ${order.number.value}`].map(line) },
    { type: 'heading', runs: words(order.planTitle?.value ?? ''), gap: 2 },
    tableOf(reading),
  ];
  const section = (blocks: readonly Block[], isAppendix: boolean) =>
    ({ appendix: isAppendix, orientation: 'portrait', pageNumbers: 'from-2', blocks }) as const;
  return { title: 'акт', author: '', leftMargin: 30, sections: [section(act, false), section(appendix, true)] };
}

function tableOf({ items, sections }: OrderReading): Block {
  const header = [
    '№ п/п',
    'Наименование мероприятия',
    'Ответственный исполнитель',
    'Итоговый документ',
    'Срок исполнения',
  ];
  const rows = items.flatMap((item): Row[] => {
    const section = sections?.find((each) => each.items[0] === item.no.value);
    const title = section === undefined ? '' : `${section.no === '' ? '' : `${section.no}. `}${section.title.value}`;
    return [...(title === '' ? [] : [rowOf([title], 5)]), rowOf(cellsOf(item))];
  });
  return {
    type: 'table',
    widths: [12, 60, 40, 40, 28],
    size: null,
    headerRows: 1,
    rows: [rowOf(header, 1, true), ...rows],
  };
}

function cellsOf({ no, title, responsible, results, deadline }: ReadItem): string[] {
  const parties = responsible.map(({ value }) => value).join('; ');
  const documents = results.map(({ text }, i) => `${results.length > 1 ? `${i + 1}. ` : ''}${text.value}`).join('; ');
  return [`${no.value}.`, title.value, parties, documents, deadline.value];
}

function rowOf(texts: readonly string[], colspan = 1, header = false): Row {
  const cells = texts.map((text) => ({ runs: words(text), align: 'left', colspan, rowspan: 1, header }) as const);
  return { bold: false, cells };
}

/** With the unbreakable spaces and hyphens that documents are set with. */
function words(text: string): Runs {
  return text === ''
    ? []
    : [{ type: 'words', text: bindSpaces(text, 'table'), bold: false, italic: false, highlighted: false }];
}

function line(text: string): Line {
  return { runs: words(text), bold: false, small: false };
}

function paragraph(text: string): Block {
  return { type: 'paragraph', runs: words(text), align: 'justify', indent: true, small: false, gap: null };
}

function signed(name: string): string {
  const [surname = '', initials = ''] = name.split(' ');
  return `${initials} ${surname}`;
}
