import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { VekhaClient } from '#client';
import { VekhaError } from '#domain/errors';
import { CODE, DOCUMENT, ITEM, SHA, WAITING_ITEM } from '../fixtures/client-in-memory.js';
import { jsonOf, ORDER_FILE, run } from './world.js';

describe('import of a bare table', () => {
  const TABLE =
    '№;Мероприятие;Ответственный;Срок\n1;Утверждён перечень;Комитет;до 1 марта 2024 года\n2;Закуплено;Комитет;25 августа 2024 года\n';
  const files = { 'таблица.csv': TABLE };
  const act = ['--act', 'распоряжение от 26.12.2023 № 15-р'];
  const people = ['--signatory', 'Голубев И. А., директор', '--controller', 'Ким А.Б.'];

  it('takes its act and its people from keys, and shows that they were told', async () => {
    const heard = await run(['import', 'таблица.csv', '--check', '--explain', ...act, ...people], { files });
    expect(heard.code).toBe(0);
    expect(heard.out).toContain('15-р');
    expect(heard.out).toMatch(/Номер +15-р +указано при загрузке/u);
    expect(heard.said).toContain('import таблица.csv с теми же ключами');
  });

  it.each([
    ['an act without a day', ['--act', 'распоряжение № 15-р']],
    ['an act of a day that is none', ['--act', 'приказ от 31.02.2023 № 1']],
    ['two acts', ['--act', 'приказ от 01.02.2024 № 1 и приказ от 02.02.2024 № 2']],
    ['a signatory without initials', [...act, '--signatory', 'председатель']],
  ])('refuses as wrong use: %s', async (_what, keys) => {
    const heard = await run(['import', 'таблица.csv', '--check', ...keys], { files });
    expect(heard).toMatchObject({ code: 2, acts: [] });
    expect(heard.said).toMatch(/не понято, пишите|такого дня нет/u);
  });
});

