/** Which styles of a workbook show a number as a day. Source: ECMA-376-1, §18.8.30, numFmt. Pure. */
import type { Package } from './package-map.js';

/** @returns by the number of a cell's style */
export function dateStyles(book: Package, part: string | undefined): readonly boolean[] {
  const formats = new Map<number, string>();
  const styles: number[] = [];
  let inCells = false;
  if (part === undefined) return [];
  book.read(part, {
    open({ name, attribute }) {
      const id = Number(attribute('numFmtId') ?? 0);
      if (name === 'cellXfs') inCells = true;
      else if (name === 'numFmt') formats.set(id, attribute('formatCode') ?? '');
      else if (name === 'xf' && inCells) styles.push(id);
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return styles.map((id) => {
    const own = formats.get(id);
    return own === undefined ? isBuiltInDate(id) : isDateFormat(own);
  });
}

/** 14–17 and 22 are days, 27–36 and 50–58 those of Asian editions; 18–21 and 45–47 show hours. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** «dd.mm.yyyy», «[$-419]d mmmm yyyy»; words in quotes, after a backslash and in brackets are not letters of the format. */
function isDateFormat(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/gu, '');
  return /[dy]|mmm/iu.test(bare);
}
