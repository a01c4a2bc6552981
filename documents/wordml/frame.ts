/**
 * Everything of a .docx that does not depend on the words of the document: styles, numbering, page settings, headers.
 * `docx` writes it; it is made once for each shape of document and kept, compressed, because making and packing it costs
 * more than the words of an ordinary order.
 */
import {
  AlignmentType,
  Document,
  Header,
  type INumberingOptions,
  type ISectionOptions,
  type IStylesOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import { type ZipEntry, zipEntry } from '#archive';
import type { PageNumbers } from '../blocks.js';
import { type LayoutProfile, margins, type Orientation } from '../profiles.js';
import type { StyleId } from './paragraph.js';
import { addPicture } from './picture.js';
import { dxa, dxaOfPoints, halfPoints } from './units.js';

export interface SectionShape {
  readonly orientation: Orientation;
  readonly pageNumbers: PageNumbers;
}

export interface Frame {
  /** Parts that are the same for every document of this shape. */
  readonly parts: readonly ZipEntry[];
  /** The same as texts, for whoever puts them into another package. */
  readonly texts: ReadonlyMap<string, string>;
  /** `word/document.xml` up to the first part of the body. */
  readonly opening: string;
  readonly sections: readonly FrameSection[];
}

interface FrameSection {
  /** `<w:sectPr>…</w:sectPr>` */
  readonly properties: string;
  /** Word's id of this section's own numbering of points. */
  readonly numbering: number;
}

const frames = new Map<string, Promise<Frame>>();
/** Shapes differ by the number of appendices, which data decide: the cache must not grow with them. */
const MOST_FRAMES = 64;

export function frameFor(profile: LayoutProfile, leftMargin: number, shapes: readonly SectionShape[]): Promise<Frame> {
  const key = JSON.stringify([
    { ...profile, arms: profile.arms?.sha256 },
    leftMargin,
    shapes.map((s) => [s.orientation, s.pageNumbers]),
  ]);
  const kept = frames.get(key);
  if (kept !== undefined) return kept;
  if (frames.size >= MOST_FRAMES) frames.clear();
  const made = makeFrame(profile, leftMargin, shapes);
  frames.set(key, made);
  return made;
}

async function makeFrame(profile: LayoutProfile, leftMargin: number, shapes: readonly SectionShape[]): Promise<Frame> {
  const document = new Document({
    styles: styles(profile),
    numbering: numbering(profile),
    // A line that ends in a forced break is not stretched to the margin.
    compatibility: { doNotExpandShiftReturn: true },
    sections: shapes.map((shape, i) => section(shape, i, profile, leftMargin)),
  });
  const files = unzipSync(new Uint8Array(await Packer.toArrayBuffer(document)));
  const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  if (profile.arms !== null) addPicture(files, profile.arms);
  const properties = [...xml.matchAll(/<w:sectPr\b.*?<\/w:sectPr>/gsu)].map(([found]) => found);
  const numbers = [...xml.matchAll(/<w:numId w:val="(\d+)"\/>/gu)].map(([, id]) => Number(id));
  return {
    parts: Object.entries(files)
      .filter(([name]) => name !== 'word/document.xml' && name !== 'docProps/core.xml')
      .sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))
      .map(([name, bytes]) => zipEntry(name, bytes)),
    texts: new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)])),
    opening: xml.slice(0, xml.indexOf('<w:body>') + '<w:body>'.length),
    sections: shapes.map((_, i) => ({ properties: properties[i] ?? '', numbering: numbers[i] ?? 0 })),
  };
}

/** The list of parts comes first in a package: some readers look at the first entry to tell a .docx from a plain zip. */
function order(name: string): number {
  return name === '[Content_Types].xml' ? 0 : name === '_rels/.rels' ? 1 : 2;
}

/** The paragraph only makes `docx` write the numbering of this section; the real body takes its place. */
function section(shape: SectionShape, index: number, profile: LayoutProfile, leftMargin: number): ISectionOptions {
  const edge = margins(profile, shape.orientation, leftMargin);
  const header = dxa(profile.headerFromEdge);
  const numbered = new Header({ children: [pageNumber(profile)] });
  const empty = new Header({ children: [new Paragraph('')] });
  return {
    properties: {
      ...(index === 0 ? {} : { type: SectionType.NEXT_PAGE }),
      titlePage: shape.pageNumbers === 'from-2',
      page: {
        size: {
          width: dxa(210),
          height: dxa(297),
          orientation: shape.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          left: dxa(edge.left),
          top: dxa(edge.top),
          right: dxa(edge.right),
          bottom: dxa(edge.bottom),
          header,
          footer: header,
        },
      },
    },
    // Without a header of its own a section shows that of the section before it: "none" must say so with an empty one.
    headers:
      shape.pageNumbers === 'none'
        ? { default: empty }
        : { default: numbered, ...(shape.pageNumbers === 'from-2' ? { first: empty } : {}) },
    children: [new Paragraph({ text: '', numbering: { reference: POINTS, level: 0, instance: index } })],
  };
}

function pageNumber(profile: LayoutProfile): Paragraph {
  const run = new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(profile.pageNumberSize) });
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run] });
}

const POINTS = 'points';

/** «1.», «1.1.» … in the first-line indent, a space after it, following lines at the edge of the text. */
function numbering({ indent }: LayoutProfile): INumberingOptions {
  const levels = [0, 1, 2, 3].map((level) => ({
    level,
    format: LevelFormat.DECIMAL,
    text: `${Array.from({ length: level + 1 }, (_, i) => `%${i + 1}`).join('.')}.`,
    suffix: LevelSuffix.SPACE,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 0, firstLine: dxa(indent) } } },
  }));
  return { config: [{ reference: POINTS, levels }] };
}

function styles(profile: LayoutProfile): IStylesOptions {
  const cell = (id: StyleId, size: number): NamedStyle => ({
    ...named(id, `Ячейка таблицы ${size}`),
    run: { size: halfPoints(size) },
  });
  const list: NamedStyle[] = [
    {
      ...named('Body', 'Текст документа'),
      paragraph: {
        alignment: AlignmentType.JUSTIFIED,
        indent: { firstLine: dxa(profile.indent) },
        // Requisites are set solid, whatever the text is.
        ...(profile.lineSpacing === 1 ? {} : { spacing: { line: Math.round(240 * profile.lineSpacing) } }),
      },
    },
    named('Line', 'Строка реквизита'),
    { ...named('Head', 'Бланк'), paragraph: { alignment: AlignmentType.CENTER } },
    {
      ...named('Kind', 'Вид документа'),
      run: { bold: true, characterSpacing: dxaOfPoints(profile.kindSpacing) },
      paragraph: { alignment: AlignmentType.CENTER },
    },
    {
      ...named('ActTitle', 'Заголовок документа'),
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true },
    },
    {
      ...named('Heading', 'Название приложения'),
      run: { bold: true },
      paragraph: { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true },
    },
    cell('Cell10', 10),
    cell('Cell12', 12),
    cell('Cell14', 14),
  ];
  return {
    default: {
      document: {
        run: { font: profile.font, size: halfPoints(profile.textSize), language: { value: 'ru-RU' } },
        paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
      },
    },
    paragraphStyles: list,
  };
}

type NamedStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

function named(id: StyleId, name: string): NamedStyle {
  return { id, name, basedOn: 'Normal', quickFormat: true };
}
