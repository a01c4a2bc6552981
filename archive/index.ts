/** Door of the archive: any Word file from outside is opened here, with the same caps and refusals. No disk, no network. */
export { unpackWordFile } from './word-file.js';
export { readZip, type Parts } from './zip.js';
