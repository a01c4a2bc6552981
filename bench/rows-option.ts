/** The options that benchmarks of one size take: how many rows, and whether the figures are for a program. */
import { parseArgs } from 'node:util';
import { WrongUse } from './wrong-use.js';

export interface RowsLimits {
  /** What to print beside a wrong option. */
  readonly usage: string;
  readonly usual: number;
  readonly least: number;
  readonly most: number;
}

/** Null when help is asked for. @throws WrongUse */
export function rowsOption(args: readonly string[], limits: RowsLimits): { rows: number; json: boolean } | null {
  const { rows, json, help } = parse(args, limits);
  if (help === true) return null;
  const count = Number(rows);
  const { least, most } = limits;
  if (Number.isInteger(count) && count >= least && count <= most) return { rows: count, json: json === true };
  throw new WrongUse(`--rows takes a whole number from ${least} to ${most}, not «${rows}»`);
}

function parse(args: readonly string[], { usage, usual }: RowsLimits) {
  try {
    const options = {
      rows: { type: 'string', default: String(usual) },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    } as const;
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}