describe('import', () => {
  it('shows an order without an installation and keeps nothing with --check', async () => {
    const heard = await run(['import', ORDER_FILE, '--check']);
    expect(heard).toMatchObject({ code: 0, open: 0, acts: [] });
    expect(heard.out).toContain('Распоряжение от 26.12.2023 № 3509-р');
    expect(heard.out).toContain('29.12.2023, пт');
    expect(heard.out).toContain('[к сведению]');
    expect(heard.said).toContain('Дальше: import');
  });

  it('prints order, items and problems as JSON with the promised keys', async () => {
    const json = jsonOf(await run(['import', ORDER_FILE, '--check', '--json']));
    expect(Object.keys(json)).toEqual(['order', 'items', 'parties', 'problems']);
    expect(json['order']).toMatchObject({
      kind: 'распоряжение',
      date: '2023-12-26',
      number: '3509-р',
      controller: { name: 'Глевицкая Е.И.' },
      signatory: { name: 'Голубев И.А.' },
    });
    const items = json['items'] as readonly Record<string, unknown>[];
    expect(items).toHaveLength(7);
    expect(Object.keys(items[4] ?? {})).toEqual(['no', 'title', 'responsible', 'results', 'deadline', 'source']);
    expect(items[4]?.['deadline']).toMatchObject({ kind: 'date', due: '2024-08-25', workingDue: '2024-08-23' });
  });

  it('keeps the order under the code that was asked for and says to launch it', async () => {
    const heard = await run(['import', ORDER_FILE, '--code', 'МОЯ-1']);
    expect(heard).toMatchObject({ code: 0, open: 0, acts: [{ act: 'import', given: { code: 'МОЯ-1' } }] });
    expect(heard.out).toContain('Дорожная карта МОЯ-1 сохранена');
    expect(heard.said).toBe('Дальше: launch МОЯ-1');
  });

  it('shows each field beside the words of the file, and the page of it is written where it is asked', async () => {
    const heard = await run(['import', ORDER_FILE, '--check', '--explain', '--html', 'понято.html']);
    expect(heard.code).toBe(0);
    expect(heard.out).toMatch(/Пункт 5[\s\S]*25 августа 2024 года[\s\S]*рабочий день/u);
    expect(heard.out).toContain('Страница записана: понято.html');
    expect(new TextDecoder().decode(heard.files.get('понято.html'))).toContain('<mark>25 августа 2024 года</mark>');
    const json = jsonOf(await run(['import', ORDER_FILE, '--check', '--explain', '--json']));
    expect(json['parts']).toHaveLength(8);
    expect(jsonOf(await run(['import', ORDER_FILE, '--check', '--json']))).not.toHaveProperty('parts');
  });

  it.each([['--explain'], ['--html=понято.html']])('refuses %s where nothing is only shown', async (key) => {
    const heard = await run(['import', ORDER_FILE, key]);
    expect(heard).toMatchObject({ code: 2, acts: [] });
    expect(heard.said).toContain('добавьте --check');
  });

  it('ends with 3 when a problem stops the launch, and still prints everything', async () => {
    const checkOrder = () =>
      Promise.resolve({
        order: {
          kind: 'приказ' as const,
          date: '2024-01-10' as never,
          number: '1',
          title: 'О плане',
          issuer: 'Управа',
          controller: null,
          signatory: { name: null, position: 'глава' },
        },
        items: [],
        parties: [],
        problems: [
          { severity: 'note' as const, where: 'строка 2', message: 'мелочь.' },
          { severity: 'blocking' as const, where: 'строка 1', message: 'срок не понятен.' },
        ],
        parts: [],
      });
    const heard = await run(['import', ORDER_FILE, '--check'], { doors: { checkOrder } });
    expect(heard.code).toBe(3);
    expect(heard.out).toMatch(/\[остановит запуск\] строка 1[\s\S]*\[к сведению\] строка 2/u);
    const json = await run(['import', ORDER_FILE, '--check', '--json'], { doors: { checkOrder } });
    expect(json.code).toBe(3);
    expect(jsonOf(json)['problems']).toHaveLength(2);
  });

  it('reads the plan that --plan names of an act with several, and without it says to choose', async () => {
    const act = new URL('../fixtures/orders/order-131-rp.txt', import.meta.url);
    const files = { 'акт.txt': readFileSync(act, 'utf8') };
    const all = await run(['import', 'акт.txt', '--check'], { files });
    expect(all.code).toBe(3);
    expect(all.out).toContain('--plan');
    const second = await run(['import', 'акт.txt', '--check', '--plan', '2', '--json'], { files });
    expect(jsonOf(second)).toMatchObject({ items: { length: 5, 0: { no: '1' } } });
    const third = await run(['import', 'акт.txt', '--check', '--plan', '3'], { files });
    expect(third.said).toContain('карты № 3 в нём нет');
  });

  it('refuses a file that is not an order with 3 and a path that cannot be read with 2', async () => {
    const notAnOrder = await run(['import', 'a.txt', '--check'], { files: { 'a.txt': 'Купить молока\n' } });
    expect(notAnOrder).toMatchObject({ code: 3, out: '' });
    expect(notAnOrder.said).toMatch(/^[^\n]+\.$/u);
    const absent = await run(['import', 'нет.docx', '--json']);
    expect(absent.code).toBe(2);
    expect(jsonOf(absent)).toEqual({
      error: { code: 'usage.invalid', message: 'Файл нет.docx не прочитан: такого файла нет.' },
    });
  });
});

describe('status', () => {
  it('lists the roadmaps and counts what is off control', async () => {
    const heard = await run(['status']);
    expect(heard.code).toBe(0);
    expect(heard.out).toMatch(/ЦОС-2024 +Комплекс мер.*Исполняется +0 из 2/u);
  });

  it('prints the one roadmap inside `roadmaps` too, with items, waits and documents', async () => {
    const json = jsonOf(await run(['status', CODE, '--json']));
    expect(json).toMatchObject({
      roadmaps: [
        {
          code: CODE,
          items: [
            {
              status: 'active',
              waitsFor: [{ name: 'Голубев И.А.' }],
              nextMailAt: '2023-12-28T06:00:00.000Z',
              documents: [{ state: 'onApproval', sha256: SHA, version: 2 }],
            },
            { status: 'waitingDate', nextMailAt: null },
          ],
        },
      ],
    });
  });

  it('shows days with their weekday and instants in the zone of the body', async () => {
    const { out } = await run(['status', CODE], { columns: 120 });
    expect(out).toContain('23.08.2024, пт');
    expect(out).toContain('письмо 28.12.2023, чт, 09:00');
    expect(out).toContain('внешний срок');
  });

  it('says that there is no such roadmap with 3', async () => {
    const heard = await run(['status', 'НЕТ', '--json']);
    expect(heard.code).toBe(3);
    expect(jsonOf(heard)).toMatchObject({ error: { code: 'roadmap.unknown' } });
  });
});

