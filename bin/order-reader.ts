/** How files of orders are read here: apart from this process, with LibreOffice for what only it reads. */
import { createOrderReader, type readOrder } from '#importer';
import { compiled } from './package-root.js';
import { printingSearch } from './programs.js';
import type { Settings } from './settings.js';

export function orderReader(settings: Settings): typeof readOrder {
  return createOrderReader({
    entry: compiled('importer/apart/reading-process.js'),
    async convert(bytes, conversion) {
      const { asOpenXml } = await import('#printing');
      return asOpenXml(printingSearch(settings), bytes, conversion);
    },
  });
}
