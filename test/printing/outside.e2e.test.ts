import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { zipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createPrinter } from '#printing';
import { USUAL, whereOfficeIs } from './where-office-is.js';

whereOfficeIs('a document that points outside itself', () => {
  let server: Server;
  let folder: string;
  const asked: string[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'outside-'));
    writeFileSync(join(folder, 'secret.png'), PICTURE);
    server = createServer(({ url = '' }, response) => {
      asked.push(url);
      response.setHeader('content-type', 'image/png').end(PICTURE);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  it('is printed without what lies there: no address is asked, no file of the machine is shown', async () => {
    const printer = createPrinter(USUAL);
    const { port } = server.address() as AddressInfo;
    const docx = linkingTo(`http://127.0.0.1:${port}/picture.png`, pathToFileURL(join(folder, 'secret.png')).href);
    const pdf = await printer.toPdf(docx).finally(() => printer.close());
    expect(asked).toEqual([]);
    expect(/\/Subtype\s*\/Image/u.test(Buffer.from(pdf).toString('latin1'))).toBe(false);
  });
});

/** One black point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

/** Pictures and a template that are not in the package, as Word writes «вставить связь с файлом». */
function linkingTo(...targets: readonly string[]): Uint8Array {
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      `<Override PartName="/word/document.xml" ContentType="${WORD}document.main+xml"/>` +
      `<Override PartName="/word/settings.xml" ContentType="${WORD}settings+xml"/></Types>`,
    '_rels/.rels': relationships(relationship('r', 'officeDocument', 'word/document.xml')),
    'word/document.xml':
      `<w:document ${NAMES}><w:body>${targets.map((_, at) => picture(`p${at}`)).join('')}` +
      '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>',
    'word/_rels/document.xml.rels': relationships(
      relationship('s', 'settings', 'settings.xml'),
      ...targets.map((target, at) => relationship(`p${at}`, 'image', target, ' TargetMode="External"')),
    ),
    'word/settings.xml': `<w:settings ${NAMES}><w:attachedTemplate r:id="t"/></w:settings>`,
    'word/_rels/settings.xml.rels': relationships(
      relationship('t', 'attachedTemplate', targets[0] ?? '', ' TargetMode="External"'),
    ),
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)])));
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  `xmlns:r="${OFFICE}" xmlns:a="${DRAWING}/main" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:pic="${DRAWING}/picture"`;

function relationships(...rows: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`;
}

function relationship(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;
}

function picture(id: string): string {
  return (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><wp:docPr id="1" name="1"/><a:graphic>' +
    `<a:graphicData uri="${DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="1"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:link="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>` +
    '<a:ext cx="900000" cy="900000"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic></a:graphicData></a:graphic>' +
    '</wp:inline></w:drawing></w:r></w:p>'
  );
}
