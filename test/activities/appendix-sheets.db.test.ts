/** «Приложение: на N л.»: counted on the printed draft, and the same in what is registered. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MockActivityEnvironment } from '@temporalio/testing';
import { createActivities, type ActivityDeps } from '#activities';
import { activityDeps } from '#bin/compose';
import { readSettings } from '#bin/settings';
import { documentText } from '#documents';
import { parseLocalDate } from '#domain/local-date';
import { appendixSheets, createPrinter, type Printer } from '#printing';
import { openStore, saveNote, saveOfficials, saveParties, versions, type JsonValue, type Store } from '#store';
import { projectItem } from '#store/projection';
import { register } from '../documents/fields/facts-of.js';
import { USUAL, whereOfficeIs } from '../printing/where-office-is.js';
import { freshDatabase, type TestDatabase } from '../fixtures/database.js';
import { AT, CODE, official, PEOPLE, seed, itemUnderWay } from '../store/seed.js';

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
    await projectItem(tx, itemUnderWay('2'));
  });
});
afterAll(async () => {
  await printer.close();
  deps.mail.sender.close();
  await store.close();
  await database.close();
});

async function drafted(rows: number, given: ActivityDeps = deps): Promise<string> {
  const noteId = `note-${rows}-${given === deps ? 'counted' : 'plain'}`;
  const data = {
    предмет: 'образовательных организаций',
    организации: (await register('organisations')).slice(0, rows) as JsonValue,
  };
  const about = { roadmapCode: CODE, itemNo: '2', documentId: null, text: '' };
  await store.transaction((tx) => saveNote(tx, { id: noteId, at: AT, by: PEOPLE.head, ...about, data }));
  const { draftDocument } = createActivities(given);
  const input = { code: CODE, no: '2', kind: KIND, at: AT, by: PEOPLE.head, noteId } as const;
  await new MockActivityEnvironment().run(() => draftDocument(input));
  return latestText();
}

async function latestText(): Promise<string> {
  const kept = (await versions(store.db, `${CODE}/2/${KIND}`)).at(-1);
  const file = await deps.repository.versionOf(store.db, `${CODE}/2/${KIND}`, kept?.no ?? 'latest');
  return documentText(file?.bytes ?? new Uint8Array());
}

whereOfficeIs('the number of sheets (on a machine with LibreOffice)', () => {
  it('is that of the printed appendix, counted anew for every draft', async () => {
    expect(SHEETS.exec(await drafted(52))?.[1]).toBe('8');
    expect(SHEETS.exec(await drafted(3))?.[1]).toBe('1');
  });

  it('is the same in the registered letter', async () => {
    await drafted(52);
    const signed = (await versions(store.db, `${CODE}/2/${KIND}`)).at(-1);
    const { registerDocument } = createActivities(deps);
    const date = parseLocalDate('28.12.2023');
    const input = { code: CODE, no: '2', kind: KIND, at: AT, by: PEOPLE.head } as const;
    await new MockActivityEnvironment().run(() =>
      registerDocument({ ...input, number: '19-1', date, sha256: signed?.sha256 ?? '' }),
    );
    expect(SHEETS.exec(await latestText())?.[1]).toBe('8');
  });
});

describe('a printer that fails', () => {
  it('leaves the line of sheets empty and the draft as good as before', async () => {
    const broken = { ...deps.documents, appendixSheets: () => Promise.reject(new Error('no paper')) };
    const text = await drafted(4, { ...deps, documents: broken });
    expect(text).toMatch(/на\s_+\sл\.\sв\s1\sэкз\./u);
  });
});
