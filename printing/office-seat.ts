/**
 * One LibreOffice with a folder of its own: a profile and what it works on. Converts several documents in one run, because
 * its start costs more than a document does.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { OfficeForm } from './office-formats.js';
import { isWhole } from './pdf.js';
import { writeOfficeProfile } from './office-profile.js';
import { runProgram, type Ended } from './run-program.js';

export interface OfficeSeat {
  /** @returns of each document what was asked for, or null where none came out; how the run ended */
  convert(
    documents: readonly Uint8Array[],
    form: OfficeForm,
    timeLimitMs: number,
    signal: AbortSignal,
  ): Promise<Converted>;
  /** Removes the folder. */
  close(): void;
}

export interface Converted {
  readonly files: readonly (Uint8Array | null)[];
  readonly ended: Ended;
}

export function openOfficeSeat(office: string): OfficeSeat {
  const folder = mkdtempSync(join(tmpdir(), 'vekha-printing-'));
  const profile = join(folder, 'profile');
  writeOfficeProfile(profile);
  let runs = 0;
  return {
    async convert(documents, { from, to, filter }, timeLimitMs, signal) {
      const work = join(folder, String((runs += 1)));
      mkdirSync(work);
      try {
        const files = documents.map((_, at) => join(work, `${at}.${from}`));
        await Promise.all(files.map((file, at) => writeFile(file, documents[at] ?? new Uint8Array())));
        const how = ['--convert-to', `${to}:${filter}`, '--outdir', work];
        const args = [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...SWITCHES, ...how, ...files];
        const ended = await runProgram({ program: office, args, folder, timeLimitMs, signal });
        return { ended, files: await Promise.all(files.map((_, at) => readWhole(join(work, `${at}.${to}`)))) };
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

const SWITCHES = ['--headless', '--norestore', '--nolockcheck', '--nodefault', '--nofirststartwizard'];

async function readWhole(file: string): Promise<Uint8Array | null> {
  const bytes = await readFile(file).catch(() => null);
  return bytes === null || (file.endsWith('.pdf') && !isWhole(bytes)) ? null : bytes;
}
