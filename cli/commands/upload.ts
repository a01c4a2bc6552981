/** `upload`: a draft that was edited in Word comes back as the next version. */
import type { Command } from 'commander';
import type { DocumentState } from '#domain/item';
import { acted, actBase, withActor, type ActOptions } from '../acts.js';
import { MAX_VERSION, numberOption, wordsOption } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import { nextByDocumentState } from '../next-step.js';

interface UploadOptions extends ActOptions {
  readonly version: number;
  readonly file: string;
}

export function uploadCommand(session: Session): Command {
  const made = command(session, {
    name: 'upload',
    about: 'загрузить проект, правленный в Word, новой версией',
    examples: ['vekha upload ЦОС-2024/1/order-appointment --by "Соколова М.А." --version 2 --file проект.docx'],
    codes: { 3: 'отказано: файл не подходит, правили не последнюю версию или не тот человек' },
  }).argument('<документ>', 'документ, как его показывает show');
  return withActor(made)
    .requiredOption(
      '--version <номер>',
      'какую версию правили; если есть новее, файл не запишется',
      numberOption('--version', 1, MAX_VERSION),
    )
    .requiredOption('--file <файл>', 'правленый документ, .docx', wordsOption('--file'))
    .action(
      session.answering(async (id: string, { version, file, ...who }: UploadOptions) => {
        const { doors } = session;
        const bytes = await doors.readFile(file);
        return withClient(doors, async (client) => {
          const answer = await client.documents.upload(id, { ...(await actBase(client, who)), version, bytes });
          const next = nextByDocumentState(
            id,
            answer.status as DocumentState,
            (await client.documents.card(id)).version,
          );
          return acted('Документ', answer, next);
        });
      }),
    );
}
