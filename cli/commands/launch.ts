/** `launch`: the processes of an imported roadmap begin. */
import type { Command } from 'commander';
import { counted } from '#domain/plural';
import type { Answer } from '../answer.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { paragraph } from '../table.js';
import { moment } from '../wording.js';

export function launchCommand(session: Session): Command {
  return command(session, {
    name: 'launch',
    about: 'запустить исполнение дорожной карты: поручения, напоминания, проекты документов',
    examples: ['vekha launch ЦОС-2024'],
    codes: { 3: 'запуск отказан: карта уже запущена, не назначены стороны или не решён срок' },
  })
    .argument('<код>', 'код дорожной карты')
    .option(
      '--late',
      'запустить, хотя сроки некоторых пунктов уже прошли: о просрочке сразу узнают контролёр и руководитель',
    )
    .action(session.answering((code: string, options: { late?: boolean }) => launch(session.doors, code, options)));
}

async function launch(doors: Doors, code: string, options: { late?: boolean }): Promise<Answer> {
  const report = await withClient(doors, (client) => client.roadmaps.launch(code, options));
  const { items, firstMailAt, warnings } = report;
  const mail = firstMailAt === null ? 'писем не будет' : `первое письмо ${moment(firstMailAt, doors.zone)}`;
  const width = doors.terminal.columns;
  return {
    json: report,
    text: [
      `Дорожная карта ${report.code} запущена: ${counted(items, 'пункт', 'пункта', 'пунктов')}, ${mail}.`,
      ...warnings.flatMap((warning) => paragraph(`[проверьте] ${warning}`, width, '  ')),
    ],
    next: `status ${report.code}`,
  };
}
