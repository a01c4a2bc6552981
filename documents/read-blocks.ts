/** Filled tree → blocks: attributes get their types, spaces collapse, a corner head takes in what belongs to it. */
import { VekhaError } from '#domain/errors';
import type { Zone } from '#domain/typography';
import {
  type Align,
  type Block,
  type Cell,
  type DocumentBlocks,
  type Line,
  type PageNumbers,
  plainText,
  type Registration,
  type Row,
  type Runs,
  type Section,
  type TableBlock,
} from './blocks.js';
import type { Blank, Filled, FilledElement, Word } from './evaluated.js';
import { plainWords, runsOf } from './read-runs.js';
import { fillGrid } from './table-grid.js';
import type { Tag } from './vocabulary.js';

/** @throws VekhaError 'template.invalid' when the rows of a table do not fit its columns with these data */
export function readBlocks(root: FilledElement): DocumentBlocks {
  const sections = elements(root.children).map(readSection);
  const title = plainText(runsOf(attribute(root, 'title'), 'title'));
  return {
    title: title === '' ? titleOf(sections) : title,
    author: plainText(runsOf(attribute(root, 'author'), 'title')),
    leftMargin: Number(word(root, 'left-margin') ?? 20),
    sections,
  };
}

/** «РАСПОРЯЖЕНИЕ Об утверждении перечня»; of a register, its heading. */
function titleOf(sections: readonly Section[]): string {
  const parts = sections.flatMap(({ blocks }) => blocks);
  const named = parts.filter((part) => part.type === 'kind' || part.type === 'title');
  const found = named.length > 0 ? named : parts.filter((part) => part.type === 'heading').slice(0, 1);
  return found.map((part) => plainText(part.runs)).join(' ');
}

function readSection(section: FilledElement): Section {
  const appendix = section.tag === 'appendix';
  return {
    appendix,
    orientation: word(section, 'orientation') === 'landscape' ? 'landscape' : 'portrait',
    pageNumbers: (word(section, 'page-numbers') as PageNumbers | undefined) ?? (appendix ? 'all' : 'from-2'),
    blocks: lastly(gatherCorner(elements(section.children)), 'executor'),
  };
}

/** `head position="corner"` and the `reg`, `ref`, `addr` that follow it at once are one part of the sheet. */
function gatherCorner(parts: readonly FilledElement[]): readonly Block[] {
  const start = parts.findIndex((part) => part.tag === 'head' && word(part, 'position') === 'corner');
  const head = parts[start];
  if (head === undefined) return parts.map(readBlock);
  const belongs: ReadonlySet<Tag> = new Set<Tag>(['reg', 'ref', 'addr']);
  const after = parts.slice(start + 1);
  const end = after.findIndex((part) => !belongs.has(part.tag));
  const inside = end === -1 ? after : after.slice(0, end);
  const only = (tag: Tag): FilledElement | undefined => inside.find((part) => part.tag === tag);
  const corner: Block = {
    type: 'corner',
    head: lines(head),
    registration: registration(only('reg')),
    reference: registration(only('ref')),
    addressees: inside.filter((part) => part.tag === 'addr').map(lines),
  };
  const rest = end === -1 ? [] : after.slice(end);
  return [...parts.slice(0, start).map(readBlock), corner, ...rest.map(readBlock)];
}

/** The executor stands at the foot of the sheet: its anchor is the end of the section, wherever the template has it. */
function lastly(blocks: readonly Block[], type: Block['type']): readonly Block[] {
  return [...blocks.filter((block) => block.type !== type), ...blocks.filter((block) => block.type === type)];
}

