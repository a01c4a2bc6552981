/** A file → what the order says: format, blocks, head, plans, items. Pure: bytes in, values and problems out. */
import { VekhaError } from '#domain/errors';
import type { OrderReading, Problem, ReadRoadmap, SourceBlock } from '#domain/order';
import { linesOf, refuseExcess, toSourceBlocks, type Block } from './blocks.js';
import { approvalOf } from './act/approval.js';
import { fileText, formatOf } from './formats/file-text.js';
import { readHead } from './act/head.js';
import { itemsOf } from './plan/items.js';
import { findKind } from './act/kind.js';
import { wordsOf } from './plain.js';
import { headOf, readRoadmaps, type DraftRoadmap } from './plan/roadmap-rows.js';

export interface TracedReading extends OrderReading {
  readonly blocks: readonly SourceBlock[];
}

/**
 * Reads an order with its table of measures from a .docx or .txt file; the content decides the format.
 * @param bytes the whole file, at most 20 MB
 * @param options `fileName` only words the refusal of a text that is named as a Word file
 * @returns every field with its source in `blocks` (see `sourceText`), and what a person has to check
 * @throws VekhaError 'input.empty', 'input.damaged', 'input.not_an_order', 'input.forbidden_content', 'input.too_large',
 * 'order.no_table', 'order.no_deadline_column', 'date.unreadable': one Russian sentence, nothing of the text in it but the date
 */
export function readOrder(bytes: Uint8Array, options: { readonly fileName: string }): Promise<TracedReading> {
  // Async by contract, so that reading may move to a worker thread without a change for its callers.
  return Promise.resolve().then(() => read(bytes, options.fileName));
}

function read(bytes: Uint8Array, fileName: string): TracedReading {
  const { blocks, remarks } = fileText(bytes);
  refuseExcess(blocks);
  const texts = textsOf(blocks);
  const words = wordsOf(texts);
  const problems: Problem[] = remarks.map((message) => ({ severity: 'note', where: 'файл', message }));
  const drafts = readRoadmaps(blocks, words, problems);
  const first = drafts[0];
  if (first === undefined) throw noTable(blocks, fileName, bytes);
  const order = readHead(linesOf(blocks, 0, first.block), texts, words, problems);
  const several = drafts.length > 1;
  const tables = drafts.map((draft, i) => itemsOf(draft, several ? i + 1 : null, problems));
  const items = tables.flatMap((table) => table.items);
  if (items.length === 0) {
    throw new VekhaError(
      'order.no_table',
      'В таблице мероприятий нет ни одной строки: проверьте, тот ли файл загружен.',
    );
  }
  const sections = tables.flatMap((table) => table.sections);
  if (several) problems.push(severalPlans(drafts.length));
  return {
    order,
    items,
    problems,
    ...(sections.length > 0 ? { sections } : {}),
    ...(several ? { roadmaps: roadmapsOf(blocks, drafts, words) } : {}),
    blocks: toSourceBlocks(blocks),
  };
}

function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
  );
}

/** The plan's name stands between the table before it and its own. */
function roadmapsOf(
  blocks: readonly Block[],
  drafts: readonly DraftRoadmap[],
  words: ReadonlySet<string>,
): ReadRoadmap[] {
  return drafts.map(({ block }, i) => {
    const lines = linesOf(blocks, (drafts[i - 1]?.block ?? -1) + 1, block);
    const stamp = lines.findLastIndex(({ text }) => /^[\s*]*(?:утвержд[её]н|приложение\s)/iu.test(text.text));
    return { no: i + 1, title: approvalOf(lines.slice(Math.max(0, stamp)), words).planTitle };
  });
}

function noTable(blocks: readonly Block[], fileName: string, bytes: Uint8Array): VekhaError {
  const withoutDeadline = blocks.some((block) => block.kind === 'table' && headOf(block) !== null);
  if (withoutDeadline) {
    return new VekhaError(
      'order.no_deadline_column',
      'В таблице мероприятий нет графы со сроком: нужна графа «Срок», «Срок исполнения» или «Дата».',
    );
  }
  if (findKind(linesOf(blocks, 0, blocks.length)) === null) {
    return new VekhaError(
      'input.not_an_order',
      'Это не распоряжение: в файле нет ни названия вида акта, ни таблицы мероприятий.',
    );
  }
  if (/\.docx?$/iu.test(fileName) && formatOf(bytes).kind === 'text') {
    return new VekhaError(
      'order.no_table',
      'Файл назван как документ Word, но внутри обычный текст, и таблицы мероприятий в нём нет: загрузите исходный документ.',
    );
  }
  return new VekhaError(
    'order.no_table',
    'В распоряжении не найдена таблица мероприятий (графы «Мероприятие», «Ответственный», «Срок»): загрузите его вместе с приложением.',
  );
}

/** Ids of items are made of the plan's code and the number, so two plans in one launch would mix. */
function severalPlans(count: number): Problem {
  return {
    severity: 'blocking',
    where: 'приложения',
    message: `распоряжение утверждает несколько дорожных карт (${count}), номера пунктов в них повторяются: загрузите каждую карту отдельным файлом.`,
  };
}