describe('decline', () => {
  it('prints six cases of a name for people and for programs', async () => {
    const { code, out } = await run(['decline', 'Глевицкая Е.И.', '--as', 'name']);
    expect(code).toBe(0);
    expect(out).toMatch(/Кем:\s+Глевицкой Е\.И\./u);
    expect(jsonOf(await run(['decline', 'начальник отдела', '--as', 'post', '--json']))).toEqual({
      text: 'начальник отдела',
      gender: 'm',
      nominative: 'начальник отдела',
      genitive: 'начальника отдела',
      dative: 'начальнику отдела',
      accusative: 'начальника отдела',
      instrumental: 'начальником отдела',
      prepositional: 'начальнике отдела',
    });
  });

  it('answers each line of the input with one object, with the gender that stands behind the tab', async () => {
    const { code, out } = await run(['decline', '--as', 'name', '--json', '-'], {
      input: ['Кравец О.С.\tm', 'Кравец О.С.\tf\r', 'Кравец О.С.\t-', ''],
    });
    expect(code).toBe(0);
    const lines = out.split('\n').map((line) => JSON.parse(line) as { gender: string | null; dative: string });
    expect(lines.map(({ gender, dative }) => [gender, dative])).toEqual([
      ['m', 'Кравцу О.С.'],
      ['f', 'Кравец О.С.'],
      [null, 'Кравец О.С.'],
      [null, ''],
    ]);
  });

  it('answers good lines beside bad ones, names each bad line in one sentence and ends with 3', async () => {
    const input = [
      '\uFEFFКравец О.С.\tm',
      'Кравец О.С.\tх',
      'Кpавец О.С.\tm',
      'Кравец\u0000\tm',
      'Кравец\ud800\tm',
      `${'Я'.repeat(10_000)}\tm`,
      'Кравец\tО.С.\tm',
      '',
      'Кравец О.С.\tf\r',
    ];
    const { code, out, said } = await run(['decline', '-', '--as', 'name', '--json'], { input });
    expect(code).toBe(3);
    const lines = out.split('\n').map((line) => JSON.parse(line) as { dative?: string; error?: string });
    expect(lines.map(({ dative, error }) => dative ?? error)).toEqual([
      'Кравцу О.С.',
      'Строка 2: род «х» не подходит, нужно m, f или -.',
      'Строка 3: в слове «Кpавец» среди русских букв латинская «p».',
      'Строка 4: в тексте управляющий знак.',
      'Строка 5: часть знаков не читается, нужен текст в UTF-8.',
      'Строка 6: 10000 знаков – это не имя и не должность, можно до 1000.',
      'Строка 7: больше одной табуляции, нужно: текст, табуляция, m, f или -.',
      '',
      'Кравец О.С.',
    ]);
    expect(said.split('\n')).toHaveLength(6);
  });

  it('ends with 3 when the gender of a name is not clear, with 2 for what cannot be declined', async () => {
    expect(await run(['decline', 'Кравец О.С.', '--as', 'name'])).toMatchObject({ code: 3 });
    const odd = await run(['decline', 'Кpавец', '--as', 'name']);
    expect(odd).toMatchObject({ code: 2, said: 'Склонять нечего: в слове «Кpавец» среди русских букв латинская «p».' });
    expect(await run(['decline', 'Кравец', '--as', 'кто'])).toMatchObject({ code: 2 });
  });
});

describe('compare', () => {
  it('marks the words that went and came, and what is in one version alone', async () => {
    const { code, out } = await run(['compare', DOCUMENT, '--from', '1', '--to', '2']);
    expect(code).toBe(0);
    expect(out).toMatch(/версии 1 и 2\. Изменилось: 2\sабзаца или строки таблиц\./u);
    expect(out).toContain('2: в течение [−трёх−][+пяти+] дней');
    expect(out).toContain('+ Сумма | 1,00');
  });

  it('prints the changes as JSON with their words', async () => {
    const json = jsonOf(await run(['compare', DOCUMENT, '--json']));
    expect(json).toMatchObject({ id: DOCUMENT, from: 1, to: 2, changes: [{ line: 2 }, { line: 3, was: null }] });
  });
});

