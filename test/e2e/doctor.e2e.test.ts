/** `doctor` looks at a machine that has nothing yet: it says what will come and from where, and touches nothing. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { doctor } from '#bin/doctor';
import { readSettings } from '#bin/settings';

let dir: string;
let calls: unknown[];
const hear = (call: unknown) => calls.push(call);
const CALLS = ['net.client.socket', 'undici:request:create'];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'vekha-doctor-'));
  calls = [];
  for (const channel of CALLS) subscribe(channel, hear);
});
afterEach(() => {
  for (const channel of CALLS) unsubscribe(channel, hear);
  rmSync(dir, { recursive: true, force: true });
});

/** A Python that leaves a trace when it is run. */
function tracingPython(): string {
  const python = join(dir, 'python3');
  writeFileSync(python, `#!/bin/sh\ntouch "${join(dir, 'python-was-run')}"\n`, { mode: 0o755 });
  return python;
}

const settings = (environment: Readonly<Record<string, string>> = {}) =>
  readSettings({ VEKHA_DATA: join(dir, 'data'), VEKHA_CACHE: join(dir, 'cache'), ...environment });

describe('doctor', () => {
  it('makes no file, runs no pip and calls nobody when the cache is empty', async () => {
    const report = await doctor(settings({ PYTHON: tracingPython() }));
    expect(report.ok).toBe(true);
    expect(readdirSync(dir)).toEqual(['python3']);
    expect(calls).toEqual([]);
    for (const name of ['Temporal', 'сервер репетиций']) {
      const check = report.checks.find((each) => each.name === name);
      expect(check?.state).toBe('later');
      expect(check?.found).toMatch(/^не загружен, \d+,\d МБ придут при .*pip .* или https:/u);
      expect(check?.advice).toContain(name === 'Temporal' ? 'TEMPORAL_CLI_PATH' : 'TEMPORAL_TEST_SERVER_PATH');
    }
  });

  it('would have heard a call', async () => {
    const server = createHttpServer((_, response) => response.writeHead(204, { connection: 'close' }).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await new Promise((resolve) => server.close(resolve));
    expect(calls.length).toBeGreaterThan(1);
  });

  it('names PostgreSQL with its version and folder, and the data folder that does not exist yet', async () => {
    const { checks } = await doctor(settings());
    expect(checks.find(({ name }) => name === 'PostgreSQL')).toMatchObject({
      state: 'ok',
      found: expect.stringMatching(/^\d+\.\d+, \//u),
    });
    expect(checks.find(({ name }) => name === 'папка данных')?.found).toContain('будет создана');
    expect(existsSync(join(dir, 'data'))).toBe(false);
  });

  it('says «нет» to a path that leads nowhere, and names the setting', async () => {
    const report = await doctor(settings({ TEMPORAL_CLI_PATH: join(dir, 'nothing'), PG_BIN: dir }));
    expect(report.ok).toBe(false);
    const missing = report.checks.filter(({ state }) => state === 'missing');
    expect(missing.map(({ name }) => name)).toEqual(['PostgreSQL', 'Temporal']);
    expect(missing.map(({ advice }) => advice).join()).toMatch(/PG_BIN.*TEMPORAL_CLI_PATH/su);
  });

  it('tells a damaged file in the cache from a whole one', async () => {
    const cached = join(dir, `temporal-1.9.1-${process.platform}-${process.arch}`);
    writeFileSync(cached, 'half a program', { mode: 0o755 });
    const { checks } = await doctor(settings({ VEKHA_CACHE: dir }));
    expect(checks.find(({ name }) => name === 'Temporal')).toMatchObject({
      state: 'later',
      advice: expect.stringContaining('повреждён'),
    });
  });

  it('goes on without the programs of PDF and pictures, and names the settings', async () => {
    const nothing = join(dir, 'nothing');
    const report = await doctor(settings({ VEKHA_SOFFICE: nothing, VEKHA_PDFTOPPM: nothing }));
    expect(report.ok).toBe(true);
    const printing = report.checks.filter(({ name }) => ['PDF', 'картинки страниц'].includes(name));
    expect(printing.map(({ state }) => state)).toEqual(['optional', 'optional']);
    expect(printing.map(({ advice }) => advice).join()).toMatch(/VEKHA_SOFFICE.*VEKHA_PDFTOPPM/su);
  });

  it('tells the version of LibreOffice as the program tells it', async () => {
    const office = join(dir, 'soffice');
    writeFileSync(office, '#!/bin/sh\necho "LibreOffice 25.8.1.1 40(Build:2)"\n', { mode: 0o755 });
    const { checks } = await doctor(settings({ VEKHA_SOFFICE: office }));
    expect(checks.find(({ name }) => name === 'PDF')?.found).toContain(`LibreOffice 25.8.1.1, ${office}`);
  });

  it('asks only the servers that a person set, and tells which does not answer', async () => {
    const silentPort = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        server.close(() => resolve(port));
      });
    });
    const report = await doctor(settings({ DATABASE_URL: `postgres://x@127.0.0.1:${silentPort}/x` }));
    expect(report.ok).toBe(false);
    expect(report.checks.find(({ state }) => state === 'broken')?.found).toContain(`:${silentPort} не отвечает`);
    expect(calls).toHaveLength(1);
  });
});
