/** A draft edited in Word becomes a version, is decided on by its hash, and is registered with the clerk's words in it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { documentText, standInValues } from '#documents';
import { parseLocalDate } from '#domain/local-date';
import { journal, notesOf } from '#store';
import { openWorld, type World } from '../fixtures/world.js';

const CODE = 'ЦОС-2024';
const ID = `${CODE}/1/order-appointment`;
let world: World;
let idOf: (surname: string) => string;
let edited: Uint8Array;

beforeAll(async () => {
  world = await openWorld();
  ({ idOf } = await world.launch3509());
  const by = idOf('Соколова');
  await world.client.documents.fill(ID, { by, values: standInValues('order-appointment', { responsibleId: by }) });
  const { bytes } = await world.client.documents.file(ID);
  edited = withWords(bytes, 'обеспечить', 'обеспечить в полном объёме');
});
afterAll(() => world.close());

describe('a draft edited in Word', () => {
  it.each([
    ['by somebody else', 'Тихонов', 2, 'permission.denied'],
    ['of a version that is no longer the last', 'Соколова', 1, 'document.stale_version'],
  ])('%s is refused and leaves nothing behind', async (_what, who, version, code) => {
    const before = await world.client.documents.card(ID);
    const act = { by: idOf(who), version, bytes: edited, actId: `refused-${version}-${who}` };
    await expect(world.client.documents.upload(ID, act)).rejects.toMatchObject({ code });
    expect(await world.client.documents.card(ID)).toEqual(before);
    const notes = await notesOf(world.store.db, { code: CODE, no: '1' });
    expect(notes.filter(({ id }) => id.startsWith('refused-'))).toEqual([]);
  });

  it('that was not edited is refused: nothing would tell whether the template or the file is meant', async () => {
    const { bytes } = await world.client.documents.file(ID);
    await expect(world.client.documents.upload(ID, { by: idOf('Соколова'), version: 2, bytes })).rejects.toMatchObject({
      code: 'act.invalid',
      message: 'Файл не загружен: он тот же, что версия 2.',
    });
    expect(await world.client.documents.card(ID)).toMatchObject({ version: 2 });
  });

  it('is the next version, byte for byte, and goes to the approver; twice under one id is once', async () => {
    const act = { by: idOf('Соколова'), version: 2, bytes: edited, actId: 'edited-once' };
    const first = await world.client.documents.upload(ID, act);
    expect(first.status).toBe('onApproval');
    expect(await world.client.documents.upload(ID, act)).toEqual(first);
    expect(await world.client.documents.card(ID)).toMatchObject({ version: 3, state: 'onApproval' });
    expect((await world.client.documents.file(ID)).bytes).toEqual(Buffer.from(edited));
    expect(await journal(world.store.db, { documentId: ID, act: 'upload' })).toHaveLength(1);
    const { changes } = await world.client.documents.compare(ID);
    expect(changes).toMatchObject([{ words: expect.arrayContaining([{ text: ' в полном объёме', change: 'added' }]) }]);
  });

  it('is not lost to the fields: filling them needs the word that a new text is meant', async () => {
    const act = { by: idOf('Соколова'), values: { роль: 'ответственное лицо' } };
    await expect(world.client.documents.fill(ID, act)).rejects.toMatchObject({
      code: 'document.wrong_state',
      message: expect.stringContaining('--anew'),
    });
    expect(await world.client.documents.card(ID)).toMatchObject({ version: 3 });
  });

  it('is registered with the words of the clerk: nothing changes but the date and the number', async () => {
    await world.client.documents.decide(ID, { by: idOf('Глевицкая'), decision: 'approve', version: 3 });
    const date = parseLocalDate('2023-12-26');
    const act = { by: idOf('Соколова'), number: '3538-р', date, version: 3, actId: 'registered-once' };
    await world.client.documents.register(ID, act);
    expect(await world.client.documents.card(ID)).toMatchObject({ state: 'registered', version: 4 });
    const text = documentText((await world.client.documents.file(ID)).bytes).replaceAll('\u2011', '-');
    expect(text).toContain('обеспечить в полном объёме');
    expect(text).toMatch(/26\.12\.2023\t№.3538-р/u);
    const { changes } = await world.client.documents.compare(ID);
    expect(changes).toHaveLength(1);
  });
});

function withWords(bytes: Uint8Array, was: string, now: string): Uint8Array {
  const parts = unzipSync(bytes);
  const name = 'word/document.xml';
  const xml = strFromU8(parts[name] ?? new Uint8Array());
  expect(xml).toContain(was);
  return zipSync({ ...parts, [name]: strToU8(xml.replace(was, now)) });
}
