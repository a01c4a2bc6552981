/** The page for proof-reading: each field beside its words in the file, values only ever text. */
import { SaxesParser } from 'saxes';
import { describe, expect, it } from '@jest/globals';
import { explain, understand, type ExplainedOrder } from '#client';
import { readOrder } from '#importer';
import { DEFAULT_RULES } from '#domain/deadline-rules';
import { workingCalendar } from '#domain/working-calendar';
import { explanationPage } from '#pages';

const ORDER = [
  'АДМИНИСТРАЦИЯ ГОРОДА',
  'РАСПОРЯЖЕНИЕ',
  '12.01.2024 № 7-р',
  'Об утверждении плана <b>мер</b> & работ',
  'В целях исполнения поручения:',
  '1. Утвердить план.',
  'Глава администрации\tА.Б.Ким',
  '№ п/п\tМероприятие\tОтветственный\tРезультат\tСрок',
  '1\tПодготовлен отчёт "О ходе"\tОтдел <script>alert(1)</script>\tПисьмо в Минпросвещения России\t25 августа 2024 года',
].join('\n');

async function explained(text: string): Promise<ExplainedOrder> {
  const bytes = new TextEncoder().encode(text);
  const counting = { calendar: workingCalendar(), rules: DEFAULT_RULES };
  return explain(understand(await readOrder(bytes, { fileName: 'план.txt' }), counting));
}

describe('the page of what was understood', () => {
  it('is well-formed, fetches nothing and runs nothing, whatever the order says', async () => {
    const markup = explanationPage(await explained(ORDER), 'план "<x>".txt');
    const parser = new SaxesParser();
    const names: string[] = [];
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', ({ name }) => names.push(name));
    parser.write(markup.replace('<!DOCTYPE html>', '')).close();
    expect(names.filter((name) => ['script', 'link', 'img', 'iframe'].includes(name))).toEqual([]);
    expect(markup).not.toMatch(/https?:|url\(/u);
    expect(markup).toContain('план &quot;&lt;x&gt;&quot;.txt');
    expect(markup).toContain('Отдел &lt;script&gt;');
  });

  it('marks the words of the field within its cell, and says where they stand', async () => {
    const { parts } = await explained(ORDER);
    const number = parts[0]?.fields.find(({ label }) => label === 'Номер');
    expect(number?.passages).toEqual([{ where: 'абзац 3', before: '12.01.2024 № ', words: '7-р', after: '' }]);
    const due = parts[1]?.fields.find(({ label }) => label === 'Срок');
    expect(due).toMatchObject({
      understood: 'Дата: 25.08.2024, рабочий день 23.08.2024, пятница',
      passages: [{ where: 'таблица 1, строка 2, ячейка 5', words: '25 августа 2024 года' }],
      explanation: expect.stringContaining('воскресенье'),
    });
    expect(explanationPage(await explained(ORDER), 'a')).toContain('12.01.2024 № <mark>7-р</mark>');
  });

  it('tells problems before all else, the gravest first, with what can be done', async () => {
    const unclear = await explained(ORDER.replace('25 августа 2024 года', 'до Х месяца'));
    const markup = explanationPage(unclear, 'a');
    expect(markup.indexOf('Остановит запуск')).toBeLessThan(markup.indexOf('Проверьте'));
    expect(markup.indexOf('Остановит запуск')).toBeLessThan(markup.indexOf('<mark>'));
    expect(markup).toContain('назовите дату до запуска');
  });

  it('says whom a result goes to and what it is', async () => {
    const { parts } = await explained(ORDER);
    const result = parts[1]?.fields.find(({ label }) => label === 'Результат');
    expect(result?.understood).toBe('Письмо: Письмо в Минпросвещения России, кому: Минпросвещения России');
  });

  it('says which result a letter waits for, because it encloses what that one approves', async () => {
    const two = '1. Письмо в Минпросвещения России с перечнем школ; 2. Распоряжение об утверждении перечня школ';
    const { parts } = await explained(ORDER.replace('Письмо в Минпросвещения России', two));
    const results = parts[1]?.fields.filter(({ label }) => label === 'Результат');
    expect(results?.map(({ understood }) => understood)).toEqual([
      'Письмо: Письмо в Минпросвещения России с перечнем школ, кому: Минпросвещения России, вслед за результатом 2',
      'Акт органа: Распоряжение об утверждении перечня школ',
    ]);
  });
});
