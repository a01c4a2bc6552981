/** Strict XML of office files through saxes, with names checked by namespace. A DOCTYPE is refused before anything else is believed. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { VekhaError } from '#domain/errors';

/** One kind of office file: which namespaces are its own, and what is said of a part that cannot be read. */
export interface XmlDialect {
  /** Both editions of the standard: transitional and strict. */
  readonly namespaces: ReadonlySet<string>;
  /** Russian sentences. */
  readonly doctype: string;
  readonly damaged: string;
}

export interface Tag {
  /** Local name: `tbl`; for elements outside the dialect's namespaces `other:name`. */
  readonly name: string;
  /** Value of an attribute by local name (`val`). */
  attribute(name: string): string | undefined;
}

export interface XmlHandler {
  open(tag: Tag): void;
  close(name: string): void;
  text?(text: string): void;
}

/**
 * Reads one part.
 * @throws VekhaError 'input.forbidden_content' on a DOCTYPE, 'input.damaged' on anything that is not well-formed UTF-8 XML
 */
export function readXml(bytes: Uint8Array, part: string, dialect: XmlDialect, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  const damaged = () => new VekhaError('input.damaged', dialect.damaged, { part });
  const nameOf = ({ uri, local }: SaxesTagNS) => (dialect.namespaces.has(uri) ? local : `other:${local}`);
  // saxes goes on after an error; the first one ends the reading here.
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('doctype', () => {
    throw new VekhaError('input.forbidden_content', dialect.doctype, { part });
  });
  parser.on('opentag', (tag) => handler.open({ name: nameOf(tag), attribute: (name) => attributeOf(tag, name) }));
  parser.on('closetag', (tag) => handler.close(nameOf(tag)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  const text = decoded(bytes);
  if (text === null) throw damaged();
  parser.write(text).close();
}

function attributeOf(tag: SaxesTagNS, name: string): string | undefined {
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.local === name) return attribute.value;
  }
  return undefined;
}

function decoded(bytes: Uint8Array): string | null {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
