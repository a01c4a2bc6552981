/** How wide a word of a heading is: advance widths of bold Liberation Serif, thousandths of the size. */

/** @returns points */
export function wordWidth(word: string, size: number): number {
  return ([...word].reduce((sum, letter) => sum + (WIDTHS.get(letter) ?? WIDEST), 0) * size) / 1000;
}

const BY_WIDTH: readonly (readonly [width: number, letters: string])[] = [
  [250, '.,'],
  [278, '/'],
  [333, ':()-\u2011'],
  [402, 'з'],
  [432, 'э'],
  [444, 'еёс'],
  [454, 'г'],
  [491, 'т'],
  [500, 'абоух0123456789–'],
  [506, 'д'],
  [528, 'З'],
  [529, 'ь'],
  [540, 'в'],
  [541, 'я'],
  [556, 'р'],
  [561, 'л'],
  [564, 'ч'],
  [576, 'ийкнпц'],
  [583, 'ъ'],
  [611, 'Р'],
  [636, 'Г'],
  [661, 'БЬ'],
  [667, 'ВЕЁТ'],
  [678, 'Э'],
  [681, 'м'],
  [688, 'Д'],
  [692, 'ф'],
  [722, 'АСХЯ'],
  [725, 'Кж'],
  [734, 'УЧ'],
  [745, 'Л'],
  [764, 'ю'],
  [765, 'Ъ'],
  [778, 'ИЙНОПЦ'],
  [781, 'ы'],
  [844, 'шщ'],
  [859, 'Ф'],
  [944, 'М'],
  [982, 'Ы'],
  [989, 'Ж'],
  [1000, '%'],
  [1005, '№'],
  [1098, 'ШЩ'],
  [1126, 'Ю'],
];
const WIDEST = 1126;
const WIDTHS = new Map(BY_WIDTH.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)));
