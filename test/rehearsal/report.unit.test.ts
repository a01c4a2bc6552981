import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { parseLocalDate } from '#domain/local-date';
import { renderReport, SCENARIOS, type Rehearsal, type TimelineEvent } from '#rehearsal';
import { rehearsalOf } from '../fixtures/rehearsal-of-order.js';
import { event, item, mail, mailsInMonth, rehearsal, SOKOLOVA } from './small-rehearsal.js';

const KILOBYTE = 1024;

interface Cell {
  readonly text: string;
  readonly class: string;
}

interface Page {
  readonly text: string;
  readonly tags: readonly string[];
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  /** Cells of each row of the month tables, the heading first. */
  readonly months: readonly (readonly Cell[])[];
}

/** Reads the page as strictly as XML: a tag left open or a bare «<» throws. */
function read(markup: string): Page {
  const parser = new SaxesParser();
  const tags: string[] = [];
  const attributes: { name: string; value: string }[] = [];
  const months: Cell[][] = [];
  let text = '';
  let inYear = false;
  let cell: { text: string; class: string } | null = null;
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('opentag', ({ name, attributes: given }) => {
    const named = given as Record<string, string>;
    tags.push(name);
    attributes.push(...Object.entries(named).map(([key, value]) => ({ name: key, value })));
    if (name === 'table') inYear = named['class'] === 'year';
    if (inYear && name === 'tr') months.push([]);
    if (inYear && (name === 'td' || name === 'th')) cell = { text: '', class: named['class'] ?? '' };
  });
  parser.on('text', (piece) => {
    text += piece;
    if (cell !== null) cell.text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (cell === null || (name !== 'td' && name !== 'th')) return;
    months.at(-1)?.push({ text: plain(cell.text), class: cell.class });
    cell = null;
  });
  parser.write(markup).close();
  return { text: plain(text), tags, attributes, months };
}

function plain(text: string): string {
  return text.replaceAll(/[\s\u00A0]+/gu, ' ').trim();
}

function monthRow(page: Page, name: string): readonly string[] {
  const row = page.months.find(([first]) => first?.text === name) ?? [];
  return row.slice(1).map(({ text }) => text);
}

