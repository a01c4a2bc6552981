/** A file → what the order says: its format is read into blocks, the blocks into an order. Pure: bytes in, values and problems out. */
import { VekhaError } from '#domain/errors';
import type { OrderChoice } from '#domain/order';
import { refuseExcess } from './blocks.js';
import { fileText } from './formats/file-text.js';
import { formatOf } from './formats/format.js';
import { orderOf, type TracedReading } from './order-of-blocks.js';

export interface ReadOptions extends OrderChoice {
  /** Only words the refusal of a text that is named as a Word file. */
  readonly fileName: string;
}

/**
 * Reads an order with its table of measures from a file of any format in `formats/`; the content decides which.
 * @param bytes the whole file, at most 20 MB
 * @returns every field with its source in `blocks` (see `sourceText`), and what a person has to check
 * @throws VekhaError 'input.empty', 'input.damaged', 'input.not_an_order', 'input.forbidden_content', 'input.too_large',
 * 'order.no_table', 'order.no_deadline_column', 'order.no_such_plan', 'date.unreadable': one Russian sentence, nothing of
 * the text in it but the date and the names of columns
 */
export async function readOrder(bytes: Uint8Array, { fileName, plan, told }: ReadOptions): Promise<TracedReading> {
  const text = await fileText(bytes);
  refuseExcess(text.blocks);
  try {
    return orderOf(text, plan ?? null, told);
  } catch (error) {
    throw isRenamedText(error, fileName, bytes) ? renamedText() : error;
  }
}

function isRenamedText(error: unknown, fileName: string, bytes: Uint8Array): boolean {
  const noTable = error instanceof VekhaError && error.code === 'order.no_table';
  return noTable && /\.docx?$/iu.test(fileName) && formatOf(bytes) === 'text';
}

function renamedText(): VekhaError {
  return new VekhaError(
    'order.no_table',
    'Файл назван как документ Word, но внутри обычный текст, и таблицы мероприятий в нём нет: загрузите исходный документ.',
  );
}
