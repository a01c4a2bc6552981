import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { VekhaError } from '#domain/errors';
import { appendixSheets, checkFonts, createPrinter, pageCount, type Printer } from '#printing';
import { made } from '../documents/made.js';
import { USUAL, whereOfficeIs } from './where-office-is.js';

whereOfficeIs('printing (on a machine with LibreOffice and Poppler)', () => {
  let printer: Printer;
  let order: Uint8Array;

  beforeAll(async () => {
    printer = createPrinter(USUAL);
    order = await made('order-equipment');
  });
  afterAll(() => printer.close());

  it('makes PDF/A-2b with Liberation inside and nothing else', async () => {
    const pdf = await printer.toPdf(order);
    const text = Buffer.from(pdf).toString('latin1');
    expect(text).toMatch(/<pdfaid:part>2<\/pdfaid:part>/u);
    expect(text).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/u);
    expect(text).toMatch(/\/OutputIntents/u);
    expect(text).not.toMatch(/\/(?:Encrypt|JavaScript|Launch|EmbeddedFile)\b/u);
    expect(checkFonts(pdf)).toBeNull();
    expect(facesBy(pdf)).toEqual(['LiberationSerif yes', 'LiberationSerif-Bold yes']);
  });

  it('counts pages as Poppler does', async () => {
    const pdf = await printer.toPdf(await made('letter-organisations'));
    const [, pages] = /^Pages:\s+(\d+)$/mu.exec(poppler('pdfinfo', pdf)) ?? [];
    expect(pageCount(pdf)).toBe(Number(pages));
  });

  it('prints what the document says, in its order', async () => {
    const text = poppler('pdftotext', await printer.toPdf(order), '-layout', '-');
    expect(text).toContain('РАСПОРЯЖЕНИЕ');
    expect(text.indexOf('ПЕРЕЧЕНЬ')).toBeGreaterThan(text.indexOf('И.А.Голубев'));
  });

  it('counts the sheets of appendices, and none where there is no appendix', async () => {
    expect(await appendixSheets(printer, await made('letter-organisations'))).toBe(8);
    expect(await appendixSheets(printer, await made('letter-schedule'))).toBeNull();
  });

  it('draws a page of the width asked for', async () => {
    const png = await printer.toPicture(await printer.toPdf(order), { page: 2, width: 500 });
    expect(Buffer.from(png).readUInt32BE(16)).toBe(500);
  });

  it('goes on with the others when one document cannot be read', async () => {
    const broken = printer.toPdf(notWord());
    const good = printer.toPdf(order);
    await expect(broken).rejects.toMatchObject({ code: 'printing.failed' });
    expect(pageCount(await good)).toBe(3);
  });

  it('refuses a file that is not a .docx before LibreOffice sees it', async () => {
    await expect(printer.toPdf(Buffer.from('%PDF-1.7'))).rejects.toMatchObject({ code: 'input.damaged' });
  });
});

