import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DocumentKind } from '#domain/document-kind';
import { parseLocalDate } from '#domain/local-date';
import {
  deleteNote,
  documentById,
  documentsOf,
  documentsOfRoadmap,
  noteById,
  notesOf,
  openDocument,
  registerDocument,
  saveNote,
  saveValues,
  saveVersion,
  valuesOf,
  latestVersions,
  versionOf,
  versions,
  type Store,
} from '#store';
import { freshDatabase, runSql, type TestDatabase } from '../fixtures/database.js';
import { AT, CODE, seed, sha256 } from './seed.js';

const SINCE = parseLocalDate('2023-12-26');
const GAP = {
  path: 'исполнитель.телефон',
  label: 'телефон',
  source: 'справочник',
  required: true,
  line: 3,
  template: 'x',
};

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await freshDatabase();
  ({ store } = database);
  await seed(store);
});
afterEach(() => database.close());

describe('a document', () => {
  it('is opened once: a second opening gets the one that is there, as it stands', async () => {
    const first = await open('1', 'order-appointment', { holderId: 'sokolova' });
    const second = await open('1', 'order-appointment', { holderId: 'glevitskaya' });
    expect(second).toEqual(first);
    expect(first).toMatchObject({ state: 'filling', holderId: 'sokolova', latestVersion: 0, registration: null });
    expect(await documentById(store.db, 'unknown')).toBeNull();
  });

  it('is found with its item and with its roadmap, in the order of the table', async () => {
    await open('2', 'letter-organisations');
    await open('1', 'order-organisations');
    await open('1', 'letter-organisations');
    const kinds = (documents: readonly { itemNo: string; kind: string }[]) =>
      documents.map(({ itemNo, kind }) => `${itemNo} ${kind}`);
    expect(kinds(await documentsOf(store.db, { code: CODE, no: '1' }))).toEqual([
      '1 letter-organisations',
      '1 order-organisations',
    ]);
    expect(kinds(await documentsOfRoadmap(store.db, CODE))).toEqual([
      '1 letter-organisations',
      '1 order-organisations',
      '2 letter-organisations',
    ]);
  });

  it('remembers what was typed, the last word on each field', async () => {
    const { id } = await open('1', 'order-appointment');
    await store.transaction((tx) => saveValues(tx, id, { телефон: '1', список: [{ инн: '47' }] }));
    await store.transaction((tx) => saveValues(tx, id, { телефон: null }));
    await store.transaction((tx) => saveValues(tx, id, {}));
    expect(await valuesOf(store.db, id)).toEqual({ телефон: null, список: [{ инн: '47' }] });
  });
});

describe('a version', () => {
  it('comes back byte for byte, by number or as the latest', async () => {
    const { id } = await open('1', 'order-appointment');
    const bytes = [Uint8Array.from({ length: 300_000 }, (_, n) => (n * 31) % 256), new Uint8Array([0, 255, 92, 39])];
    for (const version of bytes) await save(id, version);
    expect((await versionOf(store.db, id, 1))?.bytes).toEqual(bytes[0]);
    expect(await versionOf(store.db, id, 'latest')).toEqual({
      documentId: id,
      no: 2,
      sha256: sha256(new Uint8Array([0, 255, 92, 39])),
      bytes: bytes[1],
      fileName: 'проект.docx',
      title: 'Проект',
      gaps: [GAP],
      madeAt: AT,
      madeBy: null,
      uploaded: false,
    });
    expect(await versionOf(store.db, id, 3)).toBeNull();
    expect((await versions(store.db, id)).map((version) => [version.no, 'bytes' in version])).toEqual([
      [1, false],
      [2, false],
    ]);
    const latest = await latestVersions(store.db, [id, 'нет такого']);
    expect([...latest].map(([of, { no, title }]) => [of, no, title])).toEqual([[id, 2, 'Проект']]);
  });

  it('with the bytes of the latest one is not made again, even by eight activities at once', async () => {
    const { id } = await open('1', 'order-appointment');
    const bytes = new Uint8Array([1]);
    const saved = await Promise.all(Array.from({ length: 8 }, () => save(id, bytes)));
    expect(new Set(saved.map(({ no }) => no))).toEqual(new Set([1]));
    expect(await versions(store.db, id)).toHaveLength(1);
  });

  it('may return to earlier bytes as a new version', async () => {
    const { id } = await open('1', 'order-appointment');
    for (const byte of [1, 2, 1]) await save(id, new Uint8Array([byte]));
    expect(await documentById(store.db, id)).toMatchObject({
      latestVersion: 3,
      latestSha256: sha256(Uint8Array.of(1)),
    });
  });

  it('is refused under a hash that is not its own, and without a document', async () => {
    const { id } = await open('1', 'order-appointment');
    await expect(save(id, Uint8Array.of(1), '0'.repeat(64))).rejects.toMatchObject({
      code: 'store.conflict',
      facts: { constraint: 'version_is_named_by_its_bytes' },
    });
    expect(await documentById(store.db, id)).toMatchObject({ latestVersion: 0, latestSha256: null });
    await expect(save('unknown', Uint8Array.of(1))).rejects.toMatchObject({ code: 'document.unknown' });
  });

  it.each([
    `update document_version set title = 'иначе'`,
    `delete from document_version`,
    `truncate document_version`,
    `truncate document cascade`,
  ])('is never changed or removed: the database refuses «%s»', async (statement) => {
    const { id } = await open('1', 'order-appointment');
    await save(id, Uint8Array.of(1));
    await expect(runSql(database.url, statement)).rejects.toThrow('document_version never changes');
  });
});

