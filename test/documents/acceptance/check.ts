/** One row of the clerk's list, as far as a machine can decide it. */
import type { DocumentKind } from '#domain/document-kind';
import type { ReadParagraph, ReadTable } from './read-document.js';
import type { Sample } from './sample.js';

export interface Check {
  /** Number in the acceptance list. */
  readonly row: number;
  /** What is true of an accepted document. */
  readonly says: string;
  /** @returns what is wrong; empty when the row is met or does not concern this kind */
  find(sample: Sample): readonly string[];
}

export function isAct(kind: DocumentKind): boolean {
  return kind.startsWith('order-');
}

export function isLetter(kind: DocumentKind): boolean {
  return kind.startsWith('letter-');
}

const DXA_OF_MM = 1440 / 25.4;

export function dxa(mm: number): number {
  return Math.round(mm * DXA_OF_MM);
}

/** Lengths are rounded more than once on their way. */
export function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 2;
}

/** As a person reads it. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2011', '-').replaceAll('\n', ' ');
}

export function paragraphs(sample: Sample): readonly ReadParagraph[] {
  return sample.document.sheets.flatMap(({ blocks }) => blocks).filter((block) => block.type === 'paragraph');
}

/** The tables without rules: corner heads and signatures. */
function placed(sample: Sample): readonly ReadTable[] {
  return sample.document.sheets
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.type === 'table' && !block.ruled) as ReadTable[];
}

export function corner(sample: Sample): ReadTable | undefined {
  return isLetter(sample.kind) ? placed(sample).find(({ grid }) => grid.length === 3) : undefined;
}

export function signatures(sample: Sample): readonly ReadTable[] {
  return placed(sample).filter(({ grid }) => grid.length === 2);
}
