/** From the text of an order to a launched roadmap, by the same calls that the doors make. */
import type { LocalDate } from '#domain/local-date';
import { itemId, itemWorkflowId } from '#workflows/messages/ids';
import { TODAY, type Installation } from './installation.js';
import { directoryCsv, orderText, type MadeOrder, type Person } from './orders.js';

export interface Launched {
  readonly code: string;
  /** Ids by which people name the items: `17-р/3`. */
  readonly itemIds: readonly string[];
  readonly workflowIds: readonly string[];
  /** Milliseconds since 1970 on the machine's clock when launching was asked for. */
  readonly askedAt: number;
  /** Milliseconds until the launch was answered. */
  readonly answeredMs: number;
}

export type Plan = Omit<MadeOrder, 'date' | 'due'> & { readonly due?: LocalDate; readonly people?: readonly Person[] };

/** The last day of the plan when the section does not care; far enough to sleep to. */
const FAR = '2024-12-25' as LocalDate;

/** Reads the order and the directory; nothing runs yet. @returns the roadmap's code */
export async function prepare({ client }: Installation, { people, ...plan }: Plan): Promise<string> {
  const file = orderText({ due: FAR, ...plan, date: TODAY });
  const { code, items } = await client.orders.import(file, `${plan.number}.txt`);
  if (items.length !== plan.nos.length) {
    throw new Error(`of ${plan.nos.length} items ${items.length} were read`);
  }
  await client.officials.import(directoryCsv(people));
  return code;
}

export async function launch({ client }: Installation, code: string, { nos }: Pick<Plan, 'nos'>): Promise<Launched> {
  const keys = nos.map((no) => ({ code, no: String(no) }));
  const askedAt = Date.now();
  const began = performance.now();
  await client.roadmaps.launch(code);
  const answeredMs = performance.now() - began;
  return { code, itemIds: keys.map(itemId), workflowIds: keys.map(itemWorkflowId), askedAt, answeredMs };
}
