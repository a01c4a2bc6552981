/** Strict XML through saxes, with names checked by namespace. A DOCTYPE is refused before anything else is believed. */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { VekhaError } from '#domain/errors';

/** Both editions of the standard: transitional (what Word writes) and strict. */
const WORD_NAMESPACES = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);

export interface Tag {
  /** Local name: `tbl`; for elements outside the Word namespace `other:name`. */
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
export function readXml(bytes: Uint8Array, part: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true });
  // saxes goes on after an error; the first one ends the reading here.
  parser.on('error', () => {
    throw damagedXml(part);
  });
  parser.on('doctype', () => {
    throw new VekhaError(
      'input.forbidden_content',
      'В документе есть описание типа (DOCTYPE), какого Word не пишет: сохраните его в Word заново.',
      { part },
    );
  });
  parser.on('opentag', (tag) => handler.open({ name: nameOf(tag), attribute: (name) => attributeOf(tag, name) }));
  parser.on('closetag', (tag) => handler.close(nameOf(tag)));
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.write(decodeXml(bytes, part)).close();
}

function nameOf(tag: SaxesTagNS): string {
  return WORD_NAMESPACES.has(tag.uri) ? tag.local : `other:${tag.local}`;
}

function attributeOf(tag: SaxesTagNS, name: string): string | undefined {
  for (const attribute of Object.values(tag.attributes)) {
    if (attribute.local === name) return attribute.value;
  }
  return undefined;
}

function decodeXml(bytes: Uint8Array, part: string): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw damagedXml(part);
  }
}

function damagedXml(part: string): VekhaError {
  return new VekhaError(
    'input.damaged',
    'Документ Word повреждён: откройте его в Word, сохраните заново и загрузите снова.',
    {
      part,
    },
  );
}
