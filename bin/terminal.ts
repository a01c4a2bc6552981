/** The person's terminal: answers on standard output, chatter and a progress bar on standard error. */
import type { Terminal } from '#cli';

const BAR_WIDTH = 28;
const REDRAW_MS = 80;

export function openTerminal(): Terminal {
  const { stdout, stderr } = process;
  const isTerminal = stderr.isTTY;
  let drawn = false;
  let lastDraw = 0;

  function clear(): void {
    if (drawn) stderr.write('\r\u001B[2K');
    drawn = false;
  }

  return {
    columns: stdout.isTTY ? stdout.columns : 100,
    print(text) {
      clear();
      stdout.write(`${text}\n`);
    },
    say(text) {
      clear();
      stderr.write(`${text}\n`);
    },
    progress(label, share) {
      if (!isTerminal || (Date.now() - lastDraw < REDRAW_MS && share < 1)) return;
      lastDraw = Date.now();
      const filled = Math.round(Math.min(1, Math.max(0, share)) * BAR_WIDTH);
      const bar = `${'█'.repeat(filled)}${'·'.repeat(BAR_WIDTH - filled)}`;
      stderr.write(`\r\u001B[2K${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${label}`);
      drawn = true;
      if (share >= 1) clear();
    },
  };
}
