/** The spine, measured: from starting items to a whole rehearsal, each beside bare Temporal where that can do the same. */
import type { Figure, Section } from '../report/figures.js';
import { withMemory, type Watched } from '../report/processes.js';
import { machine } from '../report/machine.js';
import { asJson, asTable } from '../report/print.js';
import { withBare, type Bare } from './bare.js';
import { drafts } from './draft.js';
import { importing } from './import.js';
import { withInstallation, type Installation } from './installation.js';
import { items } from './items.js';
import { mails } from './mails.js';
import { readOptions, USAGE, type SectionName, type SpineOptions } from './options.js';
import { rehearsals } from './rehearsal.js';
import { reminders } from './reminders.js';
import { updates } from './updates.js';

/** @throws WrongUse */
export async function spine(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (options === null) {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const sections: Section[] = [];
  try {
    await run(options, sections);
  } finally {
    // What was measured before a failure is told all the same.
    process.stdout.write(
      `${options.json ? asJson(machine(), sections) : asTable(machine(), sections, 'bare Temporal')}\n`,
    );
  }
}

/** In this order: what runs in the bench's own process comes first, while that process is small. */
async function run({ only, items: count }: SpineOptions, sections: Section[]): Promise<void> {
  const half = Math.ceil(count / 2);
  const fifth = Math.ceil(count / 5);
  const measure = async (
    name: SectionName,
    what: string,
    watched: () => readonly Watched[],
    work: () => Promise<readonly Figure[]>,
  ) => {
    if (!only.has(name)) return;
    process.stderr.write(`${name}: ${what} …\n`);
    const { result: figures, memory } = await withMemory(watched, work);
    sections.push({ name, what, figures, memory });
  };
  const none = () => [];

  await measure('import', 'order 3509-р read and understood', none, importing);
  await measure('draft', 'order 3509-р, facts to .docx', none, drafts);
  if (only.has('items') || only.has('updates')) {
    await beside('10:00', async (vekha, bare, watched) => {
      await measure('items', `${count} items of one order, bare: as many timers`, watched, () =>
        items(vekha, bare, count),
      );
      await measure('updates', `${fifth} acts of each kind in office hours, bare: a counter`, watched, () =>
        updates(vekha, bare, fifth),
      );
    });
  }
  if (only.has('reminders')) {
    await beside('06:30', (vekha, bare, watched) =>
      measure('reminders', `${half} due at one instant, bare: timer, empty activity, timer`, watched, () =>
        reminders(vekha, bare, half),
      ),
    );
  }
  if (only.has('mails')) {
    await withInstallation(beforeNine(half), (vekha) =>
      measure(
        'mails',
        `one mail for each of ${half} people at nine`,
        () => vekha.processes,
        () => mails(vekha, half),
      ),
    );
  }
  const begun: Watched[] = [];
  await measure(
    'rehearsal',
    'order 3509-р, its whole life, servers started and stopped',
    () => begun,
    () => rehearsals((process) => begun.push(process)),
  );
}

async function beside(
  hour: string,
  work: (vekha: Installation, bare: Bare, watched: () => readonly Watched[]) => Promise<void>,
): Promise<void> {
  await withInstallation(hour, (vekha) =>
    withBare(vekha, (bare) => work(vekha, bare, () => [...vekha.processes, bare.process])),
  );
}

/** Early enough for so many items to be launched before nine, late enough not to wait for long. */
function beforeNine(count: number): string {
  const minutes = 9 * 60 - 2 - Math.ceil(count / 1000);
  return `${Math.floor(minutes / 60)}:${minutes % 60}`;
}