describe('registration', () => {
  it('gives number and date once; the same again is no change, another one is refused', async () => {
    const { id } = await open('1', 'order-appointment');
    expect(await register(id, '3538-р', '2023-12-28')).toBe('ok');
    expect(await register(id, ' 3538-р ', '2023-12-28')).toBe('ok');
    expect(await documentById(store.db, id)).toMatchObject({ registration: { number: '3538-р', date: '2023-12-28' } });
    await expect(register(id, '3539-р', '2023-12-28')).rejects.toMatchObject({ code: 'document.wrong_state' });
    await expect(register('unknown', '1', '2023-12-28')).rejects.toMatchObject({ code: 'document.unknown' });
  });

  it('gives a number to one document of its book and year', async () => {
    const act = await open('1', 'order-appointment');
    const otherAct = await open('2', 'order-organisations');
    expect(await register(act.id, '3538-р', '2023-12-28')).toBe('ok');
    expect(await register(otherAct.id, '3538-Р', '2023-12-29')).toBe('taken');
    expect(await register(otherAct.id, '3538-р', '2024-01-09')).toBe('ok');
  });

  it('numbers letters apart from acts', async () => {
    const act = await open('1', 'order-organisations');
    const letter = await open('1', 'letter-organisations');
    const otherLetter = await open('2', 'letter-organisations');
    expect(await register(act.id, '19-6310/2023', '2023-12-28')).toBe('ok');
    expect(await register(letter.id, '19-6310/2023', '2023-12-28')).toBe('ok');
    expect(await register(otherLetter.id, '19-6310/2023', '2023-12-29')).toBe('taken');
  });

  it('numbers memos and letters that fulfil no result of their own, in the books of their like', async () => {
    const cover = await open('1', 'letter-cover');
    const schedule = await open('2', 'letter-schedule');
    const memo = await open('2', 'memo-extension');
    const amendment = await open('2', 'order-amendment');
    expect(await register(cover.id, '7', '2023-12-28')).toBe('ok');
    expect(await register(schedule.id, '7', '2023-12-28')).toBe('taken');
    expect(await register(memo.id, '7', '2023-12-28')).toBe('ok');
    expect(await register(amendment.id, '7', '2023-12-28')).toBe('ok');
  });

  it('has one winner when several documents ask for one number at once, and the losers may take another', async () => {
    const kinds = ['order-appointment', 'order-organisations', 'order-equipment'] as const;
    const opened = await Promise.all(kinds.flatMap((kind) => [open('1', kind), open('2', kind)]));
    const answers = await Promise.all(opened.map(({ id }) => register(id, '1-р', '2024-01-09')));
    expect(answers.filter((answer) => answer === 'ok')).toHaveLength(1);
    const loser = opened[answers.indexOf('taken')];
    expect(await register(loser?.id ?? '', '2-р', '2024-01-09')).toBe('ok');
  });

  it('is backed by the database itself: a number written past the program is refused', async () => {
    const act = await open('1', 'order-appointment');
    await open('2', 'order-appointment');
    await register(act.id, '5-р', '2024-01-09');
    const past = `update document set numbering = 'order', reg_number = '5-Р', reg_date = '2024-02-01' where item_no = '2'`;
    await expect(runSql(database.url, past)).rejects.toThrow('document_number');
  });

  it('is not for kinds that bear no number', async () => {
    const { id } = await open('1', 'register-notices');
    await expect(register(id, '1', '2024-01-09')).rejects.toMatchObject({ code: 'document.wrong_state' });
  });
});

describe('a note', () => {
  it('keeps the words of an act; the first under an id stays until it is taken back', async () => {
    const note = {
      id: 'note-1',
      at: AT,
      by: 'sokolova',
      roadmapCode: CODE,
      itemNo: '1',
      documentId: null,
      text: 'Нет подписи заказчика',
      data: { 'исполнитель.телефон': '8 (812) 000-00-00' },
    };
    const keep = (text: string) => store.transaction((tx) => saveNote(tx, { ...note, text }));
    expect([await keep(note.text), await keep('другое')]).toEqual([true, false]);
    expect(await noteById(store.db, 'note-1')).toEqual(note);
    expect(await notesOf(store.db, { code: CODE, no: '1' })).toEqual([note]);
    expect(await notesOf(store.db, { code: CODE, no: '2' })).toEqual([]);
    await store.transaction((tx) => deleteNote(tx, 'note-1'));
    expect(await noteById(store.db, 'note-1')).toBeNull();
  });
});

function open(itemNo: string, kind: DocumentKind, change: { holderId?: string } = {}) {
  return store.transaction((tx) =>
    openDocument(tx, {
      id: `${CODE}/${itemNo}/${kind}`,
      roadmapCode: CODE,
      itemNo,
      kind,
      since: SINCE,
      holderId: change.holderId ?? null,
    }),
  );
}

function save(documentId: string, bytes: Uint8Array, hash = sha256(bytes)) {
  return store.transaction((tx) =>
    saveVersion(tx, {
      documentId,
      sha256: hash,
      bytes,
      fileName: 'проект.docx',
      title: 'Проект',
      gaps: [GAP],
      at: AT,
      by: null,
    }),
  );
}

function register(id: string, number: string, date: string) {
  return store.transaction((tx) => registerDocument(tx, { id, number, date: parseLocalDate(date) }));
}