describe('a LibreOffice that hangs', () => {
  let folder: string;
  let printer: Printer;

  afterEach(async () => {
    await printer.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is ended with all that it started when its time is up, and leaves no folder', async () => {
    ({ folder, printer } = withOffice('echo "$TMPDIR" > "$PIDS.folder"; sleep 300 & echo $! > "$PIDS"; wait'));
    await expect(printer.toPdf(await made('letter-schedule'))).rejects.toMatchObject({ code: 'printing.time_limit' });
    await expect(isAlive(startedBy(folder))).resolves.toBe(false);
    await printer.close();
    expect(existsSync(readFileSync(join(folder, 'pids.folder'), 'utf8').trim())).toBe(false);
  });

  it('does not hold the printer by a process that left its group and keeps its streams open', async () => {
    ({ folder, printer } = withOffice('setsid sleep 8 & sleep 300'));
    const asked = Date.now();
    await expect(printer.toPdf(await made('letter-schedule'))).rejects.toMatchObject({ code: 'printing.time_limit' });
    expect(Date.now() - asked).toBeLessThan(6_000);
  });

  it('is ended when the work stops, and what waits is refused', async () => {
    ({ folder, printer } = withOffice('sleep 300 & echo $! > "$PIDS"; wait', 60_000));
    const asked = printer.toPdf(await made('letter-schedule')).catch((error: unknown) => error);
    await until(() => existsSync(join(folder, 'pids')));
    await printer.close();
    expect(await asked).toMatchObject({ code: 'run.interrupted' });
    await expect(isAlive(startedBy(folder))).resolves.toBe(false);
    await expect(printer.toPdf(await made('letter-schedule'))).rejects.toMatchObject({ code: 'run.interrupted' });
  });

  it('gets its own names for files and nothing of our environment', async () => {
    ({ folder, printer } = withOffice('for each; do echo "$each"; done | grep docx > "$PIDS"; env >> "$PIDS"'));
    await expect(printer.toPdf(await made('letter-schedule'))).rejects.toMatchObject({ code: 'printing.failed' });
    const [file, ...environment] = readFileSync(join(folder, 'pids'), 'utf8').trim().split('\n');
    expect(file).toMatch(/\/1\/0\.docx$/u);
    const names = environment.map((line) => line.split('=')[0]).filter((name) => !SHELLS_OWN.has(name ?? ''));
    expect(names.sort()).toEqual(['HOME', 'LANG', 'PATH', 'TMPDIR']);
  });
});

describe('a machine without LibreOffice', () => {
  it('is told what to install or to set', async () => {
    const printer = createPrinter({ office: '/nowhere/soffice', pictures: '/nowhere/pdftoppm' });
    const docx = await made('letter-schedule');
    await expect(printer.toPdf(docx)).rejects.toThrow(
      new VekhaError(
        'printing.missing',
        'Программа LibreOffice не найдена: исправьте путь «/nowhere/soffice» в VEKHA_SOFFICE.',
      ),
    );
    await expect(printer.toPicture(docx, { page: 1, width: 100 })).rejects.toMatchObject({ code: 'printing.missing' });
    await printer.close();
  });
});

const SHELLS_OWN: ReadonlySet<string> = new Set(['PWD', 'OLDPWD', 'SHLVL', '_']);

/** A script in the place of LibreOffice; it writes to `$PIDS` what a test wants to know. */
function withOffice(script: string, startMs = 700): { folder: string; printer: Printer } {
  const folder = mkdtempSync(join(tmpdir(), 'fake-office-'));
  const office = join(folder, 'soffice');
  writeFileSync(office, `#!/bin/sh\nPIDS='${join(folder, 'pids')}'\n${script}\n`);
  chmodSync(office, 0o755);
  return { folder, printer: createPrinter({ office, pictures: null, startMs, documentMs: 100 }) };
}

function startedBy(folder: string): number {
  return Number(readFileSync(join(folder, 'pids'), 'utf8'));
}

/** A moment is given to the system: a killed process is gone when its parent has heard of it. */
async function isAlive(pid: number): Promise<boolean> {
  return until(() => !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ')).then(
    () => false,
    () => true,
  );
}

async function until(met: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (met()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('it did not happen within 5 s');
}

function poppler(program: string, pdf: Uint8Array, ...args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'poppler-'));
  try {
    const file = join(folder, 'a.pdf');
    writeFileSync(file, pdf);
    return execFileSync(program, [file, ...args], { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Face and whether it is embedded, as pdffonts prints them. */
function facesBy(pdf: Uint8Array): readonly string[] {
  const rows = poppler('pdffonts', pdf).split('\n').slice(2).filter(Boolean);
  return rows
    .map((row) => /\+(\S+).*?\s(yes|no)\s+(?:yes|no)\s+(?:yes|no)\s/u.exec(row)?.slice(1).join(' ') ?? row)
    .sort();
}

/** A zip that says it is a .docx and holds no document: LibreOffice refuses it. */
function notWord(): Uint8Array {
  return zipSync({ 'hello.txt': new TextEncoder().encode('hello') });
}
