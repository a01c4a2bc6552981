/**
 * Documents to PDF/A-2b and pages to pictures. Documents that are asked for at about the same time go into one run of
 * LibreOffice; several runs go side by side, each in a folder of its own. A document that LibreOffice does not survive takes
 * nobody with it: the others of its run are tried again alone.
 */
import { VekhaError } from '#domain/errors';
import { withFreeFonts } from './free-fonts.js';
import { interrupted } from './interrupted.js';
import { TO_PDF } from './office-formats.js';
import { openOfficeSeat, type Converted, type OfficeSeat } from './office-seat.js';
import { changeParts } from './package-parts.js';
import { picture, type PictureOptions } from './picture.js';
import { sightOffice, sightPictures, type PrintingSearch } from './programs.js';
import type { Ended } from './run-program.js';

export interface PrinterOptions extends PrintingSearch {
  /** How many runs of LibreOffice go side by side. */
  readonly seats?: number;
  /** For the start of LibreOffice, and for each document beside it (a long one is given more), milliseconds. */
  readonly startMs?: number;
  readonly documentMs?: number;
}

export interface Printer {
  /**
   * PDF/A-2b with its fonts inside.
   * @throws VekhaError 'printing.missing', 'printing.failed', 'printing.time_limit', 'input.damaged', 'run.interrupted'
   */
  toPdf(docx: Uint8Array): Promise<Uint8Array>;
  /** PNG of one page. @throws VekhaError as `toPdf` does */
  toPicture(pdf: Uint8Array, options: PictureOptions): Promise<Uint8Array>;
  /** Ends what runs and removes every folder; what waits is refused. */
  close(): Promise<void>;
}

const MOST_IN_ONE_RUN = 20;

/** A register of a thousand rows; a longer document is given more time in proportion. */
const USUAL_BYTES = 50_000;

interface Job {
  readonly docx: Uint8Array;
  readonly done: (pdf: Uint8Array) => void;
  readonly failed: (error: unknown) => void;
}

export function createPrinter({
  seats = 2,
  startMs = 60_000,
  documentMs = 15_000,
  ...search
}: PrinterOptions): Printer {
  const stop = new AbortController();
  const free: OfficeSeat[] = [];
  const running = new Set<Promise<void>>();
  let waiting: Job[] = [];

  /** After the present turn of the event loop, so that documents asked for together go together. */
  function wake(): void {
    setImmediate(() => {
      while (waiting.length > 0 && running.size < seats && !stop.signal.aborted) {
        const batch = waiting.slice(0, MOST_IN_ONE_RUN);
        waiting = waiting.slice(batch.length);
        const run = convert(batch).finally(() => {
          running.delete(run);
          wake();
        });
        running.add(run);
      }
    });
  }

  async function convert(batch: readonly Job[]): Promise<void> {
    try {
      if (stop.signal.aborted) throw interrupted('Документ не напечатан');
      const limit = timeLimit(batch);
      const { files, ended } = await onSeat((seat) => seat.convert(batch.map(docxOf), TO_PDF, limit, stop.signal));
      const left = batch.filter((job, at) => {
        const pdf = files[at] ?? null;
        if (pdf !== null) job.done(pdf);
        return pdf === null;
      });
      if (batch.length === 1) left.forEach(({ failed }) => failed(refusal(ended, limit)));
      else for (const job of left) await convert([job]);
    } catch (error) {
      for (const { failed } of batch) failed(error); // those that are done already do not hear it
    }
  }

  /** A LibreOffice that was killed or fell leaves its profile half written: the next run gets another. */
  async function onSeat(work: (seat: OfficeSeat) => Promise<Converted>): Promise<Converted> {
    const seat = free.pop() ?? openOfficeSeat(sightOffice(search));
    let whole = false;
    try {
      const converted = await work(seat);
      whole = converted.ended.code === 0;
      return converted;
    } finally {
      if (whole) free.push(seat);
      else seat.close();
    }
  }

  function timeLimit(batch: readonly Job[]): number {
    return batch.reduce((sum, { docx }) => sum + documentMs * Math.max(1, docx.length / USUAL_BYTES), startMs);
  }

  return {
    toPdf: (docx) =>
      new Promise((done, failed) => {
        if (stop.signal.aborted) return failed(interrupted('Документ не напечатан'));
        sightOffice(search);
        waiting.push({ docx: changeParts(docx, (_, xml) => withFreeFonts(xml)), done, failed });
        wake();
      }),
    toPicture: (pdf, options) =>
      Promise.resolve().then(() => picture(sightPictures(search), pdf, options, stop.signal)),
    async close() {
      stop.abort();
      for (const { failed } of waiting) failed(interrupted('Документ не напечатан'));
      waiting = [];
      await Promise.all(running);
      for (const seat of free.splice(0)) seat.close();
    },
  };
}

function docxOf({ docx }: Job): Uint8Array {
  return docx;
}

function refusal({ why, complaint }: Ended, limitMs: number): VekhaError {
  if (why === 'stopped') return interrupted('Документ не напечатан');
  const seconds = Math.round(limitMs / 1000);
  if (why === 'time') {
    return new VekhaError('printing.time_limit', `Документ не напечатан: LibreOffice не ответил за ${seconds} с.`);
  }
  const message =
    'Документ не напечатан: LibreOffice не смог его прочесть, откройте .docx в Word и сохраните в PDF оттуда.';
  return new VekhaError('printing.failed', message, { complaint });
}
