import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { silent, supervise, type EmbeddedPart } from '#embedded';
import { launch } from '../../embedded/running.js';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'vekha-supervise-'));
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** A part around a real process that runs `script`. */
function part(script: string, port = 20_001): EmbeddedPart {
  const running = launch({ command: 'sh', args: ['-c', script] }, join(dir, 'log'));
  const pid = running.mark?.pid ?? null;
  return { name: 'Часть', pid, port, exited: running.exited, stop: () => running.stop([]) };
}

const quick = { say: silent, firstPauseMs: 5 };

describe('the supervisor', () => {
  it('asks for the same port when it starts a dead part again', async () => {
    const ports: (number | undefined)[] = [];
    const restarted: EmbeddedPart[] = [];
    const supervised = await supervise(
      (port) => {
        ports.push(port);
        return Promise.resolve(part('sleep 60', 20_007));
      },
      { ...quick, onRestart: (again) => restarted.push(again) },
    );
    process.kill(supervised.current().pid ?? 0, 'SIGKILL');
    while (restarted.length === 0) await sleep(5);
    expect(ports).toEqual([undefined, 20_007]);
    expect(supervised.current()).toBe(restarted[0]);
    await supervised.stop();
  });

  it('gives up after five quick failures in a row and says what the last one was', async () => {
    let starts = 0;
    const lines: string[] = [];
    const supervised = await supervise(
      () => {
        starts++;
        return Promise.resolve(part('exit 7'));
      },
      { ...quick, say: { ...silent, line: (text) => lines.push(text) } },
    );
    expect(await supervised.gaveUp).toMatchObject({
      code: 'embedded.start_failed',
      message: 'Часть: 5 сбоев подряд, перезапуск прекращён; последний: процесс завершился с кодом 7',
    });
    expect(starts).toBe(5);
    expect(lines).toHaveLength(4);
    await supervised.stop();
  });

  it('counts a restart that fails as a failure', async () => {
    let starts = 0;
    const supervised = await supervise(
      () => {
        if (++starts > 1) return Promise.reject(new Error('порт занят'));
        return Promise.resolve(part('exit 1'));
      },
      { ...quick, patience: 3 },
    );
    expect((await supervised.gaveUp).message).toContain('порт занят');
    expect(starts).toBe(3);
  });

  it('forgives failures once a part has lived long enough', async () => {
    let starts = 0;
    const supervised = await supervise(() => Promise.resolve(part(++starts < 6 ? 'sleep 0.05' : 'sleep 60')), {
      ...quick,
      patience: 2,
      quickMs: 20,
    });
    while (starts < 6) await sleep(10);
    await supervised.stop();
    expect(starts).toBe(6);
  });

  it('starts nothing again after it was told to stop, not even during the pause before a restart', async () => {
    let starts = 0;
    const supervised = await supervise(
      () => {
        starts++;
        return Promise.resolve(part('exit 1'));
      },
      { say: silent, firstPauseMs: 60_000 },
    );
    await supervised.current().exited;
    await supervised.stop();
    expect(starts).toBe(1);
  });

  it('stops a part that was just being started again when it was told to stop', async () => {
    const started: EmbeddedPart[] = [];
    const supervised = await supervise(
      async () => {
        if (started.length > 0) await sleep(150); // a restart takes its time
        started.push(part('sleep 60'));
        return started.at(-1) ?? part('exit 1');
      },
      { say: silent, firstPauseMs: 1 },
    );
    process.kill(supervised.current().pid ?? 0, 'SIGKILL');
    await supervised.current().exited;
    await sleep(50);
    await supervised.stop();
    expect(started).toHaveLength(2);
    expect(await started[1]?.exited).toMatchObject({ asked: true });
  });

  it('passes on the failure of the very first start', async () => {
    await expect(supervise(() => Promise.reject(new Error('нет программы')), quick)).rejects.toThrow('нет программы');
  });
});

describe('a process in our hands', () => {
  it('is killed when it does not heed the polite request in time', async () => {
    const running = launch(
      { command: 'sh', args: ['-c', 'trap "" TERM; while :; do sleep 0.05; done'] },
      join(dir, 'log'),
    );
    await sleep(100); // the trap must be set
    await running.stop([{ signal: 'SIGTERM', graceMs: 100 }]);
    expect(await running.exited).toMatchObject({ signal: 'SIGKILL', asked: true });
  });

  it('tells why a program could not be started at all', async () => {
    const running = launch({ command: join(dir, 'absent'), args: [] }, join(dir, 'log'));
    expect(await running.exited).toMatchObject({ code: null, detail: expect.stringContaining('ENOENT') });
    await running.stop([]);
  });

  it('does not hear the Ctrl-C of the terminal, because it has a process group of its own', async () => {
    const running = launch({ command: 'sleep', args: ['60'] }, join(dir, 'log'));
    const pid = running.mark?.pid ?? 0;
    expect(() => process.kill(-pid, 0)).not.toThrow(); // it leads a group
    await running.stop([]);
  });
});
