/**
 * As whom PostgreSQL runs. It refuses uid 0, so root's server runs in a user namespace, where it has another uid but
 * the same rights to files; where namespaces are forbidden (many containers), as the system's postgres or nobody.
 */
import { chmodSync, chownSync, statSync } from 'node:fs';
import { run } from './executable.js';
import type { Command } from './running.js';

export interface PostgresUser {
  /** the command as it must be run */
  as(command: string, args: readonly string[]): Command;
  /** gives a fresh file or folder to that user */
  give(path: string): void;
}

/**
 * @param dir the folder that holds the data folder
 * @param data the data folder; when it exists, its owner decides
 * @param namespaces whether to try a user namespace first
 */
export async function postgresUser(dir: string, data: string, namespaces = true): Promise<PostgresUser> {
  if (process.getuid?.() !== 0) return itself;
  const existing = statSync(data, { throwIfNoEntry: false });
  if (existing !== undefined && existing.uid !== 0) return other(dir, existing.uid, existing.gid);
  if (namespaces && (await run('unshare', ['-U', 'true'])).code === 0) return inNamespace;
  return other(dir, ...(await spareUser()));
}

const itself: PostgresUser = { as: (command, args) => ({ command, args }), give: () => undefined };

const inNamespace: PostgresUser = {
  as: (command, args) => ({ command: 'unshare', args: ['-U', command, ...args] }),
  give: () => undefined,
};

function other(dir: string, uid: number, gid: number): PostgresUser {
  chmodSync(dir, 0o711); // it must be able to pass through; the secrets inside are readable by root only
  return { as: (command, args) => ({ command, args, uid, gid }), give: (path) => chownSync(path, uid, gid) };
}

async function spareUser(): Promise<[uid: number, gid: number]> {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    if (uid.code === 0 && gid.code === 0) return [Number(uid.stdout) >>> 0, Number(gid.stdout) >>> 0];
  }
  return [65_534, 65_534];
}