describe('show', () => {
  it('shows an item whole: people, deadline, results, documents, moves and journal', async () => {
    const heard = await run(['show', ITEM]);
    expect(heard.code).toBe(0);
    for (const words of ['25.08.2024, воскресенье', 'Откуда дата', 'Распорядительный акт', DOCUMENT, 'Болезнь']) {
      expect(heard.out).toContain(words);
    }
    expect(heard.out).toContain('26.12.2023, вт, 10:00  дорожная карта запущена');
    expect(heard.said).toContain(`approve ${DOCUMENT} --by КТО --version 2`);
  });

  it('says in words that a mail may have gone twice', async () => {
    const card = jsonOf(await run(['show', ITEM, '--json']));
    const journal = [{ at: '2024-08-20T06:00:00.000Z', act: 'mailRepeat', by: null, words: null }];
    const items = { card: () => Promise.resolve({ ...card, journal }) };
    const connect = () =>
      Promise.resolve({ client: { items } as unknown as VekhaClient, close: () => Promise.resolve() });
    expect((await run(['show', ITEM], { doors: { connect } })).out).toContain(
      'письмо могло уйти дважды (повтор после сбоя)',
    );
  });

  it('prints an item as JSON as the engine gives it', async () => {
    expect(jsonOf(await run(['show', ITEM, '--json']))).toMatchObject({ id: ITEM, status: 'active', moves: [{}] });
  });

  it('suggests naming the date of an item that waits for one', async () => {
    expect((await run(['show', WAITING_ITEM])).said).toContain(`name-deadline ${WAITING_ITEM}`);
  });

  it('shows a document with its version, hash and gaps', async () => {
    const heard = await run(['show', DOCUMENT]);
    expect(heard.out).toContain(SHA);
    expect(heard.out).toContain('контактный телефон (исполнитель.телефон)');
    expect(jsonOf(await run(['show', DOCUMENT, '--json']))).toMatchObject({ id: DOCUMENT, version: 2 });
  });

  it('saves the version that was asked for, the latest by default', async () => {
    const latest = await run(['show', DOCUMENT, '--out', 'а.docx', '--json']);
    expect(new TextDecoder().decode(latest.files.get('а.docx'))).toBe('версия последняя');
    expect(jsonOf(latest)).toMatchObject({ saved: { path: 'а.docx', sha256: SHA } });
    const first = await run(['show', DOCUMENT, '--out', 'а.docx', '--version', '1']);
    expect(new TextDecoder().decode(first.files.get('а.docx'))).toBe('версия 1');
  });

  it('replaces a file, perhaps edited by now, only when asked to', async () => {
    const files = { 'а.docx': 'правка' };
    const refused = await run(['show', DOCUMENT, '--out', 'а.docx'], { files });
    expect(refused).toMatchObject({ code: 2, said: expect.stringContaining('уже есть') });
    expect(refused.files.size).toBe(0);
    expect(await run(['show', DOCUMENT, '--out', 'а.docx', '--force'], { files })).toMatchObject({ code: 0 });
  });

  it('takes --out for documents only and --version together with --out only', async () => {
    expect((await run(['show', ITEM, '--out', 'а.docx'])).code).toBe(2);
    expect((await run(['show', DOCUMENT, '--version', '1'])).code).toBe(2);
  });
});

