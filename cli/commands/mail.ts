/** `mail`: the letters, newest first; one of them into a file. */
import type { Command } from 'commander';
import type { MailCard } from '#client';
import type { Answer } from '../answer.js';
import { numberOption, wordsOption, wrong } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { table } from '../table.js';
import { moment } from '../wording.js';

interface MailOptions {
  readonly to?: string;
  readonly item?: string;
  readonly limit: number;
  readonly save?: string;
  readonly out?: string;
}

const DEFAULT_LIMIT = 20;

export function mailCommand(session: Session): Command {
  return command(session, {
    name: 'mail',
    about: 'показать письма, новые сначала, или сохранить одно в файл',
    examples: [
      'vekha mail --to "Глевицкая Е.И." --limit 5',
      'vekha mail --item ЦОС-2024/5',
      'vekha mail --save КЛЮЧ --out письмо.eml',
    ],
    codes: { 3: 'такого письма, пункта или человека нет' },
  })
    .option('--to <кто>', 'кому: «Фамилия И.О.», адрес почты или идентификатор', wordsOption('--to'))
    .option('--item <пункт>', 'о каком пункте, например ЦОС-2024/5', wordsOption('--item'))
    .option(
      '--limit <число>',
      `сколько показать, обычно ${DEFAULT_LIMIT}`,
      numberOption('--limit', 1, 100_000),
      DEFAULT_LIMIT,
    )
    .option('--save <ключ>', 'сохранить письмо с этим ключом', wordsOption('--save'))
    .option('--out <файл>', 'куда сохранить, .eml', wordsOption('--out'))
    .action(session.answering((options: MailOptions) => mail(session.doors, options)));
}

function mail(doors: Doors, { to, item, limit, save, out }: MailOptions): Promise<Answer> {
  if ((save === undefined) !== (out === undefined)) {
    throw wrong('Чтобы сохранить письмо, укажите оба ключа: --save <ключ> и --out <файл>.');
  }
  if (save !== undefined && out !== undefined) return saveMail(doors, save, out);
  return withClient(doors, async (client) => {
    const recipient = to === undefined ? {} : { to: (await client.officials.find(to)).id };
    const mails = await client.mails.list({ ...recipient, ...(item === undefined ? {} : { item }), limit });
    return { json: { mails }, text: mails.length === 0 ? ['Писем нет.'] : mailsTable(mails, doors) };
  });
}

async function saveMail(doors: Doors, key: string, out: string): Promise<Answer> {
  const raw = await withClient(doors, (client) => client.mails.raw(key));
  await doors.writeFile(out, raw);
  return { json: { saved: { key, path: out, bytes: raw.length } }, text: [`Письмо сохранено: ${out}.`] };
}

function mailsTable(mails: readonly MailCard[], { terminal, zone }: Doors): string[] {
  return table(
    [
      { title: 'Подготовлено' },
      { title: 'Кому', wraps: true },
      { title: 'Тема и ключ', wraps: true, whole: true },
      { title: 'Состояние', wraps: true },
    ],
    mails.map((each) => [
      moment(each.madeAt, zone),
      each.to,
      `${each.subject}\n${each.key}`,
      `${each.stateLabel}${each.maybeRepeat ? ', возможен повтор' : ''}`,
    ]),
    terminal.columns,
  );
}
