/** `correct`: a slip of the file is corrected before launch; its own words stay beside. */
import type { Command } from 'commander';
import type { ItemCorrection } from '#client';
import { VekhaError } from '#domain/errors';
import { acted, actBase, withActor, type ActOptions } from '../acts.js';
import { wordsOption } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';

type CorrectOptions = ActOptions & ItemCorrection & { readonly basis: string };

export function correctCommand(session: Session): Command {
  const made = command(session, {
    name: 'correct',
    about: 'исправить опечатку файла до запуска; слова файла остаются рядом',
    examples: [
      'vekha correct ЦОС-2024/2 --by "Соколова М.А." --deadline "29 декабря 2024 года" --basis "опечатка в годе"',
      'vekha correct ЦОС-2024/4 --by "Соколова М.А." --responsible "Комитет; Центр" --basis "протокол от 09.01.2024 № 1"',
    ],
    codes: { 3: 'отказано: карта уже запущена, новые слова не поняты или ничего не меняют' },
  }).argument('<пункт>', 'пункт, например ЦОС-2024/3');
  return withActor(made)
    .option('--title <текст>', 'мероприятие', wordsOption('--title'))
    .option('--responsible <текст>', 'ответственные, через «;»; первый отвечает', wordsOption('--responsible'))
    .option('--results <текст>', 'результаты, через «;»', wordsOption('--results'))
    .option('--deadline <текст>', 'срок, словами, как в распоряжении', wordsOption('--deadline'))
    .requiredOption('--basis <текст>', 'основание: почему исправлено', wordsOption('--basis'))
    .action(
      session.answering((id: string, { by, actId, basis, ...correction }: CorrectOptions) => {
        if (Object.keys(correction).length === 0) {
          throw new VekhaError(
            'usage.invalid',
            'Что исправить, не сказано: --title, --responsible, --results или --deadline.',
          );
        }
        return withClient(session.doors, async (client) => {
          const base = await actBase(client, { by, ...(actId === undefined ? {} : { actId }) });
          const answer = await client.items.correct(id, { ...base, correction, basis });
          return acted('Пункт', answer, `show ${id}`, ['Слова файла остались в загруженном распоряжении и в журнале.']);
        });
      }),
    );
}
