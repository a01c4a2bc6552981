/** The search attributes must be known to the server before a process carries them; what is missing is added. */
import type { Client } from '@temporalio/client';
import { SEARCH_KEYS } from '#workflows/messages/search';

/** `IndexedValueType` of Temporal's API. */
const INDEXED_VALUE_TYPE = { KEYWORD: 2, DATETIME: 6 } as const;

/** Harmless to repeat. A server that forbids it to us has had them added by its administrator, or the start says so. */
export async function ensureSearchAttributes({ connection, options }: Client): Promise<void> {
  const { namespace } = options;
  const service = connection.operatorService;
  const known = await service.listSearchAttributes({ namespace }).catch(() => null);
  const missing = Object.values(SEARCH_KEYS).filter(({ name }) => known?.customAttributes[name] === undefined);
  if (missing.length === 0) return;
  const searchAttributes = Object.fromEntries(missing.map(({ name, type }) => [name, INDEXED_VALUE_TYPE[type]]));
  await service.addSearchAttributes({ namespace, searchAttributes });
}
