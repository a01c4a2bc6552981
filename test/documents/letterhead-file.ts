/** A letterhead as Word writes one: a field cut over runs, a list, a picture, headers, defaults unlike ours. */
import { strToU8, zipSync } from 'fflate';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** One pixel. */
const PNG = Uint8Array.from(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=', 'base64'),
);

export const SECTION =
  '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>' +
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>';

export const BODY =
  '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>КОМИТЕТ ПО ДЕЛАМ</w:t></w:r>' +
  '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="Герб"/>' +
  '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="g.png"/><pic:cNvPicPr/></pic:nvPicPr>' +
  '<pic:blipFill><a:blip r:embed="rId5"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm>' +
  '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>' +
  '<w:p><w:r><w:t xml:space="preserve">от </w:t></w:r><w:r><w:rPr><w:i/><w:u w:val="single"/></w:rPr><w:t>{{дата рег</w:t></w:r>' +
  '<w:proofErr w:type="spellStart"/><w:r w:rsidR="00AA00AA"><w:t>истрация</w:t></w:r><w:r><w:t>.дата}} № {</w:t></w:r><w:r><w:t>{регистрация.номер}} &amp; далее</w:t></w:r></w:p>' +
  '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Пункт бланка</w:t></w:r></w:p>';

export interface LetterheadParts {
  readonly body?: string;
  readonly section?: string;
  readonly extra?: Readonly<Record<string, string>>;
  readonly types?: string;
  readonly relationships?: string;
  readonly root?: string;
}

export function letterheadFile({
  body = BODY,
  section = SECTION,
  extra = {},
  types = '',
  relationships = '',
  root = `${W} ${R}`,
}: LetterheadParts = {}): Uint8Array {
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`;
  const rels = (content: string): string =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  const override = (name: string, type: string): string =>
    `<Override PartName="/${name}" ContentType="${CT}.${type}+xml"/>`;
  const files: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${override('word/document.xml', 'document.main')}` +
      `${override('word/styles.xml', 'styles')}${override('word/numbering.xml', 'numbering')}${override('word/header1.xml', 'header')}${override('word/footer1.xml', 'footer')}${types}</Types>`,
    '_rels/.rels': rels(relationship('rId1', 'officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': rels(
      relationship('rId1', 'styles', 'styles.xml') +
        relationship('rId2', 'numbering', 'numbering.xml') +
        relationship('rId3', 'header', 'header1.xml') +
        relationship('rId4', 'footer', 'footer1.xml') +
        relationship('rId5', 'image', 'media/g.png') +
        relationships,
    ),
    'word/document.xml': `${HEAD}<w:document ${root}><w:body>${body}${section}</w:body></w:document>`,
    'word/styles.xml':
      `${HEAD}<w:styles ${W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri"/><w:sz w:val="22"/></w:rPr></w:rPrDefault>` +
      '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
      '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Body"><w:name w:val="Свой текст"/><w:rPr><w:color w:val="FF0000"/></w:rPr></w:style></w:styles>',
    'word/numbering.xml':
      `${HEAD}<w:numbering ${W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/></w:lvl></w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
    'word/header1.xml': `${HEAD}<w:hdr ${W}><w:p><w:r><w:t>Верх: {{орган.краткое}}</w:t></w:r></w:p></w:hdr>`,
    'word/footer1.xml': `${HEAD}<w:ftr ${W}><w:p><w:r><w:t>Низ бланка</w:t></w:r></w:p></w:ftr>`,
    ...extra,
  };
  const bytes = Object.entries(files).map(([name, text]) => [name, strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(bytes), 'word/media/g.png': PNG });
}
