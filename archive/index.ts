/** Door of the archive: office files are opened here with the same caps and refusals, and packed so that their bytes never vary. No disk, no network. */
export { escapeXml } from './escape-xml.js';
export { fileType, type FileType } from './file-type.js';
export { readWordFile, unpackWordFile } from './word-file.js';
export { zip, zipEntry, type ZipEntry } from './write-zip.js';
export { readXml, type Tag, type XmlDialect, type XmlHandler } from './xml.js';
export { readZip, type Parts } from './zip.js';
