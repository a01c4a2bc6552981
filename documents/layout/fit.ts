/** Whether the parts of a sheet have room on it: sizes that are each sensible may not be together. Pure. */
import { type LayoutProfile, textWidth } from '../profiles.js';

interface Misfit {
  /** Keys of the settings file that have a say in it, the likeliest first. */
  readonly keys: readonly string[];
  readonly message: string;
  readonly cure: string;
}

/** Narrower, the words of a table's heading break. */
const LEAST_TEXT = { portrait: 140, landscape: 220 };
const LEAST_ADDRESSEE = 55;
const LEAST_TITLE = 100;

export function misfits(layout: LayoutProfile): readonly Misfit[] {
  const width = Math.min(textWidth(layout, 'portrait', 20), textWidth(layout, 'portrait', 30));
  const across = textWidth(layout, 'landscape', 20);
  const rows: readonly (readonly [fits: boolean, misfit: Misfit])[] = [
    [
      width >= LEAST_TEXT.portrait,
      {
        keys: ['поля.слева', 'поля.слеваДолгоеХранение', 'поля.справа'],
        message: `между полями остаётся ${shown(width)} мм, таблицам нужно не меньше ${LEAST_TEXT.portrait}`,
        cure: 'уменьшите поля',
      },
    ],
    [
      across >= LEAST_TEXT.landscape,
      {
        keys: ['поляПоперёк.слева', 'поляПоперёк.справа'],
        message: `на листе поперёк между полями остаётся ${shown(across)} мм, таблицам нужно не меньше ${LEAST_TEXT.landscape}`,
        cure: 'уменьшите поля',
      },
    ],
    [
      layout.letterhead <= layout.addressee,
      {
        keys: ['ширина.бланкПисьма', 'отступ.адресат'],
        message: `бланк письма шириной ${shown(layout.letterhead)} мм заходит на адресата, он стоит в ${shown(layout.addressee)} мм от поля`,
        cure: 'уменьшите ширину бланка или отодвиньте адресата',
      },
    ],
    [
      width - layout.addressee >= LEAST_ADDRESSEE,
      {
        keys: ['отступ.адресат', 'поля.слева', 'поля.справа'],
        message: `адресату остаётся ${shown(width - layout.addressee)} мм, нужно не меньше ${LEAST_ADDRESSEE}`,
        cure: 'поставьте адресата левее или уменьшите поля',
      },
    ],
    [
      width - 2 * layout.titleIndent >= LEAST_TITLE,
      {
        keys: ['отступ.заголовок', 'поля.слева', 'поля.справа'],
        message: `заголовку остаётся ${shown(width - 2 * layout.titleIndent)} мм, нужно не меньше ${LEAST_TITLE}`,
        cure: 'уменьшите отступ заголовка',
      },
    ],
    [
      layout.headerFromEdge + layout.pageNumberSize * MM_PER_POINT <= layout.margins.portrait.top,
      {
        keys: ['отступ.номерСтраницы', 'поля.сверху'],
        message: `номер страницы в ${shown(layout.headerFromEdge)} мм от края заходит на текст: верхнее поле ${shown(layout.margins.portrait.top)} мм`,
        cure: 'уменьшите отступ номера или увеличьте верхнее поле',
      },
    ],
  ];
  return rows.flatMap(([fits, misfit]) => (fits ? [] : [misfit]));
}

const MM_PER_POINT = 25.4 / 72;

function shown(mm: number): string {
  return String(Math.round(mm * 10) / 10).replace('.', ',');
}
