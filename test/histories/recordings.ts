/** The recorded histories: where they lie and how they are read. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporal } from '@temporalio/proto';

export const HISTORIES = fileURLToPath(new URL('.', import.meta.url));

export type History = temporal.api.history.v1.IHistory;
const { History } = temporal.api.history.v1;

export interface Recording {
  /** `0.1.0/item-closed` */
  readonly name: string;
  readonly history: History;
}

/**
 * A history as JSON, bytes as base64. By the types' own methods: those of `@temporalio/common` refuse the types of
 * `@temporalio/proto` where npm has installed protobufjs twice.
 */
export function toText(history: History): string {
  const plain = History.toObject(History.fromObject(history), { longs: String, enums: String, bytes: String });
  return `${JSON.stringify(plain, null, 1)}\n`;
}

export function recordings(): readonly Recording[] {
  return readdirSync(HISTORIES, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.json'))
    .sort()
    .map((path) => ({
      name: join(path, '..', basename(path, '.json')),
      history: History.fromObject(JSON.parse(readFileSync(join(HISTORIES, path), 'utf8')) as Record<string, unknown>),
    }));
}
