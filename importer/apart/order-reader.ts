/**
 * Files from outside are read in a process of their own: whatever a file does to its reader, the program that asked goes
 * on and hears one sentence. One process a file, ended with its answer; nothing is written anywhere.
 */
import { fork } from 'node:child_process';
import { VekhaError } from '#domain/errors';
import { askedConversion, type OfficeConversion } from '../formats/needs-office.js';
import type { TracedReading } from '../order-of-blocks.js';
import type { readOrder } from '../read-order.js';
import type { ReadingAnswer, ReadingLimits, ReadingTask } from './messages.js';

export interface OrderReaderOptions extends Partial<ReadingLimits> {
  /** The compiled `reading-process.js`: a process cannot run TypeScript. */
  readonly entry: string | URL;
  /**
   * What LibreOffice makes of a file that is not read here.
   * @throws VekhaError 'printing.missing' when there is none on this machine
   */
  readonly convert: (bytes: Uint8Array, conversion: OfficeConversion) => Promise<Uint8Array>;
}

/** As `readOrder`, with 'input.time_limit' and 'input.too_large' for a file that takes too much. One file after another. */
export function createOrderReader({
  entry,
  convert,
  memoryMb = 512,
  timeMs = 30_000,
}: OrderReaderOptions): typeof readOrder {
  const read = (task: ReadingTask) => readApart(entry, task, { memoryMb, timeMs });
  let last: Promise<unknown> = Promise.resolve();
  return (bytes, options) => {
    const reading = last.then(() =>
      read({ bytes, options }).catch(async (refused: unknown) => {
        const conversion = askedConversion(refused);
        if (conversion === null) throw refused;
        return told(await read({ bytes: await converted(refused, bytes, conversion), options }));
      }),
    );
    last = reading.catch(() => undefined); // a file that was refused does not stop the next
    return reading;
  };

  /** Without LibreOffice the first refusal says what to do. */
  function converted(refused: unknown, bytes: Uint8Array, conversion: OfficeConversion): Promise<Uint8Array> {
    return convert(bytes, conversion).catch((error: unknown) => {
      throw error instanceof VekhaError && error.code === 'printing.missing' ? refused : error;
    });
  }
}

function told(reading: TracedReading): TracedReading {
  const message = 'файл прочитан с помощью LibreOffice: сверьте таблицу с бумагой.';
  return { ...reading, problems: [{ severity: 'note', where: 'файл', message }, ...reading.problems] };
}

function readApart(
  entry: string | URL,
  task: ReadingTask,
  { memoryMb, timeMs }: ReadingLimits,
): Promise<TracedReading> {
  return new Promise((done, failed) => {
    const child = fork(entry, [String(memoryMb), String(timeMs)], {
      execArgv: [`--max-old-space-size=${memoryMb}`],
      // A process on Windows does not start without its environment.
      ...(process.platform === 'win32' ? {} : { env: {} }),
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const settle = (tell: () => void) => {
      clearTimeout(clock);
      child.removeAllListeners();
      child.on('error', () => undefined); // of a message that it no longer takes
      child.kill('SIGKILL');
      tell();
    };
    const clock = setTimeout(() => settle(() => failed(tooLong(timeMs))), timeMs);
    child.once('message', (answer: ReadingAnswer) => settle(() => hear(answer, done, failed)));
    child.once('error', (error) => settle(() => failed(error)));
    child.once('exit', (code, signal) => settle(() => failed(lost(code, signal, memoryMb))));
    child.send(task);
  });
}

function hear(answer: ReadingAnswer, done: (reading: TracedReading) => void, failed: (error: Error) => void): void {
  if (answer.type === 'read') done(answer.reading);
  else if (answer.type === 'refused') failed(new VekhaError(answer.code, answer.message, answer.facts));
  else failed(new Error(`the reading process failed: ${answer.message}`));
}

function tooLong(timeMs: number): VekhaError {
  const seconds = String(timeMs / 1000).replace('.', ',');
  return new VekhaError(
    'input.time_limit',
    `Файл не прочитан за ${seconds} с: оставьте в нём только распоряжение с дорожной картой и сохраните заново.`,
  );
}

/** V8 ends itself when its heap is full (an abort, or code 134), the guard by a signal. */
function lost(code: number | null, signal: NodeJS.Signals | null, memoryMb: number): Error {
  if (signal === null && code !== 134) return new Error(`the reading process ended with code ${code ?? 'none'}`);
  return new VekhaError(
    'input.too_large',
    `Файл не прочитан: не хватило ${memoryMb} МБ памяти. Оставьте в нём только распоряжение с дорожной картой и сохраните заново.`,
  );
}
