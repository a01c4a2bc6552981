/**
 * Blanks that still stand in a draft: the engine prints `[label]`, highlighted, in place of a value that it lacks. Found by
 * how they look, so that a blank is seen whatever version the file was made of. Pure.
 */
import { SaxesParser } from 'saxes';
import { unbound } from '#domain/typography';
import { textOfPart } from './document-text.js';
import type { Gap } from './field-catalogue.js';

/** As it is kept with a version. */
export type KeptGap = Omit<Gap, 'source'> & { readonly source: string };

/**
 * Of the gaps of a version those that its text still shows; what registration fills in is one until then.
 * @param sheets the text, headers and footers
 */
export function stillBlank(gaps: readonly KeptGap[], sheets: readonly string[]): readonly KeptGap[] {
  const text = unbound(sheets.map(textOfPart).join('\n'));
  return gaps.filter(({ label, source }) => source === 'регистрация' || text.includes(`[${unbound(label)}]`));
}

/**
 * Labels as they stand, in the order of the text. Word and LibreOffice cut a run where they please: neighbours are one.
 * @param main the text part of a package that the lint has passed
 */
export function standingBlanks(main: string): readonly string[] {
  let highlighted = false;
  let inText = false;
  // What is not highlighted becomes a line break, which no label has.
  let seen = '';
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    if (name === 'w:r') highlighted = false;
    else if (name === 'w:highlight') highlighted = attributes['w:val'] !== 'none';
    else if (name === 'w:t') inText = true;
  });
  parser.on('text', (text) => {
    if (inText) seen += highlighted ? text : '\n';
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inText = false;
    else if (name === 'w:p') seen += '\n';
  });
  parser.write(main).close();
  return [...seen.matchAll(/\[([^[\]\n]+)\]/gu)].map(([, label = '']) => label);
}
