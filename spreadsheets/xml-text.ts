/** Texts on their way into the XML of a workbook. Line ends stay; what XML cannot hold is taken out. Pure. */
import { escapeXml } from '#archive';

/** Excel shows no more of a cell than this. */
const MOST_CHARACTERS = 32_767;

const LONE_SURROGATE = /\p{Surrogate}/gu;
const FORBIDDEN = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

export function cellText(text: string): string {
  const kept = text
    .slice(0, MOST_CHARACTERS)
    .replaceAll(LONE_SURROGATE, '\ufffd')
    .replaceAll(FORBIDDEN, '')
    .replaceAll(/\r\n?/gu, '\n');
  // «_x0041_» would be read back as «A»: its underscore is written as a code. Source: ECMA-376-1, §22.9.2.19.
  return escapeXml(kept.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_'));
}

export function attributeText(text: string): string {
  return escapeXml(text.replaceAll(LONE_SURROGATE, '\ufffd').replaceAll(/\p{Cc}/gu, ' '));
}
