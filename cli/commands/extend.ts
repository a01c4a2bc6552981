/** `extend`: a later deadline is asked for, advised on, granted, refused or taken back. */
import type { Command } from 'commander';
import type { ActAnswer, VekhaClient } from '#client';
import type { LocalDate } from '#domain/local-date';
import { acted, actBase, withActor, type ActOptions } from '../acts.js';
import { dateOption, wordsOption, wrong } from '../arguments.js';
import { command, withClient, type CommandText, type Session } from '../command.js';
import { dueWords } from './set-deadline.js';

const ITEM = 'пункт, например ЦОС-2024/5';

export function extendCommand(session: Session): Command {
  return command(session, {
    name: 'extend',
    about: 'перенос срока: попросить, высказать мнение, разрешить, отказать, отозвать',
    examples: [
      'vekha extend request ЦОС-2024/5 --by "Тихонов П.С." --to 30.09.2024 --reason "Поставка задержана"',
      'vekha extend grant ЦОС-2024/5 --by "Голубев И.А."',
    ],
  })
    .addCommand(requestCommand(session))
    .addCommand(adviseCommand(session))
    .addCommand(grantCommand(session))
    .addCommand(refuseCommand(session))
    .addCommand(recallCommand(session));
}

function requestCommand(session: Session): Command {
  return actCommand<{ to: LocalDate; reason: string }>(
    session,
    {
      name: 'request',
      about: 'попросить о переносе; до решения действует прежний срок',
      examples: ['vekha extend request ЦОС-2024/5 --by "Тихонов П.С." --to 30.09.2024 --reason "Поставка задержана"'],
      codes: { 3: 'отказано: день не позже срока, перенос уже запрошен или не тот человек' },
    },
    (made) =>
      made
        .requiredOption('--to <дата>', 'о каком сроке просят, 30.09.2024 или 2024-09-30', dateOption('--to'))
        .requiredOption('--reason <текст>', 'причина', wordsOption('--reason')),
    (client, id, act) => client.items.askExtension(id, act),
    (id) => `show ${id}`,
  );
}

function adviseCommand(session: Session): Command {
  return actCommand<{ support?: true; against?: true; opinion: string }>(
    session,
    {
      name: 'advise',
      about: 'высказать мнение контролёра о переносе',
      examples: ['vekha extend advise ЦОС-2024/5 --by "Глевицкая Е.И." --support --opinion "Остальное принято"'],
      codes: { 3: 'отказано: перенос не запрошен, мнение уже высказано или не тот человек' },
    },
    (made) =>
      made
        .option('--support', 'поддержать')
        .option('--against', 'не поддержать')
        .requiredOption('--opinion <текст>', 'мнение', wordsOption('--opinion')),
    (client, id, { support, against, ...act }) => {
      if ((support === true) === (against === true)) throw wrong('Добавьте одно из двух: --support или --against.');
      return client.items.adviseExtension(id, { ...act, supports: support === true });
    },
    (id) => `extend grant ${id} --by КТО или extend refuse ${id} --by КТО --reason ПРИЧИНА`,
  );
}

function grantCommand(session: Session): Command {
  return actCommand<{ to?: LocalDate; words?: string }>(
    session,
    {
      name: 'grant',
      about: 'разрешить перенос: все напоминания переносятся сразу',
      examples: [
        'vekha extend grant ЦОС-2024/5 --by "Голубев И.А."',
        'vekha extend grant ЦОС-2024/5 --by "Голубев И.А." --to 16.09.2024 --words "Двух недель довольно"',
      ],
      codes: { 3: 'отказано: перенос не запрошен, день прошёл или не тот человек' },
    },
    (made) =>
      made
        .option('--to <дата>', 'другой день вместо того, о котором просят', dateOption('--to'))
        .option('--words <текст>', 'пояснение', wordsOption('--words')),
    (client, id, act) => client.items.grantExtension(id, act),
    (id) => `show ${id}`,
  );
}

function refuseCommand(session: Session): Command {
  return actCommand<{ reason: string }>(
    session,
    {
      name: 'refuse',
      about: 'отказать в переносе: срок остаётся прежним',
      examples: ['vekha extend refuse ЦОС-2024/5 --by "Голубев И.А." --reason "Принятое оформить отдельно"'],
      codes: { 3: 'отказано: перенос не запрошен или не тот человек' },
    },
    (made) => made.requiredOption('--reason <текст>', 'причина отказа', wordsOption('--reason')),
    (client, id, act) => client.items.refuseExtension(id, act),
    (id) => `show ${id}`,
  );
}

function recallCommand(session: Session): Command {
  return actCommand<object>(
    session,
    {
      name: 'recall',
      about: 'отозвать свою просьбу о переносе',
      examples: ['vekha extend recall ЦОС-2024/5 --by "Тихонов П.С."'],
      codes: { 3: 'отказано: перенос не запрошен или не тот человек' },
    },
    (made) => made,
    (client, id, act) => client.items.recallExtension(id, act),
    (id) => `show ${id}`,
  );
}

function actCommand<Options extends object>(
  session: Session,
  text: CommandText,
  options: (made: Command) => Command,
  carryOut: (client: VekhaClient, id: string, act: Awaited<ReturnType<typeof actBase>> & Options) => Promise<ActAnswer>,
  next: (id: string) => string,
): Command {
  return options(withActor(command(session, text).argument('<пункт>', ITEM))).action(
    session.answering((id: string, { by, actId, ...given }: ActOptions & Options) =>
      withClient(session.doors, async (client) => {
        const base = await actBase(client, { by, ...(actId === undefined ? {} : { actId }) });
        const answer = await carryOut(client, id, { ...base, ...(given as unknown as Options) });
        return acted('Пункт', answer, next(id), dueWords(answer));
      }),
    ),
  );
}
