/** The XML of Word files. */
import { readXml, type XmlDialect, type XmlHandler } from '#archive';

const WORD: XmlDialect = {
  namespaces: new Set([
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ]),
  doctype: 'В документе есть описание типа (DOCTYPE), какого Word не пишет: сохраните его в Word заново.',
  damaged: 'Документ Word повреждён: откройте его в Word, сохраните заново и загрузите снова.',
};

/** @throws VekhaError 'input.forbidden_content', 'input.damaged' */
export function readWordXml(bytes: Uint8Array, part: string, handler: XmlHandler): void {
  readXml(bytes, part, WORD, handler);
}
