/** A person as an act names them. Pure. */
import type { NamedPost } from './order.js';

/** «Голубев И.А., председатель комитета»; what the act does not say is left out. */
export function namedPostTold({ name, position }: NamedPost): string {
  return [name, position].filter((part) => part !== null && part !== '').join(', ');
}
