/** `report`, `accept`, `reassign`: how an item goes from hand to hand and off control. */
import type { Command } from 'commander';
import type { ItemStatus } from '#domain/item';
import type { ActAnswer } from '#client';
import { acted, actBase, withActor, type ActOptions } from '../acts.js';
import type { Answer } from '../answer.js';
import { severalOption, wordsOption } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { readEvidence } from '../evidence.js';
import { nextByItemStatus } from '../next-step.js';

interface ReportOptions extends ActOptions {
  readonly text: string;
  readonly interim?: true;
  readonly evidence?: readonly string[];
}

interface ReassignOptions extends ActOptions {
  readonly to: string;
  readonly reason: string;
}

const ITEM = 'пункт, например ЦОС-2024/5';

export function reportCommand(session: Session): Command {
  const made = command(session, {
    name: 'report',
    about: 'подать отчёт об исполнении пункта: что сделано и чем подтверждён каждый результат',
    examples: [
      'vekha report ЦОС-2024/1 --by "Соколова М.А." --text "Ответственный назначен" --evidence 1=документ:order-appointment',
      'vekha report ЦОС-2024/5 --by "Тихонов П.С." --text "Поставка идёт" --interim',
    ],
    codes: { 3: 'отказано: пункт закрыт, нет подтверждения результата или не тот человек' },
  }).argument('<пункт>', ITEM);
  return withActor(made)
    .requiredOption('--text <текст>', 'что сделано', wordsOption('--text'))
    .option('--interim', 'промежуточный отчёт: пункт остаётся на контроле')
    .addOption(
      severalOption(
        '--evidence <результат...>',
        'подтверждение результата: 1=документ:ИД, 1=бумага:СЛОВА или "1=не требуется:ПРИЧИНА"; номера результатов показывает show',
      ),
    )
    .action(session.answering((id: string, options: ReportOptions) => report(session.doors, id, options)));
}

export function acceptCommand(session: Session): Command {
  const made = command(session, {
    name: 'accept',
    about: 'принять отчёт и снять пункт с контроля',
    examples: ['vekha accept ЦОС-2024/1 --by "Глевицкая Е.И."'],
    codes: { 3: 'отказано: отчёта нет, пункт закрыт или не тот человек' },
  }).argument('<пункт>', ITEM);
  return withActor(made).action(
    session.answering((id: string, options: ActOptions) =>
      withClient(session.doors, async (client) =>
        told(await client.items.acceptReport(id, await actBase(client, options))),
      ),
    ),
  );
}

export function reassignCommand(session: Session): Command {
  const made = command(session, {
    name: 'reassign',
    about: 'сменить ответственного исполнителя пункта',
    examples: ['vekha reassign ЦОС-2024/5 --by "Глевицкая Е.И." --to "Соколова М.А." --reason "Отпуск"'],
    codes: { 3: 'отказано: пункт закрыт, человека нет в справочнике или не то право' },
  }).argument('<пункт>', ITEM);
  return withActor(made)
    .requiredOption('--to <кто>', 'кому передать: «Фамилия И.О.», адрес почты или идентификатор', wordsOption('--to'))
    .requiredOption('--reason <текст>', 'причина', wordsOption('--reason'))
    .action(session.answering((id: string, options: ReassignOptions) => reassign(session.doors, id, options)));
}

function report(doors: Doors, id: string, { text, interim, evidence, ...who }: ReportOptions): Promise<Answer> {
  const read = readEvidence(evidence ?? [], id);
  return withClient(doors, async (client) => {
    const base = await actBase(client, who);
    return told(await client.items.submitReport(id, { ...base, text, interim: interim ?? false, evidence: read }));
  });
}

function reassign(doors: Doors, id: string, { to, reason, ...who }: ReassignOptions): Promise<Answer> {
  return withClient(doors, async (client) => {
    const base = await actBase(client, who);
    const { id: heir } = await client.officials.find(to);
    return told(await client.items.reassign(id, { ...base, to: heir, reason }));
  });
}

function told(answer: ActAnswer): Answer {
  return acted('Пункт', answer, nextByItemStatus(answer.id, answer.status as ItemStatus));
}
