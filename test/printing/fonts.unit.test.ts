import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkFonts, missingFonts } from '#printing';
import { withFreeFonts } from '../../printing/free-fonts.js';

describe('the faces of a PDF', () => {
  it('are named when one is not Liberation', () => {
    expect(checkFonts(pdfWith('/FontName/BAAAAA+LiberationSerif-Bold'))).toBeNull();
    const note = checkFonts(pdfWith('/FontName /BAAAAA+DejaVuSerif /FontName/CAAAAA+LiberationSans'));
    expect(note).toMatch(/^В PDF стоит и DejaVuSerif, .*fonts-liberation\)\.$/u);
  });
});

describe('the faces that a document declares', () => {
  it('are exchanged for free ones of the same widths; other faces and the text stay', () => {
    const xml =
      '<w:rFonts w:ascii="Times New Roman" w:hAnsi=\'Arial\' w:cs="Calibri"/><w:t>Шрифт w:ascii= Times New Roman</w:t>' +
      '<w:font w:name="Courier New"/><a:latin typeface="Times New Roman"/>';
    expect(withFreeFonts(xml)).toBe(
      '<w:rFonts w:ascii="Liberation Serif" w:hAnsi=\'Liberation Sans\' w:cs="Calibri"/><w:t>Шрифт w:ascii= Times New Roman</w:t>' +
        '<w:font w:name="Liberation Mono"/><a:latin typeface="Liberation Serif"/>',
    );
  });
});

describe('Liberation on this machine', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'office-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is found in the folder that LibreOffice brings along', () => {
    const fonts = join(folder, 'share', 'fonts', 'truetype');
    for (const each of [join(folder, 'program'), fonts]) mkdirSync(each, { recursive: true });
    const office = join(folder, 'program', 'soffice');
    writeFileSync(office, '');
    writeFileSync(join(fonts, 'LiberationSerif-Regular.ttf'), '');
    expect(missingFonts(office)).toBeNull();
  });
});

function pdfWith(text: string): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.6\n${text}\n%%EOF\n`);
}