describe('deadline', () => {
  const date = ['--order-date', '26.12.2023'];

  it('says which day is meant, which working day, and why', async () => {
    const heard = await run(['deadline', 'не позднее 25 августа 2024 года', ...date]);
    expect(heard.code).toBe(0);
    expect(heard.out).toContain('25.08.2024, воскресенье');
    expect(heard.out).toContain('23.08.2024, пятница');
  });

  it('prints the keys that programs are promised and no others', async () => {
    const term = jsonOf(await run(['deadline', 'в течение 10 рабочих дней', ...date, '--json']));
    expect(Object.keys(term)).toEqual(['phrase', 'kind', 'due', 'workingDue', 'term', 'explanation']);
    const plain = jsonOf(await run(['deadline', '15.02.2024', '--order-date', '2023-12-26', '--json']));
    expect(Object.keys(plain)).toEqual(['phrase', 'kind', 'due', 'workingDue', 'explanation']);
    expect(plain).toMatchObject({ phrase: '15.02.2024', kind: 'date', due: '2024-02-15', workingDue: '2024-02-15' });
  });

  it('ends with 3 when a person must decide what is meant', async () => {
    const heard = await run(['deadline', 'примерно весной', ...date, '--json']);
    expect(heard.code).toBe(3);
    expect(jsonOf(heard)).toMatchObject({ kind: 'unclear', due: null });
  });

  it('answers each line of the input with one line of JSON, empty ones too, and ends with 0', async () => {
    const heard = await run(['deadline', '-', ...date], { input: ['15.02.2024\r', '', 'когда-нибудь'] });
    expect(heard.code).toBe(0);
    const lines = heard.out.split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map(({ phrase, kind }) => [phrase, kind])).toEqual([
      ['15.02.2024', 'date'],
      ['', 'none'],
      ['когда-нибудь', 'unclear'],
    ]);
  });

  it('keeps repetitions within the horizon', async () => {
    const words = ['deadline', 'ежеквартально', ...date, '--horizon', '30.06.2024', '--json'];
    const { occurrences } = jsonOf(await run(words));
    expect((occurrences as string[]).every((day) => day <= '2024-06-30')).toBe(true);
    expect(occurrences).not.toHaveLength(0);
  });

  it('refuses an unreadable date of the order with 2 and names the option', async () => {
    const heard = await run(['deadline', '15.02.2024', '--order-date', '31.02.2024']);
    expect(heard.code).toBe(2);
    expect(heard.said).toContain('Ключ --order-date: «31.02.2024» – такого дня нет');
  });
});

describe('mail', () => {
  it('lists the letters of one person, found by name', async () => {
    const heard = await run(['mail', '--to', 'Глевицкая Е.И.', '--json']);
    expect(jsonOf(heard)).toMatchObject({ mails: [{ key: 'mail-1', to: 'Глевицкая Е.И.', stateLabel: 'Отправлено' }] });
    expect(jsonOf(heard)['mails']).toHaveLength(1);
  });

  it('shows subject, state and the key to save a letter by', async () => {
    const { out } = await run(['mail', '--item', ITEM, '--limit', '1']);
    expect(out).toContain('ЦОС-2024, п. 1: поручение');
    expect(out).toContain('mail-1');
    expect(out).not.toContain('mail-2');
  });

  it('saves one letter as it was sent', async () => {
    const heard = await run(['mail', '--save', 'mail-1', '--out', 'п.eml']);
    expect(heard.code).toBe(0);
    expect(new TextDecoder().decode(heard.files.get('п.eml'))).toBe('Subject: test');
    expect((await run(['mail', '--save', 'mail-9', '--out', 'п.eml'])).code).toBe(3);
    expect((await run(['mail', '--save', 'mail-1'])).code).toBe(2);
  });
});

describe('officials', () => {
  it('loads the directory and names its parties', async () => {
    const heard = await run(['officials', 'import', 'люди.csv'], { files: { 'люди.csv': 'x' } });
    expect(heard.code).toBe(0);
    expect(heard.out).toContain('Региональный координатор');
    expect((await run(['officials', 'import', 'люди.csv'], { files: { 'люди.csv': '' } })).code).toBe(3);
  });

  it('lists people with post, address and id', async () => {
    const heard = await run(['officials', 'list']);
    expect(heard.out).toMatch(/Глевицкая Е\.И\. +начальник отдела +glevitskaya@komitet\.example +o-1/u);
    expect(jsonOf(await run(['officials', 'list', '--json']))['officials']).toHaveLength(3);
  });

  it('shows the forms that the office has corrected', async () => {
    const forms = { surname: { genitive: 'Лева', dative: 'Леву' }, post: { instrumental: 'мэром' } };
    const lev = { id: 'o-9', surname: 'Лев', initials: 'Я.Л.', post: 'мэр', email: null, external: false, forms };
    const officials = { list: () => Promise.resolve([lev]) };
    const connect = () =>
      Promise.resolve({ client: { officials } as unknown as VekhaClient, close: () => Promise.resolve() });
    const heard = (await run(['officials', 'list'], { doors: { connect } })).out.replaceAll(/\s+/gu, ' ');
    expect(heard).toContain('род. «Лева»');
    expect(heard).toContain('твор. «мэром»');
  });
});

