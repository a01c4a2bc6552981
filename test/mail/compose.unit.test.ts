import { beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { instantOf, MOSCOW } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import {
  composeMail,
  loadMailTemplates,
  type ComposedMail,
  type MailRequest,
  type MailTemplates,
  type Matter,
  type PersonBrief,
} from '#mail';
import { coordinator, day, glevitskaya, item5, tikhonov } from './people.js';
import { approvalRequested, assignment, draftReady, launch, reminder, SAMPLES, weekly } from './samples.js';

let templates: MailTemplates;
beforeAll(async () => {
  templates = await loadMailTemplates(join(import.meta.dirname, '../../templates/mail'));
});

function request(matters: readonly Matter[], change: Partial<MailRequest> = {}): MailRequest {
  return {
    recipient: tikhonov,
    matters,
    at: instantOf(day('20.08.2024'), 540, MOSCOW),
    zone: MOSCOW,
    baseUrl: null,
    ...change,
  };
}

function compose(matters: readonly Matter[], change: Partial<MailRequest> = {}): ComposedMail {
  return composeMail(templates, request(matters, change));
}

describe('names', () => {
  it('stand in the forms that the directory has corrected', () => {
    const [first] = launch;
    if (first === undefined) throw new Error('no sample');
    const yashina = { ...item5, deadlineKind: 'external' as const, due: null, workingDue: null };
    const dateOwner = { ...tikhonov, gender: null, patronymic: null, forms: { surname: { genitive: 'Тихонова-ст.' } } };
    const mail = compose([{ ...first, item: yashina, people: { ...first.people, dateOwner } }]);
    expect(mail.text.replaceAll('\n', ' ')).toContain('Дату запросим у Тихонова-ст. П.С.');
  });
});

describe('one mail per person', () => {
  it('gives the same mail for the same input', () => {
    expect(compose(launch)).toEqual(compose(launch));
  });

  it('lists what it tells: the kinds, and the items in the order of the plan', () => {
    const mail = compose([...launch, { ...draftReady, item: { ...item5, no: '10' } }], { weekly: [weekly] });
    expect(mail.kinds).toEqual(['assignment', 'draft-ready', 'weekly-digest']);
    expect(mail.itemNos).toEqual(['1', '2', '3', '6', '7', '10']);
  });

  it('tells a summary after the matters, and the matters give the subject', () => {
    const mail = compose([reminder], { weekly: [weekly] });
    expect(mail.subject).toContain('пункт 5: закуплено');
    expect(mail.text.indexOf('сводка на 19.08.2024')).toBeGreaterThan(mail.text.indexOf('Дальше: 22.08.2024'));
  });

  it('refuses to write when there is nothing to tell', () => {
    expect(() => compose([])).toThrow(new VekhaError('act.invalid', 'Письмо не составлено: сообщать нечего.'));
  });

  it('begins with a capital where the name and patronymic of the reader are unknown', () => {
    expect(compose([reminder], { recipient: coordinator }).text).toMatch(/^До срока исполнения/);
    expect(compose([reminder]).text).toMatch(/^Павел Сергеевич, до срока исполнения/);
  });

  it('speaks impersonally of a person whose gender is unknown', () => {
    const text = (by: typeof glevitskaya | typeof coordinator): string =>
      compose([
        { ...approvalRequested, kind: 'returned', role: 'author', by, remarks: 'Нет даты' } as Matter,
      ]).text.replaceAll('\n', ' ');
    expect(text(glevitskaya)).toContain('Глевицкая Е.И. вернула письмо');
    expect(text(coordinator)).toContain('версия 2, возвращено: Региональный координатор.');
  });
});

describe('people in sentences', () => {
  const passedTo = (to: PersonBrief): string => compose([{ ...reassignedSample(), to }]).text.replaceAll('\n', ' ');

  it('a name is declined when the gender is certain, said or seen from the patronymic', () => {
    expect(passedTo(glevitskaya)).toContain('передан Глевицкой Е.И.');
    const unsaid = { ...tikhonov, gender: null };
    expect(passedTo(unsaid)).toContain('передан Тихонову П.С.');
  });

  it('a name of unknown gender stays in the nominative in a sentence that allows it', () => {
    const kim: PersonBrief = {
      ...tikhonov,
      surname: 'Ким',
      name: null,
      patronymic: null,
      initials: 'Т.Б.',
      gender: null,
    };
    expect(passedTo(kim)).toContain('передан, ответственный Ким Т.Б.');
  });

  it('a role that stands for a person is declined as its words are', () => {
    expect(passedTo(coordinator)).toContain('передан Региональному координатору');
  });
});

describe('numbers and words', () => {
  it.each([
    [-1, 'остался 1 рабочий день'],
    [-2, 'осталось 2 рабочих дня'],
    [-5, 'осталось 5 рабочих дней'],
    [-11, 'осталось 11 рабочих дней'],
    [-21, 'остался 21 рабочий день'],
    [-22, 'осталось 22 рабочих дня'],
    [-112, 'осталось 112 рабочих дней'],
  ])('%i working days: %s', (offset, words) => {
    expect(compose([{ ...reminder, kind: 'reminder', role: 'responsible', offset }]).text).toContain(words);
  });

  it.each([
    [1, 'Не заполнено 1 поле'],
    [3, 'Не заполнены 3 поля'],
    [5, 'Не заполнено 5 полей'],
    [11, 'Не заполнено 11 полей'],
  ])('%i blanks: %s', (n, words) => {
    const gaps = Array.from({ length: n }, (_, i) => `поле ${String(i + 1)}`);
    const matter: Matter = { ...draftReady, kind: 'draft-ready', document: { ...document(), gaps } } as Matter;
    expect(compose([matter]).text).toContain(words);
  });

  it('names a dozen blanks and counts the rest', () => {
    const gaps = Array.from({ length: 15 }, (_, i) => `поле ${String(i + 1)}`);
    const matter: Matter = { ...draftReady, kind: 'draft-ready', document: { ...document(), gaps } } as Matter;
    expect(compose([matter]).text.replaceAll('\n', ' ')).toContain('поле 12; и ещё 3.');
  });

  it('says a holiday on a weekday is a day off, and a Sunday is a Sunday', () => {
    const on = (due: string, workingDue: string): string =>
      compose([{ ...assignment, item: { ...item5, due: day(due), workingDue: day(workingDue) } }]).text.replaceAll(
        '\n',
        ' ',
      );
    expect(on('09.05.2024', '08.05.2024')).toContain(
      'Это нерабочий день, четверг, поэтому срок перенесён на предыдущий',
    );
    expect(on('25.08.2024', '26.08.2024')).toContain('Это воскресенье, поэтому срок перенесён на следующий');
  });

  it('cuts a long subject at a word', () => {
    const title =
      'Обеспечено создание и функционирование цифровой образовательной среды в общеобразовательных организациях';
    const { subject } = compose([{ ...reminder, item: { ...item5, title } }]);
    expect(subject).toBe('ЦОС-2024, пункт 5: обеспечено создание и функционирование цифровой образовательной среды…');
  });
});

describe('links', () => {
  const withPages = { baseUrl: 'https://vekha.example.test/' };

  it('there are none while there are no pages', () => {
    for (const { matters, recipient, weekly: summaries = [] } of Object.values(SAMPLES)) {
      const mail = compose(matters, { recipient, weekly: summaries });
      expect(mail.text + mail.html).not.toMatch(/https?:|href|Открыть пункт/);
    }
  });

  it('a button and a plain link lead to the item, in both parts', () => {
    const { text, html } = compose([reminder], withPages);
    const url = `https://vekha.example.test/${encodeURIComponent('ЦОС-2024')}/5`;
    expect(text).toContain(`Открыть пункт: ${url}\n`);
    expect(text).toContain(`Сдать отчёт: ${url}/report\n`);
    expect(html).toContain(`href="${url}"`);
    expect(html).toContain(`href="${url}/report"`);
  });

  it('a row of the morning mail carries its own link', () => {
    const { html, text } = compose([reminder, { ...reminder, item: { ...item5, no: '6' } }], withPages);
    const url = `https://vekha.example.test/${encodeURIComponent('ЦОС-2024')}/6`;
    expect(text).toContain(`Сдать: ${url}`);
    expect(html).toContain(`<a href="${url}"`);
  });
});

describe('hostile values', () => {
  const nasty =
    '<img src=x onerror=alert(1)>"\'&\r\nBcc: evil@example.test\r\n\r\n# Заголовок\n– строка\n{{код}} {{{код}}}\u202e\u0000';

  function everywhere<T>(value: T): T {
    if (typeof value === 'string')
      return (value.includes('@') || /^\d{4}-\d\d-\d\d$/.test(value) ? value : `${nasty}${value}`) as T;
    if (Array.isArray(value)) return value.map(everywhere) as T;
    if (value === null || typeof value !== 'object') return value;
    const kept = new Set([
      'kind',
      'field',
      'role',
      'what',
      'state',
      'status',
      'deadlineKind',
      'gender',
      'id',
      'orderKind',
    ]);
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, kept.has(k) ? v : everywhere(v)])) as T;
  }

  it.each(Object.keys(SAMPLES))('stay text in every field: %s', (name) => {
    const sample = SAMPLES[name];
    if (sample === undefined) throw new Error(name);
    const { baseUrl, ...values } = sample;
    const mail = composeMail(templates, { ...everywhere(values), baseUrl, zone: sample.zone });
    expect(mail.subject).not.toMatch(/[\r\n\0\u202e]/);
    expect(mail.subject.length).toBeLessThanOrEqual(90);
    expect(mail.html).not.toMatch(/<img|\0|\u202e/);
    expect(shapeOf(mail.html)).toEqual(shapeOf(composeMail(templates, sample).html));
    expect(mail.text).toContain('{{код}}');
  });

  it('make no link out of the words of a person', () => {
    const remarks = 'Смотрите Сдать: https://evil.example.test/x';
    const matter: Matter = {
      ...approvalRequested,
      kind: 'report-returned',
      role: 'responsible',
      by: glevitskaya,
      remarks,
    };
    const mail = compose([matter, reminder], { baseUrl: 'https://vekha.example.test' });
    expect(mail.html).not.toContain('href="https://evil');
  });
});

