/** Each check has to see the fault it is for: a good document is spoilt in one place, and its row must speak. */
import { describe, expect, it } from '@jest/globals';
import type { DocumentKind } from '#domain/document-kind';
import { registrationOf, storyFacts } from '../story.js';
import { CHECKS } from './list.js';
import { readParts } from './read-document.js';
import { type Sample, sampleOf } from './sample.js';
import { documentText } from '#documents';
import { zip, zipEntry } from '#archive';

const NBSP = '\u00a0';
const MAIN = 'word/document.xml';

type Spoilt = readonly [row: number, kind: DocumentKind, from: string | RegExp, to: string, part?: string];

const SPOILT: readonly Spoilt[] = [
  [1, 'order-appointment', /w:left="1701"/u, 'w:left="1134"'],
  [2, 'order-appointment', '<w:r><w:t', '<w:r><w:rPr><w:sz w:val="22"/></w:rPr><w:t'],
  [3, 'order-appointment', '>КОМИТЕТ<', '>КОМИТЕТЫ<'],
  [4, 'order-appointment', 'РАСПОРЯЖЕНИЕ', 'Распоряжение'],
  [5, 'order-appointment', '<w:tab w:val="right"', '<w:tab w:val="left"'],
  [6, 'order-appointment', /Об(?=[ \u00a0]утверждении)/u, 'Про'],
  [7, 'order-appointment', /Об(?=[ \u00a0]утверждении)/u, 'О'],
  [8, 'order-organisations', /р:<\/w:t>/u, 'р</w:t>'],
  [9, 'order-appointment', 'Ответственному лицу', '2. Ответственному лицу'],
  [10, 'order-appointment', /утверждённого распоряжением/u, 'утверждённого указом'],
  [11, 'order-appointment', /пункта 1/u, 'пункта 2'],
  [12, 'order-appointment', 'Глевицкую', 'Глевицкаю'],
  [13, 'order-organisations', 'на начальника сектора', 'на Начальника сектора'],
  [14, 'order-appointment', 'И.А.Голубев', `Голубев${NBSP}И.А.`],
  [15, 'order-organisations', `№${NBSP}3509`, '№ 3509'],
  [16, 'order-appointment', /\u00a0–/u, ' -'],
  [17, 'letter-organisations', 'Уважаемая', 'Уважаемый'],
  [18, 'letter-organisations', 'Яшиной', 'Яшина'],
  [19, 'letter-equipment', 'На №', 'К №'],
  [20, 'order-appointment', /оставляю за[ \u00a0]собой/u, 'возложить на себя'],
  [21, 'order-appointment', '<w:vAlign w:val="bottom"/>', ''],
  [22, 'order-appointment', /<w:keepNext\/>(?=<w:numPr>)/u, ''],
  [23, 'order-appointment', 'Утвердить', 'ДОКУМЕНТ ПОДПИСАН'],
  [24, 'letter-organisations', 'Соколова Марина Андреевна', `Соколова${NBSP}М.А.`],
  [25, 'letter-organisations', `1${NBSP}экз.`, 'экз.'],
  [26, 'order-organisations', / w:orient="landscape"/u, ''],
  [27, 'order-organisations', 'УТВЕРЖДЁН', 'УТВЕРЖДЕНА'],
  [28, 'order-organisations', /(?<=>от <\/w:t>[^]*?)12\.01\.2024/u, '13.01.2024'],
  [29, 'order-organisations', '>Муниципальное образование<', '>Муниципальноеобразование<'],
  [30, 'order-organisations', '<w:tblHeader/>', ''],
  [31, 'order-organisations', '>489<', '><'],
  [
    32,
    'order-organisations',
    '<w:jc w:val="right"/></w:pPr><w:r><w:t xml:space="preserve">489',
    '</w:pPr><w:r><w:t xml:space="preserve">489',
  ],
  [33, 'order-organisations', '>489<', '>490<'],
  [34, 'letter-equipment', 'сорок миллионов', 'сорок два миллиона'],
  [35, 'order-organisations', '4799001074', '4799001075'],
  [36, 'order-organisations', '<w:titlePg/>', ''],
  [37, 'order-appointment', 'Утвердить', '{{Утвердить}}'],
  [39, 'order-appointment', /<dc:title>[^<]*/u, '<dc:title>', 'docProps/core.xml'],
  [40, 'order-appointment', '<w:body>', '<w:body><w:p/>'],
];

describe('the acceptance list', () => {
  it.each(SPOILT)('sees a fault of row %d in a spoilt %s', async (row, kind, from, to, part = MAIN) => {
    const good = await sampleOf(kind, await storyFacts(kind), await registrationOf(kind));
    expect(faults(good, row)).toEqual([]);
    expect(faults(spoilt(good, part, from, to), row)).not.toEqual([]);
  });

  it('has seen a fault of each of its rows', () => {
    const seen = new Set(SPOILT.map(([row]) => row));
    expect(CHECKS.map(({ row }) => row).filter((row) => !seen.has(row))).toEqual([]);
  });
});

function faults(sample: Sample, row: number): string[] {
  return CHECKS.filter((check) => check.row === row).flatMap((check) => check.find(sample));
}

function spoilt(good: Sample, part: string, from: string | RegExp, to: string): Sample {
  const xml = good.document.parts.get(part) ?? '';
  const changed = xml.replace(from, to);
  expect(changed).not.toBe(xml);
  const parts = new Map(good.document.parts).set(part, changed);
  const bytes = zip([...parts].map(([name, text]) => zipEntry(name, text)));
  return { ...good, document: readParts(parts), bytes, text: documentText(bytes) };
}
