/** The whole life of order 3509-р in each scenario: the command as a person gives it, servers' start and end included. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { time, type Figure } from '../report/figures.js';
import type { Watched } from '../report/processes.js';
import { EXAMPLE, VEKHA } from './example.js';

const SCENARIOS = ['on-time', 'silent', 'mixed'] as const;

/** @param watch called with each process; its servers are its descendants */
export async function rehearsals(watch: (rehearsal: Watched) => void): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const scenario of SCENARIOS) {
    const out = mkdtempSync(join(tmpdir(), 'vekha-bench-rehearsal-'));
    try {
      figures.push(time(scenario, 's', (await rehearse(scenario, out, watch)) / 1000));
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  }
  return figures;
}

/** @returns milliseconds from the start of the process to its end */
async function rehearse(scenario: string, out: string, watch: (rehearsal: Watched) => void): Promise<number> {
  const began = performance.now();
  const args = [
    VEKHA,
    'rehearse',
    EXAMPLE.docx,
    '--officials',
    EXAMPLE.officials,
    '--scenario',
    scenario,
    '--out',
    out,
  ];
  const child = spawn(process.execPath, [...args, '--json'], { stdio: ['ignore', 'ignore', 'pipe'] });
  if (child.pid !== undefined) watch({ name: `${scenario} with its servers`, pid: child.pid, tree: true });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`the rehearsal «${scenario}» ended with ${code ?? 'a signal'}: ${said}`);
  return performance.now() - began;
}
