/** Lines of at most 72 columns; a word that is longer (an address) stays whole. */

const COLUMNS = 72;

/** Breaks lines at plain spaces only, so what no-break spaces hold stays together; rows («– …») go on under their text. Runs of empty lines become one; LF line ends, one at the end. */
export function wrapped(text: string): string {
  const lines = text.split('\n').flatMap(wrapLine).join('\n');
  return `${lines.replaceAll(/\n{3,}/g, '\n\n').trim()}\n`;
}

function wrapLine(line: string): readonly string[] {
  const indent = line.startsWith('– ') ? '  ' : '';
  const lines: string[] = [];
  let current = '';
  for (const word of line.trim().split(/ +/)) {
    const start = lines.length > 0 ? indent : '';
    const next = current === '' ? start + word : `${current} ${word}`;
    if (current !== '' && length(next) > COLUMNS) {
      lines.push(current);
      current = indent + word;
    } else {
      current = next;
    }
  }
  return [...lines, current];
}

function length(text: string): number {
  return [...text].length;
}