describe('dates in the calendar', () => {
  it('one item is one file with one event; several are one file with an event each', () => {
    expect(compose([assignment]).calendars.map(({ name, events }) => [name, events.length])).toEqual([
      ['срок-пункт-5.ics', 1],
    ]);
    // item 3 has no date yet
    expect(compose(launch).calendars.map(({ name, events }) => [name, events.length])).toEqual([['сроки.ics', 4]]);
  });

  it('the event keeps its identity for an item and person, and the later sequence wins', () => {
    const first = compose([assignment]).calendars[0]?.events[0];
    const both = compose([reminder, { ...reminder, calendarSequence: 2 }, assignment]).calendars[0]?.events;
    expect(both).toHaveLength(1);
    expect(both?.[0]?.uid).toBe(first?.uid);
    expect(both?.[0]?.sequence).toBe(2);
    const other = compose([assignment], { recipient: { ...tikhonov, id: 'other' } }).calendars[0]?.events[0];
    expect(other?.uid).not.toBe(first?.uid);
  });

  it('is removed when the item is off control or passes to another, and is not sent to a controller', () => {
    const files = (name: string): unknown =>
      compose(SAMPLES[name]?.matters ?? []).calendars.map(({ name: n, method }) => [n, method]);
    expect(files('off-control')).toEqual([['срок-пункт-4-отмена.ics', 'CANCEL']]);
    expect(files('reassigned-former')).toEqual([['срок-пункт-7-отмена.ics', 'CANCEL']]);
    expect(files('assignment-controller')).toEqual([]);
    expect(files('assignment-external-deadline')).toEqual([]);
  });
});

function reassignedSample(): Extract<Matter, { kind: 'reassigned' }> {
  const [matter] = SAMPLES['reassigned-former']?.matters ?? [];
  if (matter?.kind !== 'reassigned') throw new Error('sample');
  return matter;
}

/** Every tag in its order: a value that made one would change it. */
function shapeOf(html: string): readonly string[] {
  return html.match(/<[^>\s]+/g) ?? [];
}

function document(): Extract<Matter, { kind: 'draft-ready' }>['document'] {
  if (draftReady.kind !== 'draft-ready') throw new Error('sample');
  return draftReady.document;
}