describe('the report of order 3509-р', () => {
  it.each(SCENARIOS)('is one well-formed page that fetches nothing: %s', async (scenario) => {
    const markup = renderReport(await rehearsalOf(scenario));
    const page = read(markup);
    expect(markup.startsWith('<!DOCTYPE html>')).toBe(true);
    expect(markup).not.toMatch(/http|src=|href=|<script|<link|<img|@import|url\(|style=|\son\w+=/u);
    expect(page.tags.filter((tag) => tag === 'h1')).toHaveLength(1);
    expect(Buffer.byteLength(markup)).toBeLessThan(400 * KILOBYTE);
  });

  it.each([
    ['on-time', 'Сценарий «Все всё делают в срок»'],
    ['silent', 'Сценарий «Никто не отвечает»'],
    ['mixed', 'Сценарий «Одни в срок, другие опаздывают»'],
  ] as const)('names its scenario, the act and that nothing was sent: %s', async (scenario, words) => {
    const { text } = read(renderReport(await rehearsalOf(scenario)));
    expect(text).toContain('Репетиция: ЦОС-2024');
    expect(text).toContain(words);
    expect(text).toContain('Распоряжение от 26.12.2023 № 3509-р.');
    expect(text).toContain('ни одно письмо не отправлено');
  });

  it('prints every event of the timeline as one line', async () => {
    const value = await rehearsalOf('silent');
    const { tags, text } = read(renderReport(value));
    const times = tags.filter((tag) => tag === 'li').length;
    expect(times).toBeGreaterThan(value.timeline.length);
    expect(text).toContain(`${value.timeline.length} событи`);
    expect(text).toContain('09:00 письмо Глевицкой Е.И.: «ЦОС-2024, пункты 1, 2, 3, 4, 5, 6, 7: assignment»');
    expect(text).toContain('п. 1 просрочка: 5 рабочих дней после срока');
  });

  it('shows each item with its working date, the words of the order and its outcome', async () => {
    const { text } = read(renderReport(await rehearsalOf('mixed')));
    expect(text).toContain('23.08.2024, пт');
    expect(text).toContain('в распоряжении: «25 августа 2024 года»');
    expect(text).toContain('25.08.2024 – воскресенье; срок переносится');
    expect(text).toContain('Снято с контроля 16.01.2024, с опозданием на 6 рабочих дней');
    expect(text).toContain('в срок с учётом переноса');
    expect(text).toContain('перенесён на 01.03.2024 (15.02.2024, Голубев И.А.)');
    expect(text).toContain('названа дата 13.03.2024 (15.01.2024, Яшина В.Н.)');
  });
});

describe('words of an order, of people and of mails', () => {
  const hostile = `<script>alert('1')</script> & "«x»" </td><b>`;
  const nasty: Rehearsal = {
    ...rehearsal(
      [item('1', '14.02.2024', { title: hostile, deadlineText: hostile, responsible: { ...SOKOLOVA, name: hostile } })],
      [
        mail('2024-02-01T09:00', hostile, '1'),
        event('2024-02-01T10:00', hostile, { item: hostile, who: hostile, facts: { subject: hostile } }),
        event('2024-02-02T10:00', 'mail', { who: 'A', facts: { subject: `\u0000\u0008\uD800${hostile}\uFFFF` } }),
      ],
    ),
    code: hostile,
  };

  it('never become markup', () => {
    const markup = renderReport(nasty);
    const { text, tags } = read(markup);
    expect(markup).not.toContain('<script');
    expect(tags).not.toContain('script');
    expect(text).toContain(`Репетиция: ${hostile}`);
    expect(text).toContain(`«${hostile}»`);
  });

  it('stand in attributes as text too', () => {
    const { attributes } = read(renderReport(nasty));
    expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([]);
  });
});

describe('the table of months', () => {
  const closed = item('1', '14.02.2024', { status: 'offControl' });
  const value = rehearsal(
    [closed, item('2', '15.03.2024'), item('3', '20.05.2024')],
    [
      event('2024-01-31T10:00', 'draft', {
        item: '1',
        document: 'ПЛАН-2024/1/order-appointment',
        facts: { version: 1 },
      }),
      event('2024-02-01T10:00', 'draft', {
        item: '1',
        document: 'ПЛАН-2024/1/order-appointment',
        facts: { version: 2 },
      }),
      event('2024-02-29T16:00', 'report', { item: '1' }),
      event('2024-03-01T17:00', 'offControl', { item: '1' }),
      ...mailsInMonth('2024-02', 13, 'Соколова М.А.', '1'),
      ...mailsInMonth('2024-03', 10, 'Соколова М.А.', '1'),
      ...mailsInMonth('2024-03', 9, 'Тихонов П.С.', '1'),
    ],
  );
  const page = read(renderReport(value));

  it.each([
    ['Показатель', ['янв 2024', 'фев', 'мар', 'апр', 'май']],
    ['Сроки пунктов', ['–', '1', '2', '–', '3']],
    ['Проекты документов', ['1', '0', '0', '0', '0']],
    ['Писем всего', ['0', '13', '19', '0', '0']],
    ['Соколова М.А.', ['0', '13 – перегрузка', '10 – много', '0', '0']],
    ['Тихонов П.С.', ['0', '0', '9', '0', '0']],
    ['Просрочено к концу месяца', ['0', '1', '1', '1', '2']],
    ['Снято с контроля', ['–', '–', '1', '–', '–']],
  ])('counts «%s» month by month', (name, expected) => {
    expect(monthRow(page, name)).toEqual(expected);
  });

  it('shows a moved date in both months and says that it was moved', () => {
    const move = event('2024-02-14T14:00', 'moveDeadline', {
      item: '1',
      facts: { from: '2024-02-14', to: '2024-04-01' },
    });
    const moved = rehearsal([item('1', '01.04.2024', { deadlineText: '14 февраля 2024 года' })], [move]);
    expect(monthRow(read(renderReport(moved)), 'Сроки пунктов')).toEqual(['–', '1', '–', '1 перенос', '–']);
  });

  it('counts what does not fit a cell', () => {
    const many = Array.from({ length: 9 }, (_, i) => item(String(i + 1), '14.02.2024'));
    expect(monthRow(read(renderReport(rehearsal(many))), 'Сроки пунктов')[1]).toBe('1, 2, 3, 4 и ещё 5 пунктов');
  });

  it('is cut by years when the plan is longer than a sheet is wide', () => {
    const long = { ...rehearsal([item('1', '14.02.2025')]), to: parseLocalDate('2025-06-30') };
    const heads = read(renderReport(long)).months.filter(([first]) => first?.text === 'Показатель');
    expect(heads.map((row) => row.length - 1)).toEqual([12, 6]);
    expect(heads.map((row) => row[1]?.text)).toEqual(['янв 2024', 'янв 2025']);
  });
});

describe('an event', () => {
  const document = 'ПЛАН-2024/1/order-appointment';
  const lines: readonly [TimelineEvent, string][] = [
    [
      event('2024-02-01T10:00', 'import', { facts: { items: 7, problems: 1 } }),
      'распоряжение прочитано, 7 пунктов, 1 замечание',
    ],
    [event('2024-02-01T10:00', 'officials'), 'справочник должностных лиц загружен'],
    [event('2024-02-01T10:00', 'launch', { facts: { items: 1 } }), 'дорожная карта запущена, 1 пункт'],
    [event('2024-02-01T10:00', 'reminder', { facts: { offset: -3 } }), 'напоминание за 3 рабочих дня до срока'],
    [event('2024-02-01T10:00', 'dueToday', { facts: { offset: 0 } }), 'сегодня срок исполнения'],
    [event('2024-02-01T10:00', 'overdue', { facts: { offset: 21 } }), 'просрочка: 21 рабочий день после срока'],
    [event('2024-02-01T10:00', 'dateRequest', { facts: { offset: 2 } }), 'запрос даты исполнения № 2'],
    [event('2024-02-01T10:00', 'planMore'), 'план напоминаний продолжен'],
    [
      event('2024-02-01T10:00', 'draft', { facts: { title: 'Подготовка проекта: реестр' } }),
      'подготовка проекта: реестр',
    ],
    [
      event('2024-02-01T10:00', 'draft', { document, facts: { version: 1, gaps: 2 } }),
      'подготовлен проект: распоряжение, 2 поля не заполнены',
    ],
    [
      event('2024-02-01T10:00', 'draft', { document, who: 'Соколова М.А.', facts: { version: 2, gaps: 0 } }),
      'новая версия проекта: распоряжение, версия 2 (Соколова М.А.)',
    ],
    [event('2024-02-01T10:00', 'issue', { facts: { noun: 'уведомление' } }), 'выдано поручение: уведомление'],
    [event('2024-02-01T10:00', 'approve', { document, facts: { version: 2 } }), 'согласовано: распоряжение, версия 2'],
    [
      event('2024-02-01T10:00', 'return', { document, facts: { version: 2 } }),
      'возвращено с замечаниями: распоряжение, версия 2',
    ],
    [
      event('2024-02-01T10:00', 'register', { document, facts: { number: '5-р', date: '2024-02-01' } }),
      'зарегистрировано: распоряжение 01.02.2024 № 5-р',
    ],
    [event('2024-02-01T10:00', 'cancel', { document }), 'отменено: распоряжение'],
    [event('2024-02-01T10:00', 'report', { who: 'Соколова М.А.' }), 'отчёт сдан (Соколова М.А.)'],
    [event('2024-02-01T10:00', 'interimReport'), 'сдан промежуточный отчёт'],
    [event('2024-02-01T10:00', 'returnReport'), 'отчёт возвращён'],
    [event('2024-02-01T10:00', 'offControl'), 'снято с контроля'],
    [event('2024-02-01T10:00', 'nameDeadline', { facts: { to: '2024-03-15' } }), 'названа дата: 15.03.2024'],
    [
      event('2024-02-01T10:00', 'moveDeadline', { facts: { from: '2024-03-15', to: '2024-03-20' } }),
      'срок перенесён с 15.03.2024 на 20.03.2024',
    ],
    [event('2024-02-01T10:00', 'reassign'), 'сменён ответственный исполнитель'],
    [event('2024-02-01T10:00', 'done'), 'дорожная карта исполнена'],
    [event('2024-02-01T10:00', 'mailRepeat', { item: '1' }), 'письмо могло уйти дважды (повтор после сбоя)'],
    [mail('2024-02-01T10:00', 'Соколова М.А.', '1'), 'письмо Соколовой М.А.: «О пунктах 1»'],
    [event('2024-02-01T10:00', 'teleport'), 'teleport'],
    [event('2024-02-01T10:00', 'constructor'), 'constructor'],
  ];
  it.each(lines.map(([given, words]) => [given.what, words, given] as const))('«%s» reads «%s»', (_, words, given) => {
    const page = read(renderReport(rehearsal([], [given])));
    expect(page.text.endsWith(`10:00 ${given.item === null ? '' : `п. ${given.item} `}${words}`)).toBe(true);
  });
});

describe('a roadmap without items or events', () => {
  it('is a page all the same', () => {
    expect(read(renderReport(rehearsal([]))).text).toContain('Поправлять нечего');
  });
});
