/** «I. Подготовка», «Раздел 2. Закупки»: a line of a table that is no row of cells. Pure. */
export function isHeading(line: string): boolean {
  return /^\s*(?:раздел\s+)?(?:[IVXIХ]+|\d+)[.)]\s+\p{L}/iu.test(line);
}

/** «1», «1.2», «3)»: the number of a row in its first cell. */
export function isRowNumber(cell: string): boolean {
  return /^\d+(?:\.\d+)*[.)]?$/u.test(cell);
}
