/** `start`: everything in one process tree, until it is asked to stop. */
import type { Command } from 'commander';
import type { LocalDate } from '#domain/local-date';
import { dateOption, numberOption, wordsOption } from '../arguments.js';
import { command, type Session } from '../command.js';

interface StartOptions {
  readonly data?: string;
  readonly port?: number;
  readonly today?: LocalDate;
}

export function startCommand(session: Session): Command {
  return command(session, {
    name: 'start',
    about: 'запустить «Веху»: база, процессы, почта; остановка – Ctrl-C, при новом запуске ничего не теряется',
    examples: ['vekha start', 'vekha start --data данные --today 26.12.2023'],
    codes: { 0: 'остановлена, когда её об этом попросили', 1: 'не запустилась: сказано, чего не хватает' },
  })
    .option(
      '--data <папка>',
      'папка данных; обычно .vekha; другим командам её называет VEKHA_DATA',
      wordsOption('--data'),
    )
    .option('--port <номер>', 'порт страницы готовности /readyz; без ключа её нет', numberOption('--port', 1, 65_535))
    .option('--today <дата>', 'какой день считать сегодняшним, 26.12.2023: для показа', dateOption('--today'))
    .action(
      session.answering(async ({ data, port, today }: StartOptions) => {
        const { terminal } = session.doors;
        await session.doors.start({
          dataDir: data ?? null,
          port: port ?? null,
          today: today ?? null,
          ready: (place) => {
            if (session.asJson) terminal.print(JSON.stringify({ running: true, ...place }));
          },
        });
        return { json: { stopped: true }, text: [] };
      }),
    );
}
