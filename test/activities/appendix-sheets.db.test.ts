/** «Приложение: на N л.»: counted on the printed draft, and the same in what is registered. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities, type ActivityDeps } from '#activities';
import { activityDeps } from '#bin/compose';
import { readSettings } from '#bin/settings';
import { documentText } from '#documents';
import { parseLocalDate } from '#domain/local-date';
import { appendixSheets, createPrinter, type Printer } from '#printing';
import {
  insertItems,
  openStore,
  saveNote,
  saveOfficials,
  saveParties,
  versions,
  type JsonValue,
  type Store,
} from '#store';
import { projectItem } from '#store/projection';
import { register } from '../documents/fields/facts-of.js';
import { USUAL, whereOfficeIs } from '../printing/where-office-is.js';
import { freshDatabase, type TestDatabase } from '../fixtures/database.js';
import { AT, CODE, item, itemUnderWay, official, PEOPLE, seed } from '../store/seed.js';

const KIND = 'letter-organisations';
const SHEETS = /на\s(\d+)\sл\.\sв\s1\sэкз\./u;

let database: TestDatabase;
let store: Store;
let printer: Printer;
let deps: ActivityDeps;

beforeAll(async () => {
  database = await freshDatabase();
  store = openStore(database.url);
  printer = createPrinter(USUAL);
  const place = { smtpUrl: 'smtp://127.0.0.1:1', clockOffsetMs: 0 };
  const quiet = { info: () => undefined, warn: () => undefined };
  deps = await activityDeps(readSettings({}), place, store, quiet, (docx) => appendixSheets(printer, docx));
  await seed(store);
  await store.transaction(async (tx) => {
    await saveOfficials(tx, [official('yashina', 'Яшина', { external: true })]);
    await saveParties(tx, [{ name: 'Центр', roadmapCode: CODE, officialId: 'yashina', itemNos: null, position: 0 }]);
    await insertItems(tx, [item('3')]);
    for (const no of ['1', '2', '3']) await projectItem(tx, itemUnderWay(no));
  });
});
afterAll(async () => {
  await printer.close();
  deps.mail.sender.close();
  await store.close();
  await database.close();
});

async function drafted(no: string, rows: number, given: ActivityDeps = deps): Promise<string> {
  const noteId = `note-${no}-${rows}`;
  const data = {
    предмет: 'образовательных организаций',
    организации: (await register('organisations')).slice(0, rows) as JsonValue,
  };
  const about = { roadmapCode: CODE, itemNo: no, documentId: null, text: '' };
  await store.transaction((tx) => saveNote(tx, { id: noteId, at: AT, by: PEOPLE.head, ...about, data }));
  const { draftDocument } = createActivities(given);
  const input = { code: CODE, no, kind: KIND, at: AT, by: PEOPLE.head, noteId } as const;
  await new MockActivityEnvironment().run(() => draftDocument(input));
  return latestText(no);
}

async function registered(no: string): Promise<string> {
  const signed = (await versions(store.db, `${CODE}/${no}/${KIND}`)).at(-1);
  const { registerDocument } = createActivities(deps);
  const date = parseLocalDate('28.12.2023');
  const input = { code: CODE, no, kind: KIND, at: AT, by: PEOPLE.head } as const;
  const register = { ...input, number: `19-${no}`, date, sha256: signed?.sha256 ?? '' };
  await new MockActivityEnvironment().run(() => registerDocument(register));
  return latestText(no);
}

async function latestText(no: string): Promise<string> {
  const file = await deps.repository.versionOf(store.db, `${CODE}/${no}/${KIND}`, 'latest');
  return documentText(file?.bytes ?? new Uint8Array());
}

whereOfficeIs('the number of sheets (on a machine with LibreOffice)', () => {
  it('is that of the printed appendix, counted anew for every draft', async () => {
    expect(SHEETS.exec(await drafted('2', 52))?.[1]).toBe('8');
    expect(SHEETS.exec(await drafted('2', 3))?.[1]).toBe('1');
  });

  it('is the same in the registered letter', async () => {
    await drafted('2', 52);
    expect(SHEETS.exec(await registered('2'))?.[1]).toBe('8');
  });

  it('of an earlier draft is not registered with a later one that could not be counted', async () => {
    await drafted('1', 52);
    await drafted('1', 4, unprinted());
    const text = await registered('1');
    expect(text).toMatch(/Приложение:\tв\s1\sэкз\./u);
    expect(SHEETS.exec(text)).toBeNull();
  });
});

describe('a printer that fails', () => {
  it('leaves the line of sheets empty and the draft as good as before', async () => {
    expect(await drafted('3', 4, unprinted())).toMatch(/на\s_+\sл\.\sв\s1\sэкз\./u);
  });
});

function unprinted(): ActivityDeps {
  return { ...deps, documents: { ...deps.documents, appendixSheets: () => Promise.reject(new Error('no paper')) } };
}
