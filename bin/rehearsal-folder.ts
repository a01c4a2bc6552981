/** The folder of a rehearsal: what may be replaced in it, what lies where, what its mails are called. Starts nothing. */
import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RehearseReport } from '#cli';
import { VekhaError } from '#domain/errors';
import type { ParsedMail } from '#embedded';

export type Outcome = RehearseReport['out'];

const NAMES = { mail: 'mail', documents: 'documents', timeline: 'timeline.json', report: 'report.html' } as const;

/** Where everything lies in a folder of a rehearsal. */
export function outcomeIn(dir: string): Outcome {
  return {
    mail: join(dir, NAMES.mail),
    documents: join(dir, NAMES.documents),
    timeline: join(dir, NAMES.timeline),
    report: join(dir, NAMES.report),
  };
}

/**
 * An earlier rehearsal in the folder may be replaced; a folder with anything else in it is left alone. Only looks.
 * @throws VekhaError 'usage.invalid'
 */
export async function refuseStrangeFolder(out: string): Promise<void> {
  const found = await readdir(out).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new VekhaError('usage.invalid', `Папка ${out} не годится: это файл, или на неё нет прав; укажите другую.`);
  });
  const ours = new Set<string>(Object.values(NAMES));
  const strange = found.find((name) => !ours.has(name));
  if (strange !== undefined) {
    throw new VekhaError(
      'usage.invalid',
      `В папке ${out} лежит «${strange}»: укажите пустую папку или папку прежней репетиции, чтобы ничего не затереть.`,
    );
  }
}

/**
 * Puts a finished rehearsal in the place of an earlier one. Copied, not moved: the folder may lie on another disk.
 * @throws VekhaError 'usage.invalid' when the folder cannot be written to
 */
export async function replaceOutcome(out: string, made: string): Promise<void> {
  try {
    for (const name of Object.values(NAMES)) {
      await rm(join(out, name), { recursive: true, force: true });
      await cp(join(made, name), join(out, name), { recursive: true });
    }
  } catch {
    throw new VekhaError('usage.invalid', `Папка ${out} не записывается: проверьте права и место на диске.`);
  }
}

/** By what the letter says, so that two rehearsals name alike: instant (UTC), recipient, subject. */
export function deterministicName() {
  const seen = new Map<string, number>();
  return ({ date, to, subject }: Pick<ParsedMail, 'date' | 'to' | 'subject'>): string => {
    const minute = (date ?? '').slice(0, 16).replace('T', ' ').replace(':', '');
    const words = `${minute} ${to[0]?.address ?? ''} ${subject}`.replaceAll(/[^\p{L}\p{N}@. _-]/gu, '');
    const base = words.slice(0, 100).trim();
    const n = (seen.get(base) ?? 0) + 1;
    seen.set(base, n);
    return n === 1 ? base : `${base} ${n}`;
  };
}
