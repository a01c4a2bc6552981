/**
 * What a body's settings file may say of its layout, as one table: the key, what it may hold, the constant it replaces.
 * The reader, the check and docs/own-templates.md follow this table. Pure data.
 */
import type { LayoutProfile } from '../profiles.js';

export type LayoutValue = string | number | boolean;

export type ValueRule =
  | {
      readonly kind: 'number';
      readonly from: number;
      readonly to: number;
      readonly unit: 'мм' | 'пт' | 'строки' | 'доля';
    }
  | { readonly kind: 'choice'; readonly values: Readonly<Record<string, LayoutValue>> }
  | { readonly kind: 'text'; readonly pattern: RegExp; readonly example: string };

export interface LayoutKey {
  readonly rule: ValueRule;
  readonly path: LayoutPath;
  /** Changes the words of a document, not only their place: the same under every standard. */
  readonly words?: true;
}

/** Into a profile. */
export type LayoutPath = readonly [keyof LayoutProfile, ...string[]];

/** By section and key: `поля.слева`; a key without a section stands at the top. */
export const LAYOUT_KEYS: Readonly<Record<string, LayoutKey>> = {
  'поля.слева': mm(10, 50, ['margins', 'portrait', 'left']),
  'поля.слеваДолгоеХранение': mm(10, 50, ['longKeepingLeft']),
  'поля.сверху': mm(15, 50, ['margins', 'portrait', 'top']),
  'поля.справа': mm(5, 50, ['margins', 'portrait', 'right']),
  'поля.снизу': mm(10, 50, ['margins', 'portrait', 'bottom']),
  'поляПоперёк.слева': mm(5, 50, ['margins', 'landscape', 'left']),
  'поляПоперёк.сверху': mm(15, 50, ['margins', 'landscape', 'top']),
  'поляПоперёк.справа': mm(5, 50, ['margins', 'landscape', 'right']),
  'поляПоперёк.снизу': mm(5, 50, ['margins', 'landscape', 'bottom']),
  'шрифт.название': text(/^[\p{L}\d][\p{L}\d -]{0,39}$/u, 'Times New Roman', ['font']),
  'шрифт.текст': points(11, 16, ['textSize']),
  'шрифт.таблица': { rule: { kind: 'choice', values: { 10: 10, 12: 12, 14: 14 } }, path: ['tableSize'] },
  'шрифт.служебный': points(8, 14, ['smallSize']),
  'шрифт.номерСтраницы': points(8, 16, ['pageNumberSize']),
  'шрифт.отметкаЭП': points(7, 11, ['markSize']),
  'шрифт.разрядкаВида': points(0, 6, ['kindSpacing']),
  'интервал.текст': number(1, 2, 'строки', ['lineSpacing']),
  'отступ.абзац': mm(0, 30, ['indent']),
  'отступ.заголовок': mm(0, 40, ['titleIndent']),
  'отступ.приложение': mm(15, 60, ['attachmentHang']),
  'отступ.адресат': mm(60, 120, ['addressee']),
  'отступ.номерСтраницы': mm(5, 30, ['headerFromEdge']),
  'ширина.бланкПисьма': mm(50, 100, ['letterhead']),
  'ширина.заголовокПисьма': mm(40, 120, ['cornerLine']),
  'ширина.гриф': mm(50, 110, ['stamp', 'portrait']),
  'ширина.грифПоперёк': mm(50, 150, ['stamp', 'landscape']),
  'ширина.должность': number(0.3, 0.75, 'доля', ['signaturePost']),
  'ширина.отметкаЭП': mm(50, 90, ['mark', 'width']),
  'ширина.ячейка': mm(0.5, 4, ['cellMargin']),
  'промежуток.вид': lines('kind'),
  'промежуток.регистрация': lines('reg'),
  'промежуток.наНомер': lines('ref'),
  'промежуток.адресат': lines('addressee'),
  'промежуток.заголовок': lines('title'),
  'промежуток.названиеПриложения': lines('heading'),
  'промежуток.обращение': lines('greeting'),
  'промежуток.текстПослеЗаголовка': lines('textAfterTitle'),
  'промежуток.текст': lines('text'),
  'промежуток.приложения': lines('attachments'),
  'промежуток.подпись': lines('signature'),
  'промежуток.таблица': lines('table'),
  датаВТексте: words({ словами: 'words', цифрами: 'digits' }, ['datesInText']),
  ё: words({ да: true, нет: false }, ['dots']),
  наНомер: words({ да: true, нет: false }, ['emptyReference']),
  место: { ...text(/^[\p{L}\d][\p{L}\d .,–-]{1,59}$/u, 'г. Санкт-Петербург', ['place']), words: true },
};

/** The picture is a file beside: read by itself. */
export const ARMS_KEYS: readonly string[] = ['файл', 'высота'];
export const ARMS_HEIGHT = { from: 8, to: 30, byDefault: 17 };

function number(from: number, to: number, unit: 'мм' | 'пт' | 'строки' | 'доля', path: LayoutPath): LayoutKey {
  return { rule: { kind: 'number', from, to, unit }, path };
}

function mm(from: number, to: number, path: LayoutPath): LayoutKey {
  return number(from, to, 'мм', path);
}

function points(from: number, to: number, path: LayoutPath): LayoutKey {
  return number(from, to, 'пт', path);
}

function lines(part: keyof LayoutProfile['gaps']): LayoutKey {
  return number(1, 6, 'строки', ['gaps', part]);
}

function text(pattern: RegExp, example: string, path: LayoutPath): LayoutKey {
  return { rule: { kind: 'text', pattern, example }, path };
}

function words(values: Readonly<Record<string, LayoutValue>>, path: LayoutPath): LayoutKey {
  return { rule: { kind: 'choice', values }, path, words: true };
}
