/**
 * Ports on 127.0.0.1: a free one, and the one a data folder used last time.
 * Binds and lets go; keeps nothing open.
 */
import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

// Below the range from which systems take ports for outgoing connections (Linux 32768, macOS 49152): a client that
// keeps dialling a dead server on a port of that range can at last be connected to itself and so occupy the port.
const LOWEST = 20_000;
const BEYOND = 32_000;

/** A TCP port of 127.0.0.1 on which nobody listens now. */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < 50; attempt++) {
    const port = randomInt(LOWEST, BEYOND);
    if (await isFree(port)) return port;
  }
  return anyPort();
}

/** The port that was remembered in `file` if it is or becomes free within `patienceMs`, else a new one. */
export async function rememberedPort(file: string, patienceMs: number): Promise<number> {
  const last = readPort(file);
  return last !== null && (await becomesFree(last, patienceMs)) ? last : freePort();
}

export function rememberPort(file: string, port: number): void {
  writeFileSync(file, `${port}\n`);
}

/** Waits for a port to be let go, as a server that was just killed lets go of its own. */
export async function becomesFree(port: number, patienceMs: number): Promise<boolean> {
  const until = Date.now() + patienceMs;
  while (!(await isFree(port))) {
    if (Date.now() >= until) return false;
    await sleep(50);
  }
  return true;
}

/** Whether somebody accepts connections on this port of 127.0.0.1. */
export async function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: '127.0.0.1', port, timeout: 1000 });
    const answer = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
    socket.once('timeout', () => answer(false));
  });
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

function anyPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

function readPort(file: string): number | null {
  try {
    const port = Number(readFileSync(file, 'utf8').trim());
    return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
  } catch {
    return null; // first start
  }
}
