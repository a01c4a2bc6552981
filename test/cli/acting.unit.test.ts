import { describe, expect, it } from '@jest/globals';
import { CODE, DOCUMENT, ITEM, WAITING_ITEM } from '../fixtures/client-in-memory.js';
import { jsonOf, run } from './world.js';

const BY = ['--by', 'Голубев И.А.'];

describe('launch', () => {
  it('starts a roadmap and says when the first mail goes and what to look at', async () => {
    const heard = await run(['launch', CODE]);
    expect(heard).toMatchObject({ code: 0, open: 0, acts: [{ act: 'launch', id: CODE }] });
    expect(heard.out).toContain('первое письмо 27.12.2023, ср, 09:00');
    expect(heard.out).toContain('[проверьте] Срок пункта 3 внешний.');
    expect(jsonOf(await run(['launch', CODE, '--json']))).toMatchObject({ code: CODE, items: 2 });
  });
});

describe('a decision about a document', () => {
  it('is approved by whoever was named, under the mark that was given', async () => {
    const heard = await run(['approve', DOCUMENT, ...BY, '--version', '2', '--act-id', 'метка-1', '--json']);
    expect(heard.acts).toEqual([
      { act: 'approve', id: DOCUMENT, given: { by: 'o-2', actId: 'метка-1', decision: 'approve', version: 2 } },
    ]);
    expect(jsonOf(heard)).toEqual({ id: DOCUMENT, status: 'toSign', statusLabel: 'На подписи' });
  });

  it('is approved with remarks, which go with the decision', async () => {
    const heard = await run(['approve', DOCUMENT, ...BY, '--version', '2', '--remarks', 'Приложите приказ']);
    expect(heard.acts).toEqual([
      {
        act: 'approve',
        id: DOCUMENT,
        given: { by: 'o-2', decision: 'approve', version: 2, remarks: 'Приложите приказ' },
      },
    ]);
  });

  it('tells the new state and the command that usually follows', async () => {
    const heard = await run(['approve', DOCUMENT, '--by', 'golubev@komitet.example', '--version', '2']);
    expect(heard.out).toBe(`Документ ${DOCUMENT}: На подписи.`);
    expect(heard.said).toContain(`register ${DOCUMENT} --by КТО --version 2`);
  });

  it('is refused with 3 for a version that is no longer the latest, and nothing is done', async () => {
    const heard = await run(['approve', DOCUMENT, ...BY, '--version', '1', '--json']);
    expect(heard).toMatchObject({ code: 3, acts: [], open: 0 });
    expect(jsonOf(heard)).toMatchObject({ error: { code: 'document.stale_version' } });
  });

  it('is returned with remarks and a version', async () => {
    const heard = await run(['return', DOCUMENT, ...BY, '--version', '2', '--remarks', 'Уточните']);
    expect(heard.acts).toEqual([
      { act: 'return', id: DOCUMENT, given: { by: 'o-2', decision: 'return', version: 2, remarks: 'Уточните' } },
    ]);
    expect((await run(['return', DOCUMENT, ...BY, '--remarks', 'Уточните'])).code).toBe(2);
  });

  it('registers with number and day', async () => {
    const words = ['register', DOCUMENT, ...BY, '--version', '2', '--number', '3538-р', '--date', '28.12.2023'];
    expect((await run(words)).acts).toEqual([
      { act: 'register', id: DOCUMENT, given: { by: 'o-2', number: '3538-р', date: '2023-12-28', version: 2 } },
    ]);
  });
});

describe('upload', () => {
  const VERSION_AND_FILE = ['--version', '2', '--file', 'проект.docx'];

  it('hands on the bytes of the file, the version that was edited and who acts', async () => {
    const heard = await run(['upload', DOCUMENT, ...BY, ...VERSION_AND_FILE], { files: { 'проект.docx': 'байты' } });
    expect(heard).toMatchObject({ code: 0, acts: [{ act: 'upload', id: DOCUMENT, given: { version: 2, bytes: 10 } }] });
  });

  it('refuses a call without the version or the file with 2', async () => {
    expect(await run(['upload', DOCUMENT, ...BY])).toMatchObject({ code: 2, acts: [] });
  });
});

