/** Formats that only LibreOffice reads: the refusal says what a person may do, its facts what a caller that has LibreOffice does. Pure. */
import { VekhaError } from '#domain/errors';

/** Endings of names, without the dot. */
export interface OfficeConversion {
  readonly from: string;
  readonly to: 'docx' | 'xlsx';
}

type Foreign = 'odt' | 'ods' | 'doc' | 'xls' | 'xlsb' | 'rtf' | 'xml';

const FOREIGN: Readonly<Record<Foreign, readonly [what: string, to: OfficeConversion['to']]>> = {
  odt: ['Это документ OpenDocument (.odt)', 'docx'],
  ods: ['Это таблица OpenDocument (.ods)', 'xlsx'],
  doc: ['Это документ Word старого формата (.doc)', 'docx'],
  xls: ['Это книга Excel старого формата (.xls)', 'xlsx'],
  xlsb: ['Это двоичная книга Excel (.xlsb)', 'xlsx'],
  rtf: ['Это документ RTF', 'docx'],
  xml: ['Это документ, сохранённый как XML', 'docx'],
};

export function needsOffice(from: Foreign): VekhaError {
  const [what, to] = FOREIGN[from];
  const message = `${what}: сохраните файл как .${to} или поставьте LibreOffice, тогда «Веха» прочтёт его сама.`;
  return new VekhaError('input.needs_office', message, { from, to });
}

/** What a refusal asks for; null for every other error. */
export function askedConversion(error: unknown): OfficeConversion | null {
  if (!(error instanceof VekhaError) || error.code !== 'input.needs_office') return null;
  const { from, to } = error.facts;
  return typeof from === 'string' && (to === 'docx' || to === 'xlsx') ? { from, to } : null;
}
