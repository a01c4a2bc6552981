/** Lines of a cell in a table drawn with characters → its text. Pure. */
import { joinedLines, type Spelling } from '../spelling.js';

/**
 * Joins what was broken only because the column is narrow; a new paragraph begins with a capital where there was still
 * room, or as an item of a list.
 * @param width of the column, in characters
 */
export function wrappedText(lines: readonly string[], width: number, spelling: Spelling): string {
  const paragraphs: string[][] = [];
  let last = '';
  for (const line of lines.map((each) => each.trim()).filter((each) => each !== '')) {
    if (last === '' || beginsParagraph(last, line, width)) paragraphs.push([line]);
    else paragraphs.at(-1)?.push(line);
    last = line;
  }
  return paragraphs.map((pieces) => joinedLines(pieces, spelling)).join('\n');
}

function beginsParagraph(before: string, line: string, width: number): boolean {
  if (/^(?:\d+[.)]|[–—•-])\s/u.test(line)) return true;
  const [word = ''] = line.split(' ', 1);
  return /^\p{Lu}/u.test(line) && before.length + 1 + word.length < width;
}
