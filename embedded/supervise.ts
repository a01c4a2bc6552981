/**
 * Keeps a part alive: when its process dies unasked, starts it again on the same data and port, ever more slowly, and
 * gives up with a clear error when that does not help. Knows nothing of what the part is.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { VekhaError } from '#domain/errors';
import { messageOf } from './failure.js';
import type { EmbeddedPart, ExitReason } from './part.js';
import { seconds, type Say } from './say.js';

export interface SuperviseOptions<P> {
  readonly say: Say;
  /** called after each restart with the new part */
  readonly onRestart?: (part: P) => void;
  /** so many quick failures in a row and it gives up; default 5 */
  readonly patience?: number;
  /** a part that lived shorter failed quickly, in milliseconds; default 10,000 */
  readonly quickMs?: number;
  /** pause before the first restart, doubled for each further one, in milliseconds; default 100, at most 10,000 */
  readonly firstPauseMs?: number;
}

export interface Supervised<P> {
  /** the part as it is now; between a death and the restart, the dead one */
  current(): P;
  /** Resolves when it gave up; never when the part was stopped. Never rejects. */
  readonly gaveUp: Promise<VekhaError>;
  /** Stops watching, then the part; waits for a restart under way. */
  stop(): Promise<void>;
}

/**
 * Starts a part and watches it.
 * @param start starts the part; on a restart it gets the port of the dead one, to ask for it again
 * @throws whatever the first start throws
 */
export async function supervise<P extends EmbeddedPart>(
  start: (port: number | undefined) => Promise<P>,
  options: SuperviseOptions<P>,
): Promise<Supervised<P>> {
  const { say, onRestart, patience = 5, quickMs = 10_000, firstPauseMs = 100 } = options;
  const stopping = new AbortController();
  const isStopping = () => stopping.signal.aborted;
  let part = await start(undefined);

  async function watch(): Promise<VekhaError | null> {
    for (let failures = 0, began = Date.now(); ; began = Date.now()) {
      const reason = await part.exited;
      if (isStopping() || reason.asked) return null;
      let trouble = describe(reason);
      failures = Date.now() - began < quickMs ? failures + 1 : 1;
      for (;;) {
        if (failures >= patience) return hopeless(part.name, failures, trouble);
        const pauseMs = Math.min(firstPauseMs * 2 ** (failures - 1), 10_000);
        say.line(`${part.name}: ${trouble}; перезапуск через ${seconds(pauseMs)}`);
        await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined);
        if (isStopping()) return null;
        try {
          part = await start(part.port ?? undefined);
          if (isStopping()) {
            await part.stop();
            return null;
          }
          onRestart?.(part);
          break;
        } catch (error) {
          trouble = messageOf(error);
          failures++;
        }
      }
    }
  }

  const watching = watch();
  return {
    current: () => part,
    gaveUp: new Promise((resolve) => void watching.then((error) => error !== null && resolve(error))),
    async stop() {
      stopping.abort();
      await part.stop();
      await watching; // a part that is just starting again is stopped when it has started
    },
  };
}

function describe({ code, signal, detail }: ExitReason): string {
  if (detail !== undefined) return `не запускается (${detail})`;
  if (signal !== null) return `процесс прерван сигналом ${signal}`;
  return code === null ? 'процесс завершился' : `процесс завершился с кодом ${code}`;
}

function hopeless(name: string, failures: number, trouble: string): VekhaError {
  return new VekhaError(
    'embedded.start_failed',
    `${name}: ${failures} сбоев подряд, перезапуск прекращён; последний: ${trouble}`,
    { failures },
  );
}
