/** Door of the importer: an order's file → what it says, each field with its source. Touches no disk, network or clock. */
export { createOrderReader, type OrderReaderOptions } from './apart/order-reader.js';
export { sourceText } from './blocks.js';
export type { OfficeConversion } from './formats/needs-office.js';
export type { TracedReading } from './order-of-blocks.js';
export { partiesIn, resultsIn } from './plan/typed-cells.js';
export { readOrder, type ReadOptions } from './read-order.js';
