/** The search attributes must be known to the server before a process carries them; what is missing is added. */
import { isGrpcServiceError, type Client } from '@temporalio/client';
import { SEARCH_KEYS } from '#workflows/messages/search';

/** `IndexedValueType` of Temporal's API. */
const INDEXED_VALUE_TYPE = { KEYWORD: 2, DATETIME: 6 } as const;

/** gRPC's ALREADY_EXISTS. */
const ALREADY_EXISTS = 6;

/**
 * Harmless to repeat, and when two processes start at once: the test server lists none of those it has, and between
 * looking and adding another may have added. A server that forbids it to us has had them added by its administrator, or
 * the start says so.
 */
export async function ensureSearchAttributes({ connection, options }: Client): Promise<void> {
  const { namespace } = options;
  const service = connection.operatorService;
  const known = await service.listSearchAttributes({ namespace }).catch(() => null);
  const missing = Object.values(SEARCH_KEYS).filter(({ name }) => known?.customAttributes[name] === undefined);
  // One by one: of several at once, one that is there bars all the others.
  for (const { name, type } of missing) {
    try {
      await service.addSearchAttributes({ namespace, searchAttributes: { [name]: INDEXED_VALUE_TYPE[type] } });
    } catch (error) {
      const code: number | null = isGrpcServiceError(error) ? error.code : null;
      if (code !== ALREADY_EXISTS) throw error;
    }
  }
}
