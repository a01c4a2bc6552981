/**
 * One LibreOffice with a folder of its own: a profile and what it works on. Turns several documents into PDF in one run,
 * because its start costs more than a document does.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isWhole } from './pdf.js';
import { writeOfficeProfile } from './office-profile.js';
import { runProgram, type Ended } from './run-program.js';

export interface OfficeSeat {
  /** @returns of each document its PDF, or null where none came out; how the run ended */
  convert(documents: readonly Uint8Array[], timeLimitMs: number, signal: AbortSignal): Promise<Converted>;
  /** Removes the folder. */
  close(): void;
}

export interface Converted {
  readonly pdfs: readonly (Uint8Array | null)[];
  readonly ended: Ended;
}

export function openOfficeSeat(office: string): OfficeSeat {
  const folder = mkdtempSync(join(tmpdir(), 'vekha-printing-'));
  const profile = join(folder, 'profile');
  writeOfficeProfile(profile);
  let runs = 0;
  return {
    async convert(documents, timeLimitMs, signal) {
      const work = join(folder, String((runs += 1)));
      mkdirSync(work);
      try {
        const files = documents.map((_, at) => join(work, `${at}.docx`));
        await Promise.all(files.map((file, at) => writeFile(file, documents[at] ?? new Uint8Array())));
        const args = [`-env:UserInstallation=${pathToFileURL(profile).href}`, ...SWITCHES, work, ...files];
        const ended = await runProgram({ program: office, args, folder, timeLimitMs, signal });
        return { ended, pdfs: await Promise.all(files.map((file) => readPdf(file.replace(/docx$/u, 'pdf')))) };
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

const SWITCHES = [
  '--headless',
  '--norestore',
  '--nolockcheck',
  '--nodefault',
  '--nofirststartwizard',
  '--convert-to',
  'pdf:writer_pdf_Export',
  '--outdir',
];

async function readPdf(file: string): Promise<Uint8Array | null> {
  const pdf = await readFile(file).catch(() => null);
  return pdf !== null && isWhole(pdf) ? pdf : null;
}
