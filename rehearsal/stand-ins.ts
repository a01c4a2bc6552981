/**
 * People for a rehearsal without a directory: stand-ins called after their role, at addresses that can never be real.
 * The controller and the signatory keep the names the order gives them.
 */
import { partyKey } from '#domain/assignment';
import type { NamedPost } from '#domain/order';
import type { CheckedOrder } from '#client';

/** A directory file for `officials import`, with a line per party of the order. */
export function standInDirectory({ order, items }: Pick<CheckedOrder, 'order' | 'items'>): Uint8Array {
  const parties = new Map<string, string>();
  for (const { responsible } of items) for (const party of responsible) parties.set(partyKey(party), party);
  const [first] = items[0]?.responsible ?? [];
  const rows = [
    ['фамилия', 'инициалы', 'должность', 'почта', 'внешний', 'сторона'],
    person(order.signatory, 'signatory'),
    ...(order.controller === null ? [] : [person(order.controller, 'controller')]),
    ...[...parties.values()].map((party, i) => [
      party,
      '',
      party,
      `party-${i + 1}@example.test`,
      party === first ? '' : 'да', // who is named first answers for the body; the others may be outside it
      party,
    ]),
  ];
  return new TextEncoder().encode(rows.map((row) => row.map(quoted).join(';')).join('\n'));
}

function person(post: NamedPost, role: string): readonly string[] {
  const [surname = post.position, initials = ''] = (post.name ?? post.position).split(/\s+(?=\p{Lu}\.)/u);
  return [
    surname,
    initials,
    post.position.slice(0, 1).toLowerCase() + post.position.slice(1),
    `${role}@example.test`,
    '',
    '',
  ];
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