function readBlock(part: FilledElement): Block {
  const words = (zone: Zone): Runs => runsOf(part.children, zone);
  const gap = numberOf(part, 'gap');
  switch (part.tag) {
    case 'head':
      return { type: 'head', lines: lines(part) };
    case 'kind':
      return { type: 'kind', runs: words('title') };
    case 'reg':
      return { type: 'registration', ...dateAndNumber(part) };
    case 'ref':
      return { type: 'reference', ...dateAndNumber(part) };
    case 'addr':
      return { type: 'addressee', lines: lines(part) };
    case 'stamp':
      return { type: 'stamp', lines: lines(part) };
    case 'exec':
      return { type: 'executor', lines: lines(part) };
    case 'title':
      return { type: 'title', align: word(part, 'align') === 'left' ? 'left' : 'center', runs: words('title') };
    case 'h':
      return { type: 'heading', runs: words('title'), gap };
    case 'greet':
      return { type: 'greeting', runs: words('text') };
    case 'p': {
      const align = alignOf(part) ?? 'justify';
      const indent = flag(part, 'indent') ?? (align === 'justify' || align === 'left');
      return { type: 'paragraph', runs: words('text'), align, indent, small: word(part, 'size') === 'small', gap };
    }
    case 'clause':
      return { type: 'clause', level: (numberOf(part, 'level') ?? 1) - 1, runs: words('text'), gap };
    case 'attach': {
      const label = runsOf(attribute(part, 'label'), 'title');
      return { type: 'attachments', label: label.length === 0 ? ENCLOSED : label, runs: words('text') };
    }
    case 'sign': {
      const [post, name] = [runsOf(attribute(part, 'post'), 'title'), runsOf(attribute(part, 'name'), 'title')];
      const [intro, date] = [runsOf(attribute(part, 'intro'), 'title'), runsOf(attribute(part, 'date'), 'title')];
      return { type: 'signature', intro, post, name, date, mark: lines(part), gap };
    }
    case 'line':
      return { type: 'line', line: line(part) };
    case 'block':
      return { type: 'group', blocks: elements(part.children).map(readBlock), gap };
    case 'table':
      return table(part);
    default:
      throw new VekhaError('template.invalid', `${where(part)}: <${part.tag}> не может стоять здесь.`);
  }
}

const ENCLOSED: Runs = [plainWords('Приложение:')];

function table(part: FilledElement): TableBlock {
  const widths = (word(part, 'widths') ?? '').trim().split(/\s+/u).map(Number);
  const trs = elements(part.children);
  const rows = trs.map((tr) => row(tr, widths.length));
  const { faults } = fillGrid(
    rows.map(({ cells }) => cells),
    widths.length,
  );
  if (faults.length > 0) {
    const message = faults.map((fault) => `${where(trs[fault.row] ?? part)}: ${fault.message}`).join('; ');
    throw new VekhaError('template.invalid', `Таблица не складывается: ${message}.`);
  }
  return { type: 'table', widths, size: numberOf(part, 'size'), headerRows: numberOf(part, 'header-rows') ?? 0, rows };
}

function row(tr: FilledElement, columns: number): Row {
  return { bold: flag(tr, 'b') ?? false, cells: elements(tr.children).map((cell) => readCell(cell, columns)) };
}

function readCell(cell: FilledElement, columns: number): Cell {
  const header = cell.tag === 'th';
  return {
    runs: runsOf(cell.children, 'table'),
    align: alignOf(cell) ?? (header ? 'center' : 'left'),
    colspan: word(cell, 'colspan') === 'all' ? columns : (numberOf(cell, 'colspan') ?? 1),
    rowspan: numberOf(cell, 'rowspan') ?? 1,
    header,
  };
}

function lines(part: FilledElement): readonly Line[] {
  return elements(part.children).map(line);
}

function line(part: FilledElement): Line {
  return {
    runs: runsOf(part.children, 'title'),
    bold: flag(part, 'b') ?? false,
    small: word(part, 'size') === 'small',
  };
}

function registration(part: FilledElement | undefined): Registration | null {
  return part === undefined ? null : dateAndNumber(part);
}

function dateAndNumber(part: FilledElement): Registration {
  const sign: Word = { type: 'text', text: '№ ', from: 'template' };
  const [first, ...rest] = runsOf([sign, ...attribute(part, 'number')], 'title');
  // The sign is put in for the rules of binding only: what follows it holds together as a number.
  const number = first?.type === 'words' ? [{ ...first, text: first.text.replace(/^№\s?/u, '') }, ...rest] : rest;
  return {
    date: runsOf(attribute(part, 'date'), 'title'),
    number: number.filter((run) => run.type === 'break' || run.text !== ''),
  };
}

function elements(nodes: readonly Filled[]): FilledElement[] {
  return nodes.filter((node) => node.type === 'element');
}

function attribute(part: FilledElement, name: string): readonly (Word | Blank)[] {
  return part.attributes.get(name) ?? [];
}

/** An attribute that the vocabulary keeps free of fields. */
function word(part: FilledElement, name: string): string | undefined {
  return part.attributes.has(name)
    ? attribute(part, name)
        .map(({ text }) => text)
        .join('')
    : undefined;
}

function numberOf(part: FilledElement, name: string): number | null {
  const text = word(part, name);
  return text === undefined ? null : Number(text);
}

function flag(part: FilledElement, name: string): boolean | undefined {
  const text = word(part, name);
  return text === undefined ? undefined : text === 'yes';
}

function alignOf(part: FilledElement): Align | undefined {
  return word(part, 'align') as Align | undefined;
}

function where(part: FilledElement): string {
  return `${part.at.file}, строка ${part.at.line}`;
}
