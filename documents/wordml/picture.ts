/** A picture in a package of ours: the part, its type and relationship, and the drawing that shows it in a line of text. */
import { strFromU8, strToU8 } from 'fflate';
import type { CoatOfArms } from '../layout/coat-of-arms.js';

const RELATIONSHIP = 'rIdCoatOfArms';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';
const CONTENT_TYPES = '[Content_Types].xml';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const EMU_PER_MM = 36_000;

/** Changes the parts it is given. */
export function addPicture(files: Record<string, Uint8Array>, { bytes, type }: CoatOfArms): void {
  const target = `media/coat-of-arms.${type}`;
  files[`word/${target}`] = bytes;
  edit(files, RELATIONSHIPS, (xml) =>
    xml.replace(
      '</Relationships>',
      `<Relationship Id="${RELATIONSHIP}" Type="${OFFICE}/image" Target="${target}"/></Relationships>`,
    ),
  );
  edit(files, CONTENT_TYPES, (xml) => {
    if (new RegExp(`\\bExtension="${type}"`, 'u').test(xml)) return xml;
    return xml.replace(
      /<Types\b[^>]*>/u,
      (root) => `${root}<Default Extension="${type}" ContentType="image/${type}"/>`,
    );
  });
}

/** A run with the picture; programs that read aloud hear its name. */
export function pictureRun({ aspect, height }: CoatOfArms): string {
  const [cx, cy] = [Math.round(height * aspect * EMU_PER_MM), Math.round(height * EMU_PER_MM)];
  const name = 'name="Герб" descr="Герб"';
  return (
    `<w:r><w:drawing><wp:inline xmlns:wp="${DRAWING}/wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">` +
    `<wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="1" ${name}/>` +
    `<a:graphic xmlns:a="${DRAWING}/main"><a:graphicData uri="${DRAWING}/picture">` +
    `<pic:pic xmlns:pic="${DRAWING}/picture"><pic:nvPicPr><pic:cNvPr id="1" ${name}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${RELATIONSHIP}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm>` +
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
  );
}

function edit(files: Record<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  files[name] = strToU8(change(strFromU8(files[name] ?? new Uint8Array())));
}
