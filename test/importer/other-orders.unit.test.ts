/** Orders written for these tests: other words, other columns, other numbering than in the samples. */
import { describe, expect, it } from '@jest/globals';
import { strToU8 } from 'fflate';
import { readOrder, sourceText, type TracedReading } from '#importer';
import { HEAD, HEADER, numberingXml, p, r, tbl, tc, tr, wordFile } from './word-file.js';

const ACT = `
				Российская Федерация
			ГЛАВНОЕ УПРАВЛЕНИЕ ВЕТЕРИНАРИИ
			ПРИОЗЁРНОГО КРАЯ
	656000, г. Озёрск, ул. Полевая, 3, тел.: 12-34-56

П О С Т А Н О В Л Е Н И Е
№ 7 - вн  от «3» июля 2025 года
г. Озёрск

О комплексе мер по оздоровлению
стад Приозёрного края

На основании Закона Приозёрного края от 01.02.2020 № 14-ЗК ПОСТАНОВЛЯЮ:
1) Принять комплекс мер.
2) Возложить контроль за исполнением постановления на первого заместителя начальника главного управления – начальника отдела надзора П.А. Щегла.

Начальник главного управления					Ю.В. ДУБ-КОРЕНЬ

Приложение к постановлению
главного управления ветеринарии Приозёрного края
от 04.07.2025 N 7-вн

УТВЕРЖДЕНЫ

Меры по оздоровлению стад

Дата исполнения	Вид подтверждающего документа	Исполнители	Содержание мероприятия	№ строки
1	2	3	4	5
Раздел I. Учёт				
до 15.07.2025	Сводный реестр поголовья	управление финансов, отдел кормов, воды и пастбищ	Переписано поголовье¹	1)
	распоряжение; справка	Иванов И.И., ведущий консультант; ООО «Корма, витамины»	Проверены корма.	2)
Раздел II. Лечение				
сентябрь 2025 г.	Информационное письмо, отчёт о вакцинации	ветеринарные станции (по согласованию), Союз фермеров	Проведена вакци-	3)

Дата исполнения	Вид подтверждающего документа	Исполнители	Содержание мероприятия	№ строки
		Приозёрного края	нация скота	
Х	–	–	Подведены итоги	3)
`;

function read(text: string): Promise<TracedReading> {
  return readOrder(Buffer.from(text), { fileName: 'act.txt' });
}

function rows(reading: TracedReading) {
  return reading.items.map((item) => ({
    no: item.no.value,
    title: item.title.value,
    responsible: item.responsible.map(({ value }) => value),
    results: item.results.map(({ kind, text }) => `${kind}: ${text.value}`),
    deadline: item.deadline.value,
  }));
}

