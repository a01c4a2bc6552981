/**
 * Whether the parts of a .docx hold together: what a part refers to is named in its relations, what they name is there, and
 * every part has a type. A file that fails here is "repaired" by Word with something lost. Pure.
 */
import { posix } from 'node:path';
import { elementsOf, relationshipsOf } from './relationships.js';

/** @param parts texts of the XML parts; @param names of all parts. @returns Russian findings */
export function lintRelations(parts: ReadonlyMap<string, string>, names: ReadonlySet<string>): string[] {
  const typed = typesOf(parts.get(TYPES) ?? '');
  const untyped = [...names].filter((name) => name !== TYPES && !name.endsWith('/') && !typed(name));
  return [
    ...untyped.map((name) => `${name}: тип части не назван в ${TYPES}`),
    ...[...parts].flatMap(([name, xml]) =>
      RELATIONS.test(name) ? targetsOf(name, xml, names) : referencesOf(name, xml, parts),
    ),
  ];
}

const TYPES = '[Content_Types].xml';
const RELATIONS = /(?:^|\/)_rels\/[^/]*\.rels$/u;

function targetsOf(name: string, xml: string, names: ReadonlySet<string>): string[] {
  const folder = posix.dirname(posix.dirname(name));
  const seen = new Set<string>();
  return relationshipsOf(xml).flatMap(({ id, target, external }) => {
    const findings = seen.has(id) ? [`${name}: связь «${id}» названа дважды`] : [];
    seen.add(id);
    if (external || target.startsWith('#')) return findings;
    const part = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target));
    return names.has(part.replace(/#.*$/u, '')) ? findings : [...findings, `${name}: части ${part} нет`];
  });
}

/** `r:id`, `r:embed`, `r:link`: the prefix of the namespace is always `r` in what Word and we write. */
function referencesOf(name: string, xml: string, parts: ReadonlyMap<string, string>): string[] {
  const used = [...xml.matchAll(/\sr:(?:id|embed|link)="([^"]+)"/gu)].map(([, id = '']) => id);
  if (used.length === 0) return [];
  const rels = parts.get(posix.join(posix.dirname(name), '_rels', `${posix.basename(name)}.rels`)) ?? '';
  const known = new Set(relationshipsOf(rels).map(({ id }) => id));
  return [...new Set(used)].filter((id) => !known.has(id)).map((id) => `${name}: связи «${id}» нет`);
}

function typesOf(xml: string): (name: string) => boolean {
  const parts = new Set(elementsOf(xml, 'Override').map(({ PartName = '' }) => PartName.toLowerCase()));
  const endings = new Set(elementsOf(xml, 'Default').map(({ Extension = '' }) => Extension.toLowerCase()));
  return (name) => parts.has(`/${name.toLowerCase()}`) || endings.has(/[^.]*$/u.exec(name.toLowerCase())?.[0] ?? '');
}
