/** What a Word file from outside may not bring along: objects that run, and content that is fetched when it is opened. Pure. */
import type { Parts } from '#archive';
import { VekhaError } from '#domain/errors';
import { relationshipsOf } from './relationships.js';

/**
 * Links that a reader clicks are no harm: nothing is fetched before.
 * @param file what the file is called in a sentence: «Бланк»
 * @throws VekhaError 'input.forbidden_content'
 */
export function refuseOutside(parts: Parts, file: string): void {
  for (const [name, content] of parts) {
    if (/(?:^|\/)(?:activeX|embeddings)\//u.test(name)) {
      throw new VekhaError('input.forbidden_content', `${file} содержит вложенные объекты: замените их картинками.`);
    }
    if (!name.endsWith('.rels')) continue;
    for (const { type, external } of relationshipsOf(new TextDecoder().decode(content))) {
      if (!external || type.endsWith('/hyperlink')) continue;
      throw new VekhaError(
        'input.forbidden_content',
        `${file} ссылается на файл вне себя (шаблон или картинку по ссылке): вставьте его в документ или уберите ссылку.`,
      );
    }
  }
}