describe('an act with other words, columns and numbering', () => {
  it('gives its head, with the body below the state and without its address', async () => {
    const { order } = await read(ACT);
    expect({
      kind: order.kind.value,
      date: order.date.value,
      number: order.number.value,
      title: order.title.value,
      issuer: order.issuer.value,
      points: order.points.length,
      signatory: order.signatory.value,
      controller: order.controller?.value,
      planTitle: order.planTitle?.value,
    }).toEqual({
      kind: 'постановление',
      date: '2025-07-03',
      number: '7-вн',
      title: 'О комплексе мер по оздоровлению стад Приозёрного края',
      issuer: 'Главное управление ветеринарии Приозёрного края',
      points: 2,
      signatory: { name: 'Дуб-Корень Ю.В.', position: 'Начальник главного управления' },
      controller: {
        name: 'Щегол П.А.',
        position: 'первый заместитель начальника главного управления – начальник отдела надзора',
        gender: 'm',
      },
      planTitle: 'Меры по оздоровлению стад',
    });
  });

  it('finds columns by what their headers mean, in any order', async () => {
    expect(rows(await read(ACT))).toEqual([
      {
        no: '1',
        title: 'Переписано поголовье',
        responsible: ['управление финансов', 'отдел кормов, воды и пастбищ'],
        results: ['register: Сводный реестр поголовья'],
        deadline: 'до 15.07.2025',
      },
      {
        no: '2',
        title: 'Проверены корма',
        responsible: ['Иванов И.И., ведущий консультант', 'ООО «Корма, витамины»'],
        results: ['order: распоряжение', 'other: справка'],
        deadline: '',
      },
      {
        no: '3',
        title: 'Проведена вакцинация скота',
        responsible: ['ветеринарные станции (по согласованию)', 'Союз фермеров Приозёрного края'],
        results: ['letter: Информационное письмо', 'report: отчёт о вакцинации'],
        deadline: 'сентябрь 2025 г.',
      },
      { no: '3', title: 'Подведены итоги', responsible: [], results: [], deadline: 'Х' },
    ]);
  });

  it('keeps headings apart from measures', async () => {
    const { sections } = await read(ACT);
    expect(sections?.map(({ no, title, items }) => [no, title.value, items])).toEqual([
      ['I', 'Учёт', ['1', '2']],
      ['II', 'Лечение', ['3', '3']],
    ]);
  });

  it('lists what a person has to check, each with its place', async () => {
    const { problems } = await read(ACT);
    const told = problems.map(({ severity, where, message }) => `${severity} | ${where} | ${message}`);
    expect(told).toContainEqual(
      expect.stringMatching(/^warning \| гриф утверждения \| дата «04\.07\.2025» расходится/u),
    );
    expect(told).toContainEqual(
      expect.stringMatching(/^warning \| пункт 2, графа «Дата исполнения» \| срок не указан/u),
    );
    expect(told).toContainEqual(expect.stringMatching(/^blocking \| пункт 3, графа «№ строки» \| номер 3 уже занят/u));
    expect(told).toContainEqual(expect.stringMatching(/^note \| пункт 3 \| строка разорвана концом страницы/u));
    expect(told).toContainEqual(
      expect.stringMatching(/^blocking \| пункт 3, графа «Исполнители» \| ответственный не назван/u),
    );
    for (const { message } of problems) expect(message).toMatch(/^[^!]+\.$/u);
  });

  it('traces a word broken by a page end to both of its halves', async () => {
    const reading = await read(ACT);
    const title = reading.items[2]?.title;
    expect(title?.sources.map((source) => sourceText(reading.blocks, source))).toEqual([
      'Проведена вакци-',
      'нация скота',
    ]);
  });

  it('reads the same from Windows-1251, UTF-16 and UTF-8 with a mark', async () => {
    const expected = await read(ACT.replaceAll('¹', ''));
    const text = ACT.replaceAll('¹', '');
    const encoded = [
      win1251(text),
      Buffer.from(`\uFEFF${text}`, 'utf16le'),
      Buffer.from(`\uFEFF${text}`),
      Buffer.from(text.replaceAll('\n', '\r\n')),
    ];
    for (const bytes of encoded) expect(rows(await readOrder(bytes, { fileName: 'a' }))).toEqual(rows(expected));
  });
});

describe('lines of date and number', () => {
  it.each([
    ['26.12.2023 № 3509-р', '2023-12-26', '3509-р'],
    ['от 26 декабря 2023 года N 44', '2023-12-26', '44'],
    ['«09» сентября 2024 г.	№ 18/1-о', '2024-09-09', '18/1-о'],
    ['от «___» 26.12.2023 года № 5 - од', '2023-12-26', '5-од'],
    ['№398-пр от 1 мая 2024 г.', '2024-05-01', '398-пр'],
    ['г. Москва  12.03.24  № А-15', '2024-03-12', 'А-15'],
  ])('%s', async (line, date, number) => {
    const { order } = await readOrder(wordFile(HEAD.replace('12.03.2024 № 15-р', line) + TABLE), { fileName: 'a' });
    expect([order.date.value, order.number.value]).toEqual([date, number]);
  });

  it('takes both from the approval stamp when the head has none, and says so', async () => {
    const { order, problems } = await readOrder(wordFile(HEAD.replace(p('12.03.2024 № 15-р'), '') + TABLE), {
      fileName: 'a',
    });
    expect([order.date.value, order.number.value]).toEqual(['2024-03-12', '15-р']);
    expect(problems).toContainEqual(expect.objectContaining({ severity: 'warning', where: 'дата и номер' }));
  });
});

