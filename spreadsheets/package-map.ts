/** Which part of a workbook is what: parts are found by their relations, as names differ from program to program. Pure. */
import { readXml, readZip, type Parts, type XmlDialect, type XmlHandler } from '#archive';
import { VekhaError } from '#domain/errors';
import { unreadable } from './refusals.js';

const MAX_PART_BYTES = 64 * 1024 * 1024;

const EXCEL: XmlDialect = {
  namespaces: new Set([
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    'http://purl.oclc.org/ooxml/spreadsheetml/main',
    'http://schemas.openxmlformats.org/package/2006/relationships',
  ]),
  doctype: 'В книге есть описание типа (DOCTYPE), какого Excel не пишет: сохраните её в Excel заново.',
  damaged: 'Книга Excel повреждена: откройте её в Excel, сохраните заново и загрузите снова.',
};

interface Relation {
  /** Last word of its type: `worksheet`, `sharedStrings`, `styles`. */
  readonly type: string;
  readonly part: string;
}

export interface Package {
  /** Name of the part that lists the sheets. */
  readonly main: string;
  /** Relations of a part by their ids. */
  relations(part: string): ReadonlyMap<string, Relation>;
  /** Reads a part; one that is absent is read as empty. @throws VekhaError 'input.damaged', 'input.too_large' */
  read(part: string, handler: XmlHandler): void;
}

/** @throws VekhaError 'table.unreadable', 'input.damaged', 'input.too_large', 'input.forbidden_content' */
export function openPackage(bytes: Uint8Array): Package {
  const zip = readZip(bytes);
  refuseOthers(zip.names);
  const parts = zip.unpack((name) => /\.(?:xml|rels)$/iu.test(name));
  const read = (part: string, handler: XmlHandler) => readPart(parts, part, handler);
  const relations = (part: string) => relationsOf(part, read);
  const main = [...relations('').values()].find(({ type }) => type === 'officeDocument')?.part;
  if (main === undefined || !parts.has(main)) throw notWorkbook();
  return { main, relations, read };
}

function readPart(parts: Parts, part: string, handler: XmlHandler): void {
  const content = parts.get(part);
  if (content === undefined) return;
  if (content.length > MAX_PART_BYTES) {
    throw new VekhaError('input.too_large', 'Лист книги больше 64 МБ: такой файл не принимается.', { part });
  }
  readXml(content, part, EXCEL, handler);
}

function relationsOf(part: string, read: Package['read']): ReadonlyMap<string, Relation> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const found = new Map<string, Relation>();
  read(`${folder}_rels/${part.slice(folder.length)}.rels`, {
    open(tag) {
      const [id, type, target] = [tag.attribute('Id'), tag.attribute('Type'), tag.attribute('Target')];
      if (tag.name !== 'Relationship' || id === undefined || type === undefined || target === undefined) return;
      found.set(id, { type: type.slice(type.lastIndexOf('/') + 1), part: resolved(folder, target) });
    },
    close: () => undefined,
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}

function refuseOthers(names: readonly string[]): void {
  if (names.includes('mimetype') && names.includes('content.xml')) {
    throw unreadable('Это таблица OpenDocument (.ods): сохраните её как книгу Excel (.xlsx).');
  }
  if (names.some((name) => name.startsWith('word/'))) {
    throw unreadable('Это документ Word: скопируйте таблицу в Excel и сохраните как книгу (.xlsx).');
  }
  if (names.some((name) => /^xl\/workbook\.bin$/iu.test(name))) {
    throw unreadable('Это двоичная книга (.xlsb): откройте её в Excel и сохраните как книгу (.xlsx).');
  }
  if (!names.some((name) => /^(?:\/)?_rels\/\.rels$/u.test(name))) throw notWorkbook();
}

function notWorkbook(): VekhaError {
  return unreadable('Это архив, а не таблица: нужна книга Excel (.xlsx) или файл CSV.');
}