describe('reports', () => {
  it('shows discipline with its total and how it is counted, and writes it as a table', async () => {
    const { out, code } = await run(['reports', 'discipline', CODE, '--from', '26.12.2023']);
    expect(code).toBe(0);
    expect(out).toContain('с 26.12.2023 по 20.08.2024');
    expect(out.replaceAll(/\s+/gu, ' ')).toMatch(/Всего .*1 \/ 9 100,0 100,0 0,0/u);
    expect(out).toContain('Ко – доля сроков');
    const json = jsonOf(await run(['reports', 'discipline', '--by', 'карты', '--json']));
    expect(json).toMatchObject({ by: 'roadmap', total: { kept: 100, items: [ITEM] } });
    const heard = await run(['reports', 'discipline', '--out', 'дисциплина.csv']);
    expect(new TextDecoder().decode(heard.files.get('дисциплина.csv'))).toContain('Ким А.Б.');
  });

  it('says so when nothing is overdue and nothing lies ahead', async () => {
    expect((await run(['reports', 'overdue', CODE])).out).toBe('Просроченных нет.');
    expect((await run(['reports', 'load'])).out).toBe('Ничего не предстоит: ни сроков, ни документов.');
  });

  it('refuses another cut, another kind of file and an unknown roadmap', async () => {
    expect((await run(['reports', 'discipline', '--by', 'месяцы'])).code).toBe(2);
    expect(await run(['reports', 'overdue', '--out', 'просрочки.pdf'])).toMatchObject({ code: 2, open: 0 });
    expect((await run(['reports', 'load', 'НЕТ'])).code).toBe(3);
  });
});

describe('journal show', () => {
  it('shows the latest rows with names and words, of a roadmap, an item or everything', async () => {
    const { out, code } = await run(['journal', 'show', CODE]);
    expect(code).toBe(0);
    expect(out).toMatch(/7 +26\.12\.2023, вт, 10:00 +дорожная карта запущена +ЦОС-2024 +программа/u);
    expect(out).toMatch(/8 .*срок перенесён +ЦОС-2024\/1 +Голубев И\.А\. +=Торги/u);
    expect(jsonOf(await run(['journal', 'show', '--last', '1', '--json']))).toMatchObject({ rows: [{ id: 8 }] });
    expect((await run(['journal', 'show', 'НЕТ'])).code).toBe(3);
  });
});

describe('journal export', () => {
  it('writes every row with its print; words that look like a formula stay words', async () => {
    const heard = await run(['journal', 'export', CODE, '--out', 'журнал.csv']);
    expect(heard).toMatchObject({ code: 0, out: expect.stringMatching(/^Записано: журнал\.csv, 2\sзаписи\.$/u) });
    const csv = new TextDecoder().decode(heard.files.get('журнал.csv'));
    expect(csv.split('\r\n')).toHaveLength(4);
    expect(csv).toContain('b'.repeat(64));
    expect(csv).not.toMatch(/;=Торги/u);
    const book = await run(['journal', 'export', ITEM, '--out', 'журнал.xlsx']);
    expect(book.files.get('журнал.xlsx')?.slice(0, 2)).toEqual(Uint8Array.of(0x50, 0x4b));
  });

  it('is wrong use for another kind of file', async () => {
    const heard = await run(['journal', 'export', CODE, '--out', 'журнал.doc']);
    expect(heard).toMatchObject({ code: 2, open: 0 });
    expect(heard.files.size).toBe(0);
  });
});

