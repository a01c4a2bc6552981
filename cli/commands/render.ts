/** `render`: a document of a known kind from data, without an order and an installation. */
import type { Command } from 'commander';
import { wordsOption } from '../arguments.js';
import { command, type Session } from '../command.js';
import { type FileOptions, FILE_CODES, makeFile, withFileOptions } from '../made-file.js';

interface RenderCommandOptions extends FileOptions {
  readonly kind: string;
}

export function renderCommand(session: Session): Command {
  const made = command(session, {
    name: 'render',
    about: 'сделать документ известного вида из данных',
    examples: [
      'vekha render --kind order-appointment --data данные.json --out распоряжение.docx',
      'vekha render --kind register-notices --data - --out реестр.docx < данные.json',
    ],
    codes: FILE_CODES,
  }).requiredOption('--kind <вид>', 'вид документа, встроенный или свой', wordsOption('--kind'));
  return withFileOptions(made).action(
    session.answering(({ kind, ...options }: RenderCommandOptions) => makeFile(session.doors, { kind }, options)),
  );
}
