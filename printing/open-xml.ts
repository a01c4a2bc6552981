/** Documents of other programs as .docx or .xlsx: one run of LibreOffice for each, in a folder that goes with it. */
import { VekhaError } from '#domain/errors';
import { toOpenXml } from './office-formats.js';
import { openOfficeSeat } from './office-seat.js';
import { sightOffice, type PrintingSearch } from './programs.js';

/** A cold start of LibreOffice takes ten seconds on a slow machine, an act one. */
const TIME_LIMIT_MS = 60_000;

/**
 * @param conversion endings of names without the dot: what the bytes are, what they shall be
 * @throws VekhaError 'printing.missing', 'printing.time_limit'; 'input.damaged' for what LibreOffice cannot read
 */
export async function asOpenXml(
  search: PrintingSearch,
  bytes: Uint8Array,
  { from, to }: { readonly from: string; readonly to: 'docx' | 'xlsx' },
  timeLimitMs = TIME_LIMIT_MS,
): Promise<Uint8Array> {
  const seat = openOfficeSeat(sightOffice(search));
  try {
    const signal = new AbortController().signal;
    const { files, ended } = await seat.convert([bytes], toOpenXml(from, to), timeLimitMs, signal);
    const [file] = files;
    if (ended.why === 'time') throw late(to, timeLimitMs);
    if (file == null) {
      throw new VekhaError(
        'input.damaged',
        `LibreOffice не смог прочесть файл: откройте его в той программе, где он сделан, и сохраните как .${to}.`,
        { complaint: ended.complaint },
      );
    }
    return file;
  } finally {
    seat.close();
  }
}

function late(to: string, timeLimitMs: number): VekhaError {
  const seconds = Math.round(timeLimitMs / 1000);
  return new VekhaError(
    'printing.time_limit',
    `LibreOffice не прочёл файл за ${seconds} с: сохраните его как .${to} и загрузите снова.`,
  );
}
