/** Which styles of a workbook colour their cells. Source: ECMA-376-1, §18.8.20, fill. Pure. */
import type { Tag } from '#archive';
import type { Package } from './package-map.js';

/** @returns by the number of a cell's style: its colour as the file names it; null for none and for white */
export function cellFills(book: Package, part: string | undefined): readonly (string | null)[] {
  const fills: string[] = [];
  const styles: number[] = [];
  let inCells = false;
  let isSolid = false;
  if (part === undefined) return [];
  book.read(part, {
    open({ name, attribute }) {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) styles.push(Number(attribute('fillId') ?? 0));
      else if (name === 'fill') fills.push('');
      else if (name === 'patternFill') isSolid = attribute('patternType') === 'solid';
      else if (name === 'fgColor' && isSolid) fills.push(`${fills.pop() ?? ''}${colourOf(attribute)}`);
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
      else if (name === 'patternFill') isSolid = false;
    },
  });
  return styles.map((at) => {
    const fill = fills[at] ?? '';
    return fill === '' ? null : fill;
  });
}

/** Theme 0 is the paper; of the numbered colours 1 and 9 are white, 64 and 65 those of the system. */
function colourOf(attribute: Tag['attribute']): string {
  const [rgb, theme, indexed, tint] = ['rgb', 'theme', 'indexed', 'tint'].map((key) => attribute(key) ?? '');
  const isWhite =
    /FFFFFF$/iu.test(rgb ?? '') || (theme === '0' && !Number(tint)) || /^(?:1|9|64|65)$/u.test(indexed ?? '');
  return isWhite ? '' : [rgb, theme && `theme ${theme}`, indexed && `indexed ${indexed}`, tint].join(' ').trim();
}
