/**
 * The gallery: the first page of every kind of document, and the first page of its appendix, as small pictures, with a page
 * that shows them all; beside them the examples of docs/templates.md. Made from the templates and the examples; run by `npm run gallery` where LibreOffice is.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openKind, openNames, openTemplateFile, renderDocument } from '#documents';
import { DOCUMENT_KINDS, type DocumentKind } from '#domain/document-kind';
import { appendixSheets, createPrinter, pageCount, type Printer } from '#printing';
import { type Element, elementsOf, EXAMPLE_DATA, templateOf } from './elements.js';
import { fewerGrays } from './fewer-grays.js';

const ROOT = new URL('../../../', import.meta.url); // from dist/docs/gallery
const GALLERY = new URL('docs/gallery/', ROOT);

const FOLDERS = { builtIn: fileURLToPath(new URL('templates', ROOT)), own: null };

/** Pixels of an upright sheet: letters of 10 points can be read. One that lies is as much wider. */
const WIDTH = 720;
const LYING = Math.round((WIDTH * 297) / 210);

interface Shown {
  readonly kind: DocumentKind;
  readonly title: string;
  readonly pictures: readonly string[];
}

async function main(): Promise<void> {
  const printer = createPrinter({ office: null, pictures: null });
  try {
    const shown = await Promise.all(DOCUMENT_KINDS.map((kind) => show(printer, kind)));
    writeFileSync(new URL('README.md', GALLERY), page(shown));
    await Promise.all(elements().map((element) => showElement(printer, element)));
  } finally {
    await printer.close();
  }
}

async function show(printer: Printer, kind: DocumentKind): Promise<Shown> {
  const example = readFileSync(new URL(`examples/documents/${kind}.json`, ROOT), 'utf8');
  const { set, fields } = await openKind(FOLDERS, kind);
  const data = openNames(JSON.parse(example) as Record<string, unknown>);
  const { bytes, title } = await renderDocument(set, kind, data, { profile: 'gost-2016', fields });
  const pdf = await printer.toPdf(bytes);
  const sheets = await appendixSheets(printer, bytes);
  const pages = sheets === null ? [1] : [1, pageCount(pdf) - sheets + 1];
  const pictures = await Promise.all(
    pages.map(async (page, at) => {
      const name = `${kind}${at === 0 ? '' : '-appendix'}.png`;
      writeFileSync(new URL(name, GALLERY), fewerGrays(await draw(printer, pdf, page)));
      return name;
    }),
  );
  process.stderr.write(`${kind}\n`);
  return { kind, title, pictures };
}

function elements(): readonly Element[] {
  return elementsOf(readFileSync(new URL('docs/templates.md', ROOT), 'utf8'));
}

async function showElement(printer: Printer, { tag, markup }: Element): Promise<void> {
  if (markup === null) return;
  const { template, faults } = await openTemplateFile(FOLDERS, `${tag}.hbs`, templateOf(markup));
  if (template === null) throw new Error(`${tag}: ${faults.map(({ message }) => message).join('; ')}`);
  const { set, kind, fields } = template;
  const { bytes } = await renderDocument(set, kind, EXAMPLE_DATA, { profile: 'gost-2016', fields });
  const picture = await printer.toPicture(await printer.toPdf(bytes), { page: 1, width: WIDTH });
  writeFileSync(new URL(`elements/${tag}.png`, GALLERY), fewerGrays(picture, 'inked'));
}

async function draw(printer: Printer, pdf: Uint8Array, page: number): Promise<Uint8Array> {
  const upright = await printer.toPicture(pdf, { page, width: WIDTH });
  const height = Buffer.from(upright).readUInt32BE(20);
  return height > WIDTH ? upright : printer.toPicture(pdf, { page, width: LYING });
}

function page(shown: readonly Shown[]): string {
  const parts = shown.map(({ kind, title, pictures }) =>
    [`## ${kind}`, title, ...pictures.map((name) => `![${kind}](${name})`)].join('\n\n'),
  );
  return `${[HEAD, ...parts].join('\n\n')}\n`;
}

const HEAD = `# Все виды документов

Первая страница каждого вида и первая страница его приложения. Люди, организации и суммы выдуманы, пункты и сроки – из
распоряжения № 3509-р. Картинки делает \`npm run gallery\` из шаблонов \`templates/\` и данных \`examples/documents/\`; любой из них
можно собрать и самому:

\`\`\`
bin/vekha render --kind order-appointment --data examples/documents/order-appointment.json --out распоряжение.docx
\`\`\``;

await main();