describe('fill', () => {
  it('lists what may be filled when no values are given, without asking who', async () => {
    const heard = await run(['fill', DOCUMENT]);
    expect(heard).toMatchObject({ code: 0, acts: [] });
    expect(heard.out).toMatch(/исполнитель\.телефон +контактный телефон +текст +– +пусто/u);
    expect(heard.out).toMatch(/роль .*должностное лицо .*обязательно/u);
    expect(jsonOf(await run(['fill', DOCUMENT, '--json']))).toMatchObject({
      document: { id: DOCUMENT },
      questions: [
        { name: 'исполнитель.телефон', value: null },
        { name: 'роль', required: true, value: 'должностное лицо' },
      ],
    });
  });

  it('takes values from a file and from --set, which wins', async () => {
    const files = { 'п.json': '\uFEFF{"роль": "из файла", "организации": [{"наименование": "Школа"}]}' };
    const words = ['fill', DOCUMENT, ...BY, '--data', 'п.json', '--set', 'роль=а=б', 'номер=1'];
    expect((await run(words, { files })).acts).toEqual([
      {
        act: 'fill',
        id: DOCUMENT,
        given: { by: 'o-2', values: { роль: 'а=б', организации: [{ наименование: 'Школа' }], номер: '1' } },
      },
    ]);
  });

  it('hands on that a new text is meant although the last version was edited by hand', async () => {
    const { acts } = await run(['fill', DOCUMENT, ...BY, '--set', 'роль=а', '--anew']);
    expect(acts).toMatchObject([{ act: 'fill', given: { anew: true } }]);
  });

  it('refuses values without a person, a file that is no JSON object, and a pair without a value with 2', async () => {
    expect((await run(['fill', DOCUMENT, '--set', 'а=1'])).code).toBe(2);
    for (const json of ['поручения=["а", "б"]', 'назначаемый={"фамилия": "Петров"}']) {
      const heard = await run(['fill', DOCUMENT, ...BY, '--set', json]);
      expect(heard).toMatchObject({ code: 2, acts: [], said: expect.stringContaining('ключом --data') });
    }
    expect((await run(['fill', DOCUMENT, ...BY, '--set', 'роль=[уточнить]'])).code).toBe(0);
    expect((await run(['fill', DOCUMENT, ...BY, '--data', 'п'], { files: { п: '[1]' } })).said).toContain(
      'объект JSON',
    );
    expect((await run(['fill', DOCUMENT, ...BY, '--data', 'п'], { files: { п: '{' } })).said).toContain('не JSON');
    expect((await run(['fill', DOCUMENT, ...BY, '--set', 'а'])).said).toContain('имя=значение');
    expect((await run(['fill', DOCUMENT, ...BY, '--set', 'а=1', '--set', 'а=2'])).said).toContain('дважды');
  });
});

describe('an item', () => {
  it('is reported with evidence of each kind; a document may be named by its kind alone', async () => {
    const evidence = ['1=документ:order-appointment', '2=Бумага: Акт № 5: подписан', '3=не требуется:отменено'];
    const words = ['report', ITEM, ...BY, '--text', 'Сделано', ...evidence.flatMap((each) => ['--evidence', each])];
    expect((await run(words)).acts).toEqual([
      {
        act: 'report',
        id: ITEM,
        given: {
          by: 'o-2',
          text: 'Сделано',
          interim: false,
          evidence: [
            { result: '1', by: 'document', documentId: DOCUMENT },
            { result: '2', by: 'paper', words: 'Акт № 5: подписан' },
            { result: '3', by: 'waiver', words: 'отменено' },
          ],
        },
      },
    ]);
  });

  it('keeps an interim report apart', async () => {
    const { acts } = await run(['report', ITEM, ...BY, '--text', 'Идёт', '--interim']);
    expect(acts).toMatchObject([{ given: { interim: true, evidence: [] } }]);
  });

  it('refuses evidence of an unknown kind, and one result twice, before anything is asked of the engine', async () => {
    const unknown = await run(['report', ITEM, ...BY, '--text', 'т', '--evidence', '1=фото:а.jpg']);
    expect(unknown).toMatchObject({ code: 2, acts: [] });
    expect(unknown.said).toContain('1=бумага:СЛОВА');
    const twice = ['--evidence', '1=бумага:а', '1=бумага:б'];
    expect((await run(['report', ITEM, ...BY, '--text', 'т', ...twice])).said).toContain('назван дважды');
  });

  it('is accepted off control, after which nothing is suggested', async () => {
    const heard = await run(['accept', ITEM, ...BY]);
    expect(heard).toMatchObject({ code: 0, out: `Пункт ${ITEM}: Снято с контроля.`, said: '' });
  });

  it('has its report returned by the same command as a document, without a version', async () => {
    const heard = await run(['return', ITEM, ...BY, '--remarks', 'Приложите акт']);
    expect(heard.acts).toEqual([{ act: 'returnReport', id: ITEM, given: { by: 'o-2', remarks: 'Приложите акт' } }]);
    expect((await run(['return', ITEM, ...BY, '--remarks', 'а', '--version', '1'])).code).toBe(2);
  });

  it('gets a new day, its first day, or a new responsible person', async () => {
    const moved = await run(['move-deadline', ITEM, ...BY, '--to', '30.09.2024', '--reason', 'Торги']);
    expect(moved.acts).toMatchObject([
      { act: 'moveDeadline', given: { by: 'o-2', to: '2024-09-30', reason: 'Торги' } },
    ]);
    const words = ['name-deadline', WAITING_ITEM, ...BY, '--date', '2024-03-29', '--basis', 'Письмо'];
    expect((await run(words)).acts).toMatchObject([
      { act: 'nameDeadline', given: { by: 'o-2', date: '2024-03-29', basis: 'Письмо' } },
    ]);
    const corrected = await run(['correct', ITEM, ...BY, '--deadline', '1 марта 2024 года', '--basis', 'Опечатка']);
    expect(corrected.acts).toMatchObject([
      { act: 'correct', given: { by: 'o-2', correction: { deadline: '1 марта 2024 года' }, basis: 'Опечатка' } },
    ]);
    const nothing = await run(['correct', ITEM, ...BY, '--basis', 'Опечатка']);
    expect(nothing).toMatchObject({ code: 2, acts: [] });
    const reassigned = await run(['reassign', ITEM, ...BY, '--to', 'Ким А.Б.', '--reason', 'Отпуск']);
    expect(reassigned.acts).toMatchObject([{ act: 'reassign', given: { by: 'o-2', to: 'o-3', reason: 'Отпуск' } }]);
  });

  it('is left alone by a person who is not in the directory, with 3', async () => {
    const heard = await run(['accept', ITEM, '--by', 'Никто Н.Н.', '--json']);
    expect(heard).toMatchObject({ code: 3, acts: [], open: 0 });
    expect(jsonOf(heard)).toMatchObject({ error: { code: 'official.unknown' } });
  });

  it('is left alone when the day is not one, with 2', async () => {
    const heard = await run(['move-deadline', ITEM, ...BY, '--to', 'завтра', '--reason', 'Торги']);
    expect(heard).toMatchObject({ code: 2, acts: [] });
    expect(heard.said).toBe('Ключ --to: «завтра» – не дата: укажите день как 25.08.2024 или 2024-08-25.');
  });
});

