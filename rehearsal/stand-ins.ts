/**
 * People for a rehearsal without a directory: stand-ins called after their role, at addresses that can never be real.
 * The controller and the signatory keep the names the order gives them.
 */
import type { NamedPost } from '#domain/order';
import type { CheckedOrder } from '#client';

/** A directory file for `officials import`, with a line per party of the order under its fullest name. */
export function standInDirectory({ order, parties }: Pick<CheckedOrder, 'order' | 'parties'>): Uint8Array {
  const rows = [
    ['фамилия', 'инициалы', 'должность', 'почта', 'внешний', 'сторона'],
    person(order.signatory, 'signatory'),
    ...(order.controller === null ? [] : [person(order.controller, 'controller')]),
    ...parties.map(({ name }, i) => [
      name,
      '',
      name,
      `party-${i + 1}@example.test`,
      i === 0 ? '' : 'да', // who is named first answers for the body; the others may be outside it
      name,
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
