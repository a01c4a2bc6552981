/** Acts named in a text: «в ред. распоряжений комитета от 22.08.2024 № 2214-р, от 01.10.2024 № 2500-р». Pure. */
import { dateOf, dotted, type LocalDate } from '../local-date.js';
import type { OrderKind } from '../order.js';
import { monthName } from '../russian-date.js';

export interface NamedAct {
  readonly kind: OrderKind;
  /** What follows «№», without spaces. */
  readonly number: string;
  readonly date: LocalDate;
}

const STEMS: Readonly<Record<OrderKind, string>> = {
  распоряжение: 'распоряжени\\p{L}+',
  постановление: 'постановлени\\p{L}+',
  приказ: 'приказ\\p{L}{0,3}',
  указ: 'указ\\p{L}{0,3}',
  протокол: 'протокол\\p{L}{0,3}',
};
const KINDS = Object.keys(STEMS) as OrderKind[];
const MONTHS = Array.from({ length: 12 }, (_, i) => monthName(i + 1, 'gen'));

/** «от 22.08.2024 № 2214-р», «от «22» августа 2024 г. № 2214-р» */
const DATED = new RegExp(
  `(?<!\\p{L})от\\s+(?:(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})|[«"]?(\\d{1,2})[»"]?\\s+(${MONTHS.join('|')})\\s+(\\d{4}))` +
    `(?:\\s*(?:года|г\\.?))?\\s*№\\s*([\\p{L}\\d]+(?:\\s?[-‑–/.]\\s?[\\p{L}\\d]+)*)`,
  'giu',
);
const KIND = new RegExp(`(?<!\\p{L})(?:${KINDS.map((kind) => `(${STEMS[kind]})`).join('|')})(?!\\p{L})`, 'giu');
/** A body in the genitive may stand between the kind and the day, but no other sentence. */
const BODY = /^[^.;№]{0,200}$/u;
const ONE_MORE = /^[\s,;]*(?:и\s)?\s*$/iu;

/** Every act that the text cites with its day and number, each once, in the order of the text. */
export function actsNamedIn(text: string): readonly NamedAct[] {
  const plain = text.replaceAll(/[\u00a0\u202f]/gu, ' ');
  const found: NamedAct[] = [];
  let last: { readonly kind: OrderKind; readonly end: number } | null = null;
  for (const cited of plain.matchAll(DATED)) {
    const before = plain.slice(last?.end ?? 0, cited.index);
    const kind: OrderKind | null = kindIn(before) ?? (last !== null && ONE_MORE.test(before) ? last.kind : null);
    const date = dayOf(cited);
    if (kind === null || date === null) continue;
    found.push({ kind, date, number: bareNumber(cited[7] ?? '') });
    last = { kind, end: cited.index + cited[0].length };
  }
  return found.filter((act, i) => found.findIndex((other) => isSameAct(act, other)) === i);
}

export function isSameAct(a: Pick<NamedAct, 'number' | 'date'>, b: Pick<NamedAct, 'number' | 'date'>): boolean {
  return a.date === b.date && bareNumber(a.number).toLowerCase() === bareNumber(b.number).toLowerCase();
}

/** «распоряжение от 22.08.2024 № 2214-р» */
export function actCited({ kind, date, number }: NamedAct): string {
  return `${kind} от ${dotted(date)} № ${number}`;
}

/** The nearest before the day: of «постановление, изменённое распоряжением от …» the latter. */
function kindIn(before: string): OrderKind | null {
  const noun = [...before.matchAll(KIND)].at(-1);
  if (noun === undefined || !BODY.test(before.slice(noun.index + noun[0].length))) return null;
  return KINDS.find((_kind, i) => noun[i + 1] !== undefined) ?? null;
}

function dayOf([, d, m, y, day, month = '', year]: RegExpExecArray): LocalDate | null {
  return d === undefined
    ? dateOf(Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day))
    : dateOf(Number(y), Number(m), Number(d));
}

function bareNumber(number: string): string {
  return number.replaceAll(/\s/gu, '').replaceAll(/[‑–]/gu, '-');
}
