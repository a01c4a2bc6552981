/**
 * Our styles beside those of a letterhead, under ids it does not use and on a base of their own: what its «Обычный» or its
 * defaults say must not change our paragraphs, and ours must not change its. Pure.
 */
import type { LayoutProfile } from '../profiles.js';
import type { Frame } from '../wordml/frame.js';
import { halfPoints } from '../wordml/units.js';
import type { PackageParts } from './package-parts.js';

const OURS = ['Body', 'Line', 'Head', 'Kind', 'ActTitle', 'Heading', 'Cell10', 'Cell12', 'Cell14'];
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** @returns what puts our styles' new ids into a body that we wrote; values in it are escaped, so only ours are found */
export function joinStyles(parts: PackageParts, frame: Frame, profile: LayoutProfile): (body: string) => string {
  const theirs = parts.related('styles');
  const xml = theirs === null ? '' : parts.text(theirs);
  const prefix = freePrefix(xml);
  const own = [base(prefix, profile), ...OURS.map((id) => ours(frame, id, prefix))].join('');
  if (theirs === null || xml === '') parts.add('styles', `<w:styles xmlns:w="${WORD}">${own}</w:styles>`);
  else
    parts.set(
      theirs,
      xml.replace(/<\/w:styles>\s*$/u, () => `${own}</w:styles>`),
    );
  return (body) => body.replace(/<w:pStyle w:val="(\w+)"\/>/gu, `<w:pStyle w:val="${prefix}$1"/>`);
}

function freePrefix(xml: string): string {
  let prefix = 'Vekha';
  while (xml.includes(`w:styleId="${prefix}`)) prefix += 'X';
  return prefix;
}

function ours(frame: Frame, id: string, prefix: string): string {
  const styles = frame.texts.get('word/styles.xml') ?? '';
  const found =
    new RegExp(`<w:style\\b[^>]*\\bw:styleId="${id}"[^>]*>[\\s\\S]*?</w:style>`, 'u').exec(styles)?.[0] ?? '';
  return found
    .replace(/\bw:styleId="\w+"/u, `w:styleId="${prefix}${id}"`)
    .replace(/<w:name w:val="([^"]*)"\/>/u, `<w:name w:val="${prefix}: $1"/>`)
    .replace(/<w:basedOn w:val="\w+"\/>/u, `<w:basedOn w:val="${prefix}Base"/>`);
}

/** Says everything that a letterhead's defaults might say otherwise. */
function base(prefix: string, { font, textSize }: LayoutProfile): string {
  const size = halfPoints(textSize);
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${prefix}Base"><w:name w:val="${prefix}: основа"/>` +
    '<w:pPr><w:widowControl/><w:spacing w:before="0" w:beforeAutospacing="0" w:after="0" w:afterAutospacing="0" w:line="240" w:lineRule="auto"/>' +
    '<w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>' +
    `<w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>` +
    '<w:b w:val="0"/><w:bCs w:val="0"/><w:i w:val="0"/><w:iCs w:val="0"/><w:color w:val="auto"/><w:spacing w:val="0"/>' +
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="ru-RU"/></w:rPr></w:style>`
  );
}
