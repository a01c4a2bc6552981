/** Sections as a table for a person or as JSON for a program. Pure. */
import type { Figure, Section } from './figures.js';

export interface Machine {
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  readonly node: string;
  readonly date: string;
}

export function asJson(machine: Machine, sections: readonly Section[]): string {
  return JSON.stringify({ machine, sections }, null, 2);
}

/** @param bare what ours stands beside */
export function asTable(machine: Machine, sections: readonly Section[], bare: string): string {
  const { platform, cpu, cores, memoryGb, node, date } = machine;
  const head = `${date}, ${cores} × ${cpu}, ${memoryGb} GB, ${platform}, Node ${node}`;
  return [head, ...sections.map((section) => sectionTable(section, bare))].join('\n\n');
}

function sectionTable({ name, what, figures, memory }: Section, bare: string): string {
  const rows = [['', 'ours', bare, 'factor'], ...figures.map(figureRow)];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join('  '),
  );
  const peaks = Object.entries(memory).map(([process, mb]) => `${process} ${Math.round(mb)}`);
  return [
    `${name}: ${what}`,
    ...(figures.length === 0 ? [] : lines.map((line) => `  ${line}`)),
    ...(peaks.length === 0 ? [] : [`  RSS at most, MB: ${peaks.join(', ')}`]),
  ].join('\n');
}

function figureRow({ name, unit, ours, bare, factor }: Figure): string[] {
  return [
    name,
    amount(ours, unit),
    bare === null ? '–' : amount(bare, unit),
    factor === null ? '–' : factor.toFixed(2),
  ];
}

function amount(value: number, unit: Figure['unit']): string {
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ${unit}`;
}