describe('extend', () => {
  const REQUEST = ['extend', 'request', ITEM, '--by', 'Ким А.Б.', '--to', '01.03.2024', '--reason', 'Поставка'];

  it('asks, advises, grants, refuses and takes back in the name of whoever is named', async () => {
    expect((await run(REQUEST)).acts).toEqual([
      { act: 'askExtension', id: ITEM, given: { by: 'o-3', to: '2024-03-01', reason: 'Поставка' } },
    ]);
    const advise = ['extend', 'advise', ITEM, ...BY, '--against', '--opinion', 'Времени довольно'];
    expect((await run(advise)).acts).toMatchObject([{ given: { supports: false, opinion: 'Времени довольно' } }]);
    const grant = await run(['extend', 'grant', ITEM, ...BY, '--to', '16.02.2024']);
    expect(grant.acts).toEqual([{ act: 'grantExtension', id: ITEM, given: { by: 'o-2', to: '2024-02-16' } }]);
    expect((await run(['extend', 'refuse', ITEM, ...BY, '--reason', 'Нет'])).acts).toMatchObject([
      { act: 'refuseExtension', given: { reason: 'Нет' } },
    ]);
    expect((await run(['extend', 'recall', ITEM, ...BY])).acts).toMatchObject([{ act: 'recallExtension' }]);
  });

  it('is wrong use without a reason, or with an opinion that is neither for nor against', async () => {
    expect((await run(REQUEST.slice(0, -2))).code).toBe(2);
    const both = ['extend', 'advise', ITEM, ...BY, '--support', '--against', '--opinion', 'Так'];
    expect(await run(both)).toMatchObject({ code: 2, acts: [] });
  });

  it('is shown on the card of the item until it is decided', async () => {
    const { out } = await run(['show', ITEM]);
    expect(out).toContain('ПРОСЯТ ПЕРЕНЕСТИ СРОК');
    expect(out).toContain('поддерживает, «Остальное принято» (Глевицкая Е.И.)');
  });
});

describe('parties of a roadmap', () => {
  const MATCH = ['officials', 'match', CODE];
  const PARTY = ['--party', 'Отдел цифровизации'];

  it('are shown with proposals, and 3 while somebody has to answer', async () => {
    const heard = await run(MATCH);
    expect(heard).toMatchObject({ code: 3, acts: [], open: 0 });
    expect(heard.out).toContain('Кто отвечает за «Отдел цифровизации» (пункты 1, 3)?');
    expect(heard.out).toContain('Глевицкая Е.И., начальник отдела (45 %)');
  });

  it('are answered for by a person, of whom the directory knows', async () => {
    const heard = await run([...MATCH, ...PARTY, '--official', 'Ким А.Б.', ...BY]);
    const given = { by: 'o-2', party: 'Отдел цифровизации', official: 'o-3', here: false };
    expect(heard).toMatchObject({ code: 0, acts: [{ act: 'match', id: CODE, given }] });
    expect((await run([...MATCH, ...PARTY, '--official', 'Никто Н.Н.', ...BY])).code).toBe(3);
    expect((await run([...MATCH, ...PARTY])).code).toBe(2);
  });
});
