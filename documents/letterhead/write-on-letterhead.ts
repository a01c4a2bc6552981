/**
 * A document after the words of a letterhead, in its package: the letterhead's styles, numberings, headers, pictures and page
 * stay as they are; ours come beside them under names and numbers that it does not use. The same input gives the same bytes.
 */
import { zip, zipEntry } from '#archive';
import type { LocalDate } from '#domain/local-date';
import type { DocumentBlocks } from '../blocks.js';
import type { Blank, Word } from '../evaluated.js';
import type { LayoutProfile } from '../profiles.js';
import { type Frame, frameFor } from '../wordml/frame.js';
import { MAIN_PART } from '../open-package.js';
import { coreProperties, refuseOversize } from '../wordml/package.js';
import { hairline } from '../wordml/paragraph.js';
import { sectionBody } from '../wordml/section.js';
import { fillSlots } from './fill-slots.js';
import type { Letterhead } from './letterhead.js';
import { joinNumbering } from './join-numbering.js';
import { joinStyles } from './join-styles.js';
import { PackageParts } from './package-parts.js';

/** @param filled values of the letterhead's fields, by their numbers */
export async function packOnLetterhead(
  document: DocumentBlocks,
  profile: LayoutProfile,
  letterhead: Letterhead,
  filled: readonly (Word | Blank)[],
  date: LocalDate | null,
): Promise<Uint8Array> {
  const frame = await frameFor(profile, document.leftMargin, document.sections);
  const parts = new PackageParts(letterhead.parts);
  for (const [name, chunks] of letterhead.slotted) parts.set(name, fillSlots(chunks, filled));
  const renamed = joinStyles(parts, frame, profile);
  const numberings = joinNumbering(
    parts,
    frame,
    frame.sections.map(({ numbering }) => numbering),
  );
  const sheet = sheetOf(parts.text(MAIN_PART));
  const first = document.sections[0];
  // A register lies across; the letterhead stands: then it keeps a page of its own.
  const shares = sheet.page !== null && first?.orientation === sheet.page.orientation;
  const width = shares ? sheet.page.width : undefined;
  const bodies = document.sections.map((section, i) => {
    const numbering = numberings[i] ?? 0;
    const own = i === 0 && width !== undefined ? { width } : {};
    return renamed(sectionBody(section, { profile, leftMargin: document.leftMargin, numbering, ...own }));
  });
  refuseOversize(bodies);
  const headers = new OwnHeaders(parts, frame);
  const properties = frame.sections.map((section, i) =>
    i === 0 && shares ? sheet.properties : headers.properties(section.properties),
  );
  const style = (xml: string): string => renamed(xml);
  const all = shares || sheet.properties === '' ? [] : [style(hairline({ sectionProperties: sheet.properties }))];
  const last = bodies.length - 1;
  for (const [i, body] of bodies.entries()) {
    const ending = properties[i] ?? '';
    all.push(body, i < last ? style(hairline({ sectionProperties: ending })) : style(hairline()) + ending);
  }
  parts.set(MAIN_PART, `${sheet.before}${all.join('')}${sheet.after}`);
  parts.setCore(coreProperties(document, date));
  return zip(parts.entries().map(([name, content]) => zipEntry(name, content)));
}

interface Sheet {
  /** The part up to the end of the letterhead's own words, and from the end of the body on. */
  readonly before: string;
  readonly after: string;
  /** `<w:sectPr>` of its last section; empty when it has none. */
  readonly properties: string;
  readonly page: { readonly orientation: 'portrait' | 'landscape'; readonly width: number } | null;
}

const MM_PER_DXA = 25.4 / 1440;

function sheetOf(xml: string): Sheet {
  const end = xml.lastIndexOf('</w:body>');
  // What tracked changes remember of a section would be taken for it.
  const body = xml.slice(0, end).replace(/<w:sectPrChange\b[\s\S]*?<\/w:sectPrChange>/gu, '');
  // The last section's properties are the last thing in the body; every other ends inside a paragraph.
  const found = /<w:sectPr\b(?:(?!<\/?w:sectPr\b)[\s\S])*<\/w:sectPr>\s*$|<w:sectPr\b[^>]*\/>\s*$/u.exec(body);
  const properties = found?.[0].trim() ?? '';
  const before = withRelationships(found === null ? body : body.slice(0, found.index));
  return { before, after: xml.slice(end), properties, page: pageOf(properties) };
}

/** Our sections refer to their headers; a file without a header need not know that language. */
function withRelationships(xml: string): string {
  const root = /<w:document\b[^>]*>/u.exec(xml)?.[0] ?? '';
  if (/\sxmlns:r\s*=/u.test(root)) return xml;
  const r = ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
  return xml.replace(root, () => root.replace(/^<w:document/u, `<w:document${r}`));
}

function pageOf(properties: string): Sheet['page'] {
  const number = (element: string, attribute: string): number => {
    const tag = new RegExp(`<w:${element}\\b[^>]*>`, 'u').exec(properties)?.[0] ?? '';
    return Number(new RegExp(`\\bw:${attribute}="(\\d+)"`, 'u').exec(tag)?.[1] ?? NaN);
  };
  const [wide, high] = [number('pgSz', 'w'), number('pgSz', 'h')];
  const width = (wide - number('pgMar', 'left') - number('pgMar', 'right')) * MM_PER_DXA;
  // Narrower than a column of figures needs, it is no page to write on.
  return width >= 100 ? { orientation: wide > high ? 'landscape' : 'portrait', width } : null;
}

/** Headers of our own sections as parts of the letterhead's package. */
class OwnHeaders {
  private readonly ids = new Map<string, string>();
  private footer: string | null = null;

  constructor(
    private readonly parts: PackageParts,
    private readonly frame: Frame,
  ) {}

  /** Every kind of header and footer is named: a section shows that of the section before it where it names none. */
  properties(own: string): string {
    const references = [...own.matchAll(/<w:headerReference\b[^>]*>/gu)].map(([tag]) => tag);
    const types = new Map(references.map((tag) => [/w:type="(\w+)"/u.exec(tag)?.[1] ?? '', this.id(tag)]));
    const header = types.get('default') ?? '';
    const named = ['default', 'first', 'even'].map(
      (type) =>
        `<w:headerReference w:type="${type}" r:id="${types.get(type) ?? header}"/>` +
        `<w:footerReference w:type="${type}" r:id="${this.emptyFooter()}"/>`,
    );
    return own
      .replace(/<w:headerReference\b[^>]*>(?:<\/w:headerReference>)?/gu, '')
      .replace(/^<w:sectPr\b[^>]*>/u, (opening) => opening + named.join(''));
  }

  private id(reference: string): string {
    const theirs = /r:id="([^"]+)"/u.exec(reference)?.[1] ?? '';
    const kept = this.ids.get(theirs);
    if (kept !== undefined) return kept;
    const relationship = new RegExp(`<Relationship\\b[^>]*\\bId="${theirs}"[^>]*>`, 'u');
    const target = relationship.exec(this.frame.texts.get('word/_rels/document.xml.rels') ?? '')?.[0] ?? '';
    const name = /\bTarget="([^"]+)"/u.exec(target)?.[1] ?? '';
    const id = this.parts.add('header', this.frame.texts.get(`word/${name}`) ?? '');
    this.ids.set(theirs, id);
    return id;
  }

  private emptyFooter(): string {
    this.footer ??= this.parts.add(
      'footer',
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
        '<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p/></w:ftr>',
    );
    return this.footer;
  }
}
