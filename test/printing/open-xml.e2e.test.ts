import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout } from 'node:timers/promises';
import { expect, it, describe } from '@jest/globals';
import { readOrder } from '#importer';
import { asOpenXml } from '#printing';
import { fakeOffice } from './fake-office.js';
import { USUAL, whereOfficeIs } from './where-office-is.js';

const ACT = [
  'КОМИТЕТ ПО ТРУДУ',
  'РАСПОРЯЖЕНИЕ',
  '12.03.2024 № 15-р',
  'Об утверждении плана мероприятий',
  '1. Утвердить план мероприятий.',
  'УТВЕРЖДЁН',
  'распоряжением от 12.03.2024 № 15-р',
];
const ROWS = [
  ['№', 'Мероприятие', 'Исполнитель', 'Срок'],
  ['1.', 'Проведена сверка', 'Отдел учёта', '15 мая 2024 г.'],
];

/** An RTF with a table of four columns; letters outside ASCII are written as their numbers. */
function rtf(): Uint8Array {
  const escaped = (text: string) => [...text].map((char) => (char > '~' ? `\\u${char.charCodeAt(0)}?` : char)).join('');
  const edges = [1, 2, 3, 4].map((column) => `\\cellx${column * 2_000}`).join('');
  const rows = ROWS.map(
    (row) => `\\trowd${edges}\\intbl ${row.map((cell) => `${escaped(cell)}\\cell `).join('')}\\row`,
  );
  return Buffer.from(
    `{\\rtf1\\ansi ${ACT.map((line) => `${escaped(line)}\\par`).join('\n')}\n${rows.join('\n')}\n\\pard\\par}`,
  );
}

const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('vekha-printing-'));

/** Other suites print at the same time: theirs come and go, ours must not stay. */
async function noneStays(before: readonly string[]): Promise<void> {
  const ours = () => folders().filter((name) => !before.includes(name));
  for (let waits = 0; ours().length > 0 && waits < 200; waits += 1) await setTimeout(100);
  expect(ours()).toEqual([]);
}

whereOfficeIs('a document of another program', () => {
  it('comes back as .docx that reads as an order, and its folder is gone', async () => {
    const before = folders();
    const docx = await asOpenXml(USUAL, rtf(), { from: 'rtf', to: 'docx' });
    const { items, order } = await readOrder(docx, { fileName: 'a' });
    expect(order.number.value).toBe('15-р');
    expect(items.map(({ title, deadline }) => [title.value, deadline.value])).toEqual([
      ['Проведена сверка', '15 мая 2024 г.'],
    ]);
    await noneStays(before);
  });
});

describe('a LibreOffice that gives nothing', () => {
  it('refuses the file and says where to save it', async () => {
    const office = fakeOffice();
    const unreadable = new TextEncoder().encode('fate/unreadable');
    await expect(
      asOpenXml({ office: office.program, pictures: null }, unreadable, { from: 'docx', to: 'xlsx' }),
    ).rejects.toMatchObject({ code: 'input.damaged', message: expect.stringContaining('.xlsx') });
    office.remove();
  });

  it('and does not end is ended with all it started, and leaves no folder', async () => {
    const office = fakeOffice();
    const before = folders();
    const search = { office: office.program, pictures: null };
    const hangs = new TextEncoder().encode('fate/hangs');
    await expect(asOpenXml(search, hangs, { from: 'docx', to: 'docx' }, 500)).rejects.toMatchObject({
      code: 'printing.time_limit',
    });
    await noneStays(before);
    office.remove();
  });

  it('because there is none says what to install', async () => {
    const nowhere = { office: '/nowhere/soffice', pictures: null };
    await expect(asOpenXml(nowhere, rtf(), { from: 'rtf', to: 'docx' })).rejects.toMatchObject({
      code: 'printing.missing',
    });
  });
});
