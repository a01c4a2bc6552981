/**
 * A program from Temporal's own download site, asked for in the way the Temporal SDK asks.
 * The site gives no checksum: the caller compares with the pin, if there is one for this platform.
 */
import { join } from 'node:path';
import { Readable, type Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { writeProgram } from './checked-file.js';
import { messageOf } from './failure.js';
import type { ProgramPin } from './program-pins.js';
import type { Say } from './say.js';
import { fileFromTar } from './tar.js';

export const DOWNLOAD_SITE = 'https://temporal.download';

/** Nothing has come in for so long: give up. */
const STALLED_MS = 60_000;

/**
 * @param staging an empty folder of ours; the program is written to `<staging>/program`
 * @param site address without a trailing slash
 * @returns SHA-256 of the program
 * @throws Error in one line when the site is out of reach or answers with something else
 */
export async function programFromSite(pin: ProgramPin, staging: string, site: string, say: Say): Promise<string> {
  const { archiveUrl, fileToExtract } = await archiveOf(pin, site);
  if (!new URL(archiveUrl).pathname.endsWith('.tar.gz')) throw new Error(`неизвестный вид архива: ${archiveUrl}`);
  const impatience = new AbortController();
  const timer = setTimeout(() => impatience.abort(new Error('данные не поступали')), STALLED_MS);
  try {
    const answer = await fetch(archiveUrl, { signal: impatience.signal });
    if (!answer.ok || answer.body === null) throw new Error(`ответ ${answer.status}`);
    const total = Number(answer.headers.get('content-length')) || null; // absent when sent in chunks
    let done = 0;
    const body = Readable.fromWeb(answer.body).on('data', (chunk: Uint8Array) => {
      done += chunk.length;
      timer.refresh();
      say.progress(`${pin.title}: загрузка`, done, total);
    });
    const through: Transform[] = [createGunzip(), fileFromTar(fileToExtract)];
    return await writeProgram(body, through, join(staging, 'program'));
  } catch (error) {
    throw new Error(messageOf(error), { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function archiveOf(pin: ProgramPin, site: string): Promise<{ archiveUrl: string; fileToExtract: string }> {
  const url = new URL(`${site}/${pin.site.artifact}/v${pin.version}`);
  url.searchParams.set('arch', process.arch === 'x64' ? 'amd64' : process.arch);
  url.searchParams.set('platform', process.platform);
  if (pin.site.format !== undefined) url.searchParams.set('format', pin.site.format);
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) }).catch((error: unknown) => {
    throw new Error(messageOf(error), { cause: error });
  });
  if (!answer.ok) throw new Error(`ответ ${answer.status} на ${url.href}`);
  const info: unknown = await answer.json();
  if (typeof info === 'object' && info !== null && 'archiveUrl' in info && 'fileToExtract' in info) {
    const { archiveUrl, fileToExtract } = info;
    if (typeof archiveUrl === 'string' && typeof fileToExtract === 'string') return { archiveUrl, fileToExtract };
  }
  throw new Error(`неожиданный ответ на ${url.href}`);
}