describe('points of control', () => {
  it.each([
    ['Контроль за выполнением приказа возлагаю на главного врача Соловья Д.О.', 'Соловей Д.О.', 'главный врач'],
    [
      'Контроль за исполнением возложить на Кравец О.П., заведующую отделом закупок.',
      'Кравец О.П.',
      'заведующая отделом закупок',
    ],
    [
      'Контроль за исполнением возложить на директора департамента Лозу Веру Захаровну.',
      'Лоза В.З.',
      'директор департамента',
    ],
    ['Контроль за исполнением настоящего приказа возложить на отдел контроля.', null, 'отдел контроля'],
  ])('%s', async (point, name, position) => {
    const bytes = wordFile(
      HEAD.replace('Контроль за исполнением настоящего распоряжения оставляю за собой.', point) + TABLE,
    );
    expect((await readOrder(bytes, { fileName: 'a' })).order.controller?.value).toMatchObject({ name, position });
  });

  it('warns of a surname whose nominative the accusative does not settle', async () => {
    const point = 'Контроль возложить на министра Светлого А.А.';
    const bytes = wordFile(
      HEAD.replace('Контроль за исполнением настоящего распоряжения оставляю за собой.', point) + TABLE,
    );
    const { problems } = await readOrder(bytes, { fileName: 'a' });
    expect(problems).toContainEqual(
      expect.objectContaining({ severity: 'warning', message: expect.stringContaining('«Светлый А.А.»') }),
    );
  });
});

const TABLE = tbl(HEADER, tr('1.', 'Проведена сверка', 'Отдел учёта', 'Акт сверки', '15 мая 2024 г.'));

