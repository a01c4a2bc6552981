/** Brings the database to the shape this release needs: `store/migrations/*.sql`, in order, each once, forward only. */
import { readdir, readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Migrator, sql, type Migration } from 'kysely';
import { VekhaError } from '#domain/errors';
import { kyselyOf, type Store } from './database.js';

/**
 * Several processes may call it at once: one works, the others wait and find nothing to do.
 * @returns names of the migrations that this call applied
 * @throws VekhaError 'store.unavailable'; 'store.conflict' when the database is newer than this release
 */
export async function migrate(store: Store): Promise<readonly string[]> {
  const migrator = new Migrator({ db: kyselyOf(store), provider: { getMigrations: readMigrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error !== undefined) throw explained(error);
  return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
}

/** The .sql files stay beside the sources in the package, whether this file runs from `dist/store/` or from `store/`. */
function migrationsFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json is not found above the store');
    folder = parent;
  }
  return join(folder, 'store', 'migrations');
}

async function readMigrations(): Promise<Record<string, Migration>> {
  const folder = migrationsFolder();
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const migrations = names.map(async (name): Promise<[string, Migration]> => {
    const text = await readFile(join(folder, name), 'utf8');
    return [
      name.slice(0, -'.sql'.length),
      {
        up: async (db) => {
          await sql.raw(text).execute(db);
        },
      },
    ];
  });
  return Object.fromEntries(await Promise.all(migrations));
}

function explained(error: unknown): unknown {
  if (error instanceof Error && error.message.startsWith('corrupted migrations')) {
    return new VekhaError(
      'store.conflict',
      'База данных создана другой, более новой версией Вехи: обновите программу или укажите другую базу.',
    );
  }
  return error;
}
