/**
 * The same paper by the docx library alone, as its readme shows: one paragraph after another, tables with widths and
 * repeated headers, a page number. It starts from finished blocks, so nothing of templates, fields or checks is in its time.
 */
import {
  AlignmentType,
  Document,
  Header,
  type IRunOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { renderBlocks } from '#documents';

type Blocks = ReturnType<typeof renderBlocks>['document'];
type Section = Blocks['sections'][number];
type Block = Section['blocks'][number];
type Runs = Extract<Block, { type: 'paragraph' }>['runs'];
type Ruled = Extract<Block, { type: 'table' }>;

export function bareDocx({ title, author, sections }: Blocks): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: author,
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            { level: 0, text: '%1.' },
            { level: 1, text: '%1.%2.' },
          ],
        },
      ],
    },
    sections: sections.map((section) => ({
      properties: {
        page: {
          size: {
            orientation: section.orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
        },
        titlePage: true,
      },
      headers: { default: new Header({ children: [new Paragraph({ children: [pageNumber()] })] }) },
      children: section.blocks.flatMap(parts),
    })),
  });
  return Packer.toBuffer(document);
}

function pageNumber(): TextRun {
  return new TextRun({ children: [PageNumber.CURRENT] });
}

function parts(block: Block): (Paragraph | Table)[] {
  switch (block.type) {
    case 'table':
      return [ruled(block)];
    case 'clause':
      return [new Paragraph({ numbering: { reference: 'points', level: block.level }, children: runs(block.runs) })];
    case 'group':
      return block.blocks.flatMap(parts);
    case 'registration':
    case 'reference':
      return [new Paragraph({ children: [...runs(block.date), ...runs(block.number)] })];
    case 'signature':
      return [new Paragraph({ children: runs(block.post) }), new Paragraph({ children: runs(block.name) })];
    case 'line':
      return [new Paragraph({ children: runs(block.line.runs) })];
    case 'head':
    case 'addressee':
    case 'stamp':
    case 'executor':
      return block.lines.map((line) => new Paragraph({ children: runs(line.runs) }));
    case 'corner':
      return block.head.map((line) => new Paragraph({ children: runs(line.runs) }));
    default:
      return [new Paragraph({ alignment: AlignmentType.BOTH, children: runs(block.runs) })];
  }
}

function ruled({ widths, rows, headerRows }: Ruled): Table {
  return new Table({
    columnWidths: widths.map((width) => Math.round(width * 56.7)),
    rows: rows.map(
      (row, at) =>
        new TableRow({
          cantSplit: true,
          tableHeader: at < headerRows,
          children: row.cells.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.colspan,
                rowSpan: cell.rowspan,
                width: { size: 1000, type: WidthType.DXA },
                children: [new Paragraph({ children: runs(cell.runs) })],
              }),
          ),
        }),
    ),
  });
}

function runs(list: Runs): TextRun[] {
  return list.map((run) => {
    if (run.type === 'break') return new TextRun({ break: 1 });
    const look: IRunOptions = { text: run.text, bold: run.bold, italics: run.italic };
    return new TextRun(look);
  });
}
