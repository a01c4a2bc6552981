/** What the command line of `bench spine` asks for. Reads nothing but its arguments. */
import { parseArgs } from 'node:util';
import { WrongUse } from '../wrong-use.js';

const SECTION_NAMES = ['import', 'draft', 'items', 'updates', 'reminders', 'mails', 'rehearsal'] as const;
export type SectionName = (typeof SECTION_NAMES)[number];

export interface SpineOptions {
  readonly only: ReadonlySet<SectionName>;
  /** Items started; half as many reminders and mails, a fifth as many Updates. */
  readonly items: number;
  readonly json: boolean;
}

export const USAGE = `usage: npm run bench -- spine [options]
  --only a,b   of ${SECTION_NAMES.join(', ')}
  --items N    items started, 10–5000 (default 1000); half as many reminders and mails, a fifth as many Updates
  --json       figures as JSON on standard output (with npm run --silent nothing else is there)`;

/** @returns null when help was asked for @throws WrongUse */
export function readOptions(args: readonly string[]): SpineOptions | null {
  const { only, items, json, help } = parse(args);
  if (help === true) return null;
  const count = Number(items);
  if (!Number.isInteger(count) || count < 10 || count > 5000) {
    throw new WrongUse(`--items takes a whole number from 10 to 5000, not «${items}»`);
  }
  const names = only === undefined ? [...SECTION_NAMES] : only.split(',').map((name) => name.trim());
  const strange = names.filter((name) => !isSection(name));
  if (strange.length > 0) throw new WrongUse(`no such section: ${strange.join(', ')}\n${USAGE}`);
  return { only: new Set(names.filter(isSection)), items: count, json: json === true };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: { type: 'string' },
        items: { type: 'string', default: '1000' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }).values;
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function isSection(name: string): name is SectionName {
  return (SECTION_NAMES as readonly string[]).includes(name);
}