describe('what only Word files have', () => {
  const items = async (table: string, parts = {}) => readOrder(wordFile(HEAD + table, parts), { fileName: 'a.docx' });

  it('tracked changes are read as accepted and told', async () => {
    const title = tc(
      `<w:p>${r('Проведена ')}<w:del><w:r><w:delText>проверка</w:delText></w:r></w:del><w:ins>${r('сверка')}</w:ins></w:p>`,
    );
    const removed = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${tc(p('2.'))}${tc(p('Снятое'))}${tc(p('а'))}${tc(p('б'))}${tc(p('в'))}</w:tr>`;
    const reading = await items(tbl(HEADER, tr('1.', title, 'Отдел', 'Акт', 'май 2024 г.'), removed));
    expect(rows(reading)).toHaveLength(1);
    expect(reading.items[0]?.title.value).toBe('Проведена сверка');
    expect(reading.problems).toContainEqual(
      expect.objectContaining({ where: 'файл', message: expect.stringContaining('исправления') }),
    );
  });

  it('automatic numbers count as they are printed', async () => {
    const numbering = numberingXml(
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>' +
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2."/></w:lvl></w:abstractNum>' +
        '<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num>',
    );
    const numbered = (level: number) => tc(p('', `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`));
    const row = (level: number) => tr(numbered(level), 'Сверка', 'Отдел', 'Акт', 'май 2024 г.');
    const reading = await items(tbl(HEADER, row(0), row(1), row(1), row(0)), { 'word/numbering.xml': numbering });
    expect(reading.items.map(({ no }) => no.value)).toEqual(['3', '3.1', '3.2', '4']);
  });

  it('cells merged over rows give their text to each row, one measure over several rows stays one', async () => {
    const merged = (text: string) => tc(p(text), '<w:vMerge w:val="restart"/>');
    const more = tc(p(''), '<w:vMerge/>');
    const reading = await items(
      tbl(
        HEADER,
        tr('1.', 'Сверка', 'Отдел', 'Акт', merged('до 1 мая 2024 г.')),
        tr('2.', 'Опись', 'Отдел', 'Акт', more),
        tr(merged('3.'), merged('Отчёт'), 'Отдел', 'Отчёт', 'июнь 2024 г.'),
        tr(more, more, 'Комитет', 'Письмо', ''),
      ),
    );
    expect(rows(reading).map(({ no, deadline }) => [no, deadline])).toEqual([
      ['1', 'до 1 мая 2024 г.'],
      ['2', 'до 1 мая 2024 г.'],
      ['3', 'июнь 2024 г.'],
    ]);
    expect(rows(reading)[2]).toMatchObject({
      responsible: ['Отдел', 'Комитет'],
      results: ['report: Отчёт', 'letter: Письмо'],
    });
    const second = reading.items[1]?.deadline.sources[0];
    expect(second).toMatchObject({ row: 1, cell: 4 });
  });

  it('soft hyphens, no-break spaces, footnote marks and hidden text stay out of values', async () => {
    const raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>';
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>тайное</w:t></w:r>';
    const title = tc(
      `<w:p>${r('Про\u00ADведена\u00A0сверка')}${raised}${hidden}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`,
    );
    const reading = await items(tbl(HEADER, tr('1.', title, 'Отдел', 'Акт', '15\u00A0мая 2024\u00A0г.')));
    expect(reading.items[0]).toMatchObject({
      title: { value: 'Проведена сверка' },
      deadline: { value: '15 мая 2024 г.' },
    });
    expect(reading.items[0]?.deadline.verbatim).toBe('15\u00A0мая 2024\u00A0г.');
  });

  it('a table within a cell becomes its text and is told', async () => {
    const nested = tc(p('Акты:') + tbl(tr('сверки', 'описи')) + p(''));
    const reading = await items(tbl(HEADER, tr('1.', 'Сверка', 'Отдел', nested, 'май 2024 г.')));
    expect(reading.items[0]?.results[0]?.text.value).toContain('сверки описи');
    expect(reading.problems).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining('вложенная таблица') }),
    );
  });

  it('date, number and signature may stand in tables without borders', async () => {
    const head = HEAD.replace(p('12.03.2024 № 15-р'), tbl(tr('12.03.2024', '№ 15-р'))).replace(
      p('Председатель комитета	И.И. Орлов'),
      tbl(tr(tc(p('Председатель') + p('комитета')), '', 'И.И. Орлов')),
    );
    const { order } = await readOrder(wordFile(head + TABLE), { fileName: 'a' });
    expect([order.date.value, order.number.value]).toEqual(['2024-03-12', '15-р']);
    expect(order.signatory.value).toEqual({ name: 'Орлов И.И.', position: 'Председатель комитета' });
  });

  it('the main part may have another name', async () => {
    const types =
      '<Types xmlns="a"><Override PartName="/word/document2.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
    const text = wordFile(HEAD + TABLE);
    const { unzipSync } = await import('fflate');
    const main = unzipSync(text)['word/document.xml'] ?? new Uint8Array();
    const bytes = wordFile('', { '[Content_Types].xml': strToU8(types), 'word/document2.xml': main });
    expect((await readOrder(bytes, { fileName: 'a' })).items).toHaveLength(1);
  });
});

describe('rows', () => {
  const items = async (...table: readonly string[]) =>
    rows(await readOrder(wordFile(HEAD + tbl(...table)), { fileName: 'a' }));

  it('without a column of numbers take the number that the measure begins with', async () => {
    const header = tr('Мероприятие', 'Срок', 'Ответственный');
    const read = await items(
      header,
      tr('1.1. Сверка', 'май 2024 г.', 'Отдел'),
      tr('1.2. Опись', 'май 2024 г.', 'Отдел'),
    );
    expect(read.map(({ no, title }) => [no, title])).toEqual([
      ['1.1', 'Сверка'],
      ['1.2', 'Опись'],
    ]);
  });

  it('that only name a group of numbered rows are headings', async () => {
    const reading = await readOrder(
      wordFile(
        HEAD + tbl(HEADER, tr('1.', 'Подготовка', '', '', ''), tr('1.1.', 'Сверка', 'Отдел', 'Акт', 'май 2024 г.')),
      ),
      { fileName: 'a' },
    );
    expect(reading.items.map(({ no }) => no.value)).toEqual(['1.1']);
    expect(reading.sections).toMatchObject([{ no: '1', title: { value: 'Подготовка' }, items: ['1.1'] }]);
  });

  it('without a number are kept and block the launch', async () => {
    const { items: read, problems } = await readOrder(
      wordFile(
        HEAD +
          tbl(
            HEADER,
            tr('1.', 'Сверка', 'Отдел', 'Акт', 'май 2024 г.'),
            tr('', 'Опись', 'Отдел', 'Акт', 'май 2024 г.'),
          ),
      ),
      { fileName: 'a' },
    );
    expect(read).toHaveLength(2);
    expect(problems).toContainEqual({
      severity: 'blocking',
      where: 'строка 2 таблицы, графа «№ п/п»',
      message: 'у строки нет номера: поставьте его в файле и загрузите снова.',
    });
  });
});

/** Windows-1251 for the letters of these tests. */
function win1251(text: string): Uint8Array {
  return Uint8Array.from([...text], (char) => {
    const code = char.charCodeAt(0);
    if (code < 0x80) return code;
    if (code >= 0x410 && code <= 0x44f) return code - 0x350;
    const found = { ё: 0xb8, Ё: 0xa8, '«': 0xab, '»': 0xbb, '–': 0x96, '№': 0xb9 }[char];
    if (found === undefined) throw new Error(`no byte for ${char}`);
    return found;
  });
}
