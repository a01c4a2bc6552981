/**
 * A Word file on which documents are written: read once, checked like any file from outside, its fields found. Plain values
 * only, so that it can be handed to the rendering thread. Pure.
 */
import { SaxesParser } from 'saxes';
import { readWordFile, type Parts } from '#archive';
import { VekhaError } from '#domain/errors';
import { refuseOutside } from '../outside.js';
import { isSheetPart, MAIN_PART } from '../open-package.js';
import { readTemplate } from '../read-template.js';
import type { Expression, Fault, Piece, Place, Template } from '../template-tree.js';
import { type Chunk, findSlots, type Slot } from './word-slots.js';

export interface Letterhead {
  /** For messages. */
  readonly file: string;
  /** Every part as it came. */
  readonly parts: Parts;
  /** Parts with words, cut at their fields. */
  readonly slotted: ReadonlyMap<string, readonly Chunk[]>;
  /** The fields in the order of their numbers, as values of a template: they are filled like those of any template. */
  readonly fields: Template;
}

const MOST_BYTES = 20 * 1024 * 1024;
/** A letterhead is a page; it is read at every start and copied into every document. */
const MOST_XML = 10 * 1024 * 1024;
const MOST_SLOTS = 500;
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * @param report hears of every fault; the letterhead may be used only when there was none
 * @returns null when there is no Word file to speak of
 */
export function readLetterhead(file: string, bytes: Uint8Array, report: (fault: Fault) => void): Letterhead | null {
  const at = placeIn(file, 1);
  try {
    const parts = opened(bytes);
    refuseStrangers(parts);
    return withFields(file, parts, report);
  } catch (error) {
    if (!(error instanceof VekhaError)) throw error;
    report({ at, message: error.message.replace(/\.$/u, '') });
    return null;
  }
}

/** @throws VekhaError as any upload of a Word file */
function opened(bytes: Uint8Array): Parts {
  if (bytes.length > MOST_BYTES) {
    throw new VekhaError('input.too_large', 'Файл больше 20 МБ: сожмите изображения бланка.');
  }
  const parts = readWordFile(bytes);
  if (!parts.has(MAIN_PART)) {
    throw new VekhaError('input.not_an_order', 'Это не документ Word: сохраните бланк как .docx.');
  }
  const xml = [...parts].filter(([name]) => /\.(?:xml|rels)$/iu.test(name));
  if (xml.reduce((sum, [, content]) => sum + content.length, 0) > MOST_XML) {
    throw new VekhaError(
      'input.too_large',
      'В бланке больше 10 МБ текста и разметки: оставьте в нём только сам бланк.',
    );
  }
  for (const [name, content] of xml) wellFormed(name, content);
  return parts;
}

/** What the merging relies on: the ordinary edition of the format, nothing that is fetched or run on opening. */
function refuseStrangers(parts: Parts): void {
  const main = textOf(parts, MAIN_PART);
  const root = /<w:document\b[^>]*>/u.exec(main)?.[0] ?? '';
  if (!root.includes(`xmlns:w="${WORD}"`)) {
    throw new VekhaError(
      'input.not_an_order',
      'Бланк сохранён в строгом или неизвестном виде: сохраните его в Word как обычный .docx.',
    );
  }
  refuseOutside(parts, 'Бланк');
}

function withFields(file: string, parts: Parts, report: (fault: Fault) => void): Letterhead {
  const slotted = new Map<string, readonly Chunk[]>();
  const pieces: Piece[] = [];
  for (const name of [...parts.keys()].filter(isSheetPart).sort(mainFirst)) {
    const found = findSlots(textOf(parts, name), pieces.length);
    const label = name === MAIN_PART ? file : `${file}, колонтитул`;
    for (const paragraph of found.stray) {
      const cure = 'поле пишется {{имя}} и стоит в одном абзаце целиком';
      report({
        at: placeIn(label, paragraph),
        message: `в абзаце ${paragraph} скобки {{ }} не складываются в поле`,
        cure,
      });
    }
    slotted.set(name, found.chunks);
    pieces.push(...found.slots.map((slot) => fieldOf(slot, label, report)));
  }
  if (pieces.length > MOST_SLOTS) report({ at: placeIn(file, 1), message: `полей больше ${MOST_SLOTS}` });
  return { file, parts, slotted, fields: { id: file, file, pieces } };
}

/** Read as the same words in a template would be; told by its paragraph, which is all the place that Word shows. */
function fieldOf({ source, paragraph }: Slot, file: string, report: (fault: Fault) => void): Piece {
  const at = placeIn(file, paragraph);
  const tell = ({ message, cure }: Fault): void => {
    report({ at, message: `абзац ${paragraph}, ${source}: ${message}`, ...(cure === undefined ? {} : { cure }) });
  };
  const nothing: Piece = { type: 'text', text: '', at };
  if (/^\{\{\s*(?:[#/>!^&*]|else\b)/u.test(source)) {
    tell({
      at,
      message: 'в бланке стоят только поля и функции',
      cure: 'условия, списки и части пишутся в шаблоне .hbs',
    });
    return nothing;
  }
  const [piece] = readTemplate(file, file, source, tell).pieces;
  return piece?.type === 'value' ? { ...piece, expression: placed(piece.expression, at), at } : nothing;
}

function placed(expression: Expression, at: Place): Expression {
  return expression.type === 'call'
    ? { ...expression, args: expression.args.map((arg) => placed(arg, at)), at }
    : { ...expression, at };
}

function placeIn(file: string, paragraph: number): Place {
  return { template: file, file, line: paragraph, column: 1 };
}

/** The sheet before its headers: gaps are told in this order. */
function mainFirst(a: string, b: string): number {
  return Number(b === MAIN_PART) - Number(a === MAIN_PART) || (a < b ? -1 : 1);
}

function wellFormed(name: string, content: Uint8Array): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', () => {
    throw damaged(name);
  });
  parser.write(decoded(content)).close();
}

function textOf(parts: Parts, name: string): string {
  return decoded(parts.get(name) ?? new Uint8Array());
}

function decoded(content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw damaged('');
  }
}

function damaged(part: string): VekhaError {
  return new VekhaError('input.damaged', 'Бланк повреждён: откройте его в Word, сохраните заново и повторите.', {
    part,
  });
}
