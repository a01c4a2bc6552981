/** What was measured on, without any name of the machine. */
import { cpus, platform, release, totalmem } from 'node:os';
import type { Machine } from './print.js';

export function machine(): Machine {
  const [cpu] = cpus();
  return {
    platform: `${platform()} ${release()}`,
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    date: new Date().toISOString().slice(0, 10),
  };
}
