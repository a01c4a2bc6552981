/** Plain text of a .docx, for tests and for the difference of two versions: what is read, not how it looks. */
import { SaxesParser } from 'saxes';
import { VekhaError } from '#domain/errors';
import { MAIN_PART, openPackage } from './open-package.js';

/**
 * One paragraph a line, the cells of a table row on one line with tabs between, empty paragraphs left out. A line break
 * inside a paragraph is a space, a tab is a tab. Numbers of points, headers and footers are not in the text.
 * @throws VekhaError 'input.damaged' when the bytes are not a readable .docx
 */
export function documentText(bytes: Uint8Array): string {
  const xml = openPackage(bytes)?.get(MAIN_PART);
  if (xml === undefined) throw new VekhaError('input.damaged', 'Файл не открывается как документ .docx.');
  return textOfPart(xml);
}

/** The same of one part: the text, a header, a footer. @throws VekhaError 'input.damaged' */
export function textOfPart(xml: string): string {
  const reader = new TextReader();
  return reader.read(xml);
}

class TextReader {
  private readonly lines: string[] = [];
  private readonly tables: { cells: string[] }[] = [];
  private paragraph = '';
  private cell: string[] = [];
  private inText = false;
  private inProperties = 0;

  read(xml: string): string {
    const parser = new SaxesParser({ xmlns: false });
    parser.on('opentag', ({ name }) => this.open(name));
    parser.on('closetag', ({ name }) => this.close(name));
    parser.on('text', (text) => {
      if (this.inText) this.paragraph += text;
    });
    parser.on('error', (error) => {
      throw new VekhaError('input.damaged', 'Документ .docx повреждён: его текст не читается.', {
        reason: error.message,
      });
    });
    parser.write(xml).close();
    return this.lines.join('\n');
  }

  private open(name: string): void {
    if (name === 'w:t') this.inText = true;
    else if (name === 'w:pPr') this.inProperties += 1;
    else if (name === 'w:tab' && this.inProperties === 0) this.paragraph += '\t';
    else if (name === 'w:br' || name === 'w:cr') this.paragraph += ' ';
    else if (name === 'w:noBreakHyphen') this.paragraph += '\u2011';
    else if (name === 'w:tr') this.tables.push({ cells: [] });
    else if (name === 'w:tc') this.cell = [];
  }

  private close(name: string): void {
    if (name === 'w:t') this.inText = false;
    else if (name === 'w:pPr') this.inProperties -= 1;
    else if (name === 'w:p') {
      if (this.tables.length > 0) this.cell.push(this.paragraph);
      else if (this.paragraph !== '') this.lines.push(this.paragraph);
      this.paragraph = '';
    } else if (name === 'w:tc') this.tables.at(-1)?.cells.push(this.cell.filter((text) => text !== '').join(' '));
    else if (name === 'w:tr') {
      const line = this.tables.pop()?.cells.join('\t') ?? '';
      if (line.trim() !== '') this.lines.push(line);
    }
  }
}
