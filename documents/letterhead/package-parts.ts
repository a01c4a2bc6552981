/** The parts of a Word package while something is added to it: names, relationships and content types kept in step. Pure. */
import { strFromU8 } from 'fflate';
import { relationshipsOf } from '../relationships.js';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const MAIN_RELS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const CORE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

export type Added = 'header' | 'footer' | 'styles' | 'numbering';

export class PackageParts {
  private readonly parts: Map<string, Uint8Array | string>;

  constructor(parts: ReadonlyMap<string, Uint8Array>) {
    this.parts = new Map(parts);
    if (!this.parts.has(MAIN_RELS)) this.parts.set(MAIN_RELS, emptyRelationships());
  }

  has(name: string): boolean {
    return this.parts.has(name);
  }

  text(name: string): string {
    const content = this.parts.get(name) ?? '';
    return typeof content === 'string' ? content : strFromU8(content);
  }

  set(name: string, content: string): void {
    this.parts.set(name, content);
  }

  /** Name of the part that the main one is related to in this way, or null. */
  related(type: Added): string | null {
    const found = relationshipsOf(this.text(MAIN_RELS)).find((each) => each.type.endsWith(`/relationships/${type}`));
    if (found === undefined) return null;
    return found.target.startsWith('/') ? found.target.slice(1) : `word/${found.target}`;
  }

  /** @returns the id of the relationship from the main part */
  add(type: Added, content: string): string {
    const name = this.free(
      (n) => `word/vekha-${type}${n}.xml`,
      (each) => this.parts.has(each),
    );
    const rels = this.text(MAIN_RELS);
    const id = this.free(
      (n) => `vekha${n}`,
      (each) => rels.includes(`"${each}"`),
    );
    this.parts.set(name, content);
    this.parts.set(MAIN_RELS, related(rels, id, `${RELATIONSHIPS}/${type}`, name.replace(/^word\//u, '')));
    this.declare(name, `${CONTENT}.${type}+xml`);
    return id;
  }

  /** The document's own properties in the place of the letterhead's: its author and hours are nobody's business. */
  setCore(content: string): void {
    const rels = this.text('_rels/.rels');
    const target = relationshipsOf(rels)
      .find(({ type }) => type === CORE)
      ?.target.replace(/^\//u, '');
    const name = target ?? 'docProps/core.xml';
    if (target === undefined) {
      this.parts.set('_rels/.rels', related(rels, 'vekhaCore', CORE, name));
      this.declare(name, 'application/vnd.openxmlformats-package.core-properties+xml');
    }
    this.parts.set(name, content);
  }

  /** In an order of their own: that of the letterhead's zip says nothing. */
  entries(): readonly (readonly [string, Uint8Array | string])[] {
    const order = (name: string): number => (name === TYPES ? 0 : name === '_rels/.rels' ? 1 : 2);
    return [...this.parts].sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1));
  }

  private declare(name: string, type: string): void {
    const types = this.text(TYPES);
    if (types.includes(`PartName="/${name}"`)) return;
    this.parts.set(
      TYPES,
      types.replace(/<\/Types>\s*$/u, `<Override PartName="/${name}" ContentType="${type}"/></Types>`),
    );
  }

  private free(name: (n: number) => string, taken: (name: string) => boolean): string {
    let n = 1;
    while (taken(name(n))) n += 1;
    return name(n);
  }
}

function related(rels: string, id: string, type: string, target: string): string {
  const relationship = `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
  const open = rels.replace(/<Relationships\b([^>]*)\/>\s*$/u, '<Relationships$1></Relationships>');
  return open.replace(/<\/Relationships>\s*$/u, `${relationship}</Relationships>`);
}

function emptyRelationships(): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  );
}