describe('journal verify', () => {
  it('ends with 0 when the chain holds and shows the sign of the last row', async () => {
    const heard = await run(['journal', 'verify']);
    expect(heard).toMatchObject({ code: 0, open: 0 });
    expect(heard.out).toMatch(/^Журнал цел: 61\u00A0запись\.\n.*[0-9a-f]{64}$/u);
    expect(jsonOf(await run(['journal', 'verify', '--json']))).toEqual({ ok: true, rows: 61, lastHash: SHA });
  });

  it('ends with 3 when it does not and names the first broken row', async () => {
    const broken = { ok: false as const, firstBroken: 7, reason: 'Записи 7 нет: она удалена.' };
    const journal = { verify: () => Promise.resolve(broken) };
    const connect = () => Promise.resolve({ client: { journal } as VekhaClient, close: () => Promise.resolve() });
    const heard = await run(['journal', 'verify'], { doors: { connect } });
    expect(heard.code).toBe(3);
    expect(heard.out).toContain('начиная с записи 7. Записи 7 нет: она удалена.');
    const json = await run(['journal', 'verify', '--json'], { doors: { connect } });
    expect(json.code).toBe(3);
    expect(jsonOf(json)).toEqual(broken);
  });
});

describe('doctor', () => {
  const missing = {
    ok: false,
    running: false,
    checks: [
      { name: 'PostgreSQL', state: 'ok' as const, found: '18.4', advice: null },
      { name: 'Temporal', state: 'missing' as const, found: '–', advice: 'Выполните npm start: программа скачается.' },
    ],
  };

  it('ends with 0 when all that is needed is there', async () => {
    expect(await run(['doctor'])).toMatchObject({ code: 0, out: expect.stringContaining('Всё нужное найдено') });
    expect((await run(['doctor'])).said).toBe('Дальше: start');
    expect((await run(['doctor'], { doctor: { ok: true, running: true, checks: [] } })).said).toBe('');
  });

  it('ends with 3 when something needed is missing and says how to get it', async () => {
    const heard = await run(['doctor'], { doctor: missing });
    expect(heard.code).toBe(3);
    expect(heard.out).toContain('Temporal: Выполните npm start');
    const json = await run(['doctor', '--json'], { doctor: missing });
    expect(json.code).toBe(3);
    expect(jsonOf(json)).toEqual(missing);
  });
});

describe('rehearse', () => {
  it('tells the months, the totals and where everything lies', async () => {
    const heard = await run(['rehearse', 'приказ.docx', '--out', 'папка', '--scenario', 'mixed']);
    expect(heard.asked).toEqual([{ file: 'приказ.docx', out: 'папка', scenario: 'mixed', officials: null }]);
    expect(heard.out).toContain('Декабрь 2023\n  сроки пунктов: 1 – 29.12.2023');
    expect(heard.out).toContain('Январь 2024\n  тихо');
    expect(heard.out).toContain('57\u00A0писем');
    expect(heard.out).toContain('папка/report.html');
  });

  it('plays everybody in time unless told otherwise and refuses an unknown scenario with 2', async () => {
    expect((await run(['rehearse', 'п', '--out', 'о', '--officials', 'л.csv'])).asked).toEqual([
      { file: 'п', out: 'о', scenario: 'on-time', officials: 'л.csv' },
    ]);
    const heard = await run(['rehearse', 'п', '--out', 'о', '--scenario', 'late']);
    expect(heard).toMatchObject({ code: 2, asked: [] });
    expect(heard.said).toContain('on-time, silent, mixed');
  });

  it('ends with 1 when an embedded part does not start', async () => {
    const rehearse = () => Promise.reject(new VekhaError('embedded.start_failed', 'База не запустилась.'));
    const heard = await run(['rehearse', 'п', '--out', 'о', '--json'], { doors: { rehearse } });
    expect(heard.code).toBe(1);
    expect(jsonOf(heard)).toEqual({ error: { code: 'embedded.start_failed', message: 'База не запустилась.' } });
  });
});

describe('start', () => {
  it('hands on folder, port and day, and ends with 0 when it was asked to stop', async () => {
    const heard = await run(['start', '--data', 'данные', '--port', '8080', '--today', '26.12.2023', '--json']);
    expect(heard).toMatchObject({ code: 0, asked: [{ dataDir: 'данные', port: 8080, today: '2023-12-26' }] });
    expect(jsonOf(heard)).toEqual({ stopped: true });
    expect((await run(['start'])).asked).toMatchObject([{ dataDir: null, port: null, today: null }]);
  });

  it('refuses a port that cannot be one', async () => {
    expect((await run(['start', '--port', '70000'])).code).toBe(2);
    expect((await run(['start', '--port', '80a'])).code).toBe(2);
  });
});
