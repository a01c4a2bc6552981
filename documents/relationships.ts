/** What the small XML of a package says: relationships of a part, types of parts. Pure. */
import { SaxesParser } from 'saxes';

export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** As it is written: relative to the part's folder, or from the root of the package. */
  readonly target: string;
  /** Points outside the package. */
  readonly external: boolean;
}

/** @param rels text of a `.rels` part, in its order */
export function relationshipsOf(rels: string): readonly Relationship[] {
  return elementsOf(rels, 'Relationship').map(({ Id = '', Type = '', Target = '', TargetMode }) => ({
    id: Id,
    type: Type,
    target: Target,
    external: TargetMode === 'External',
  }));
}

/** @returns the attributes of each such element, whatever its prefix; what is no XML is reported by the lint, not here */
export function elementsOf(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  const found: Readonly<Record<string, string>>[] = [];
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => undefined);
  parser.on('opentag', (tag) => {
    if (tag.name.replace(/^.*:/u, '') === name) found.push(tag.attributes);
  });
  parser.write(xml).close();
  return found;
}
