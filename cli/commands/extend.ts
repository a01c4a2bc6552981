/** `extend`: a later deadline is asked for, advised on, granted, refused or taken back. */
import type { Command } from 'commander';
import type { ActAnswer, ActBase, VekhaClient } from '#client';
import type { LocalDate } from '#domain/local-date';
import { acted, actBase, withActor, type ActOptions } from '../acts.js';
import type { Answer } from '../answer.js';
import { dateOption, wordsOption, wrong } from '../arguments.js';
import { command, withClient, type CommandText, type Session } from '../command.js';
import { dueWords } from './set-deadline.js';

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
  return onItem(session, {
    name: 'request',
    about: 'попросить о переносе; до решения действует прежний срок',
    examples: ['vekha extend request ЦОС-2024/5 --by "Тихонов П.С." --to 30.09.2024 --reason "Поставка задержана"'],
    codes: { 3: 'отказано: день не позже срока, перенос уже запрошен или не тот человек' },
  })
    .requiredOption('--to <дата>', 'о каком сроке просят, 30.09.2024 или 2024-09-30', dateOption('--to'))
    .requiredOption('--reason <текст>', 'причина', wordsOption('--reason'))
    .action(
      session.answering((id: string, options: ActOptions & { to: LocalDate; reason: string }) =>
        carryOut(session, id, options, ({ items }, act) => items.askExtension(id, act)),
      ),
    );
}

function adviseCommand(session: Session): Command {
  return onItem(session, {
    name: 'advise',
    about: 'высказать мнение контролёра о переносе',
    examples: ['vekha extend advise ЦОС-2024/5 --by "Глевицкая Е.И." --support --opinion "Остальное принято"'],
    codes: { 3: 'отказано: перенос не запрошен, мнение уже высказано или не тот человек' },
  })
    .option('--support', 'поддержать')
    .option('--against', 'не поддержать')
    .requiredOption('--opinion <текст>', 'мнение', wordsOption('--opinion'))
    .action(
      session.answering((id: string, { support, against, ...options }: AdviseOptions) => {
        if (support === against) throw wrong('Добавьте одно из двух: --support или --against.');
        const supports = support === true;
        const next = `extend grant ${id} --by КТО или extend refuse ${id} --by КТО --reason ПРИЧИНА`;
        return carryOut(
          session,
          id,
          options,
          ({ items }, act) => items.adviseExtension(id, { ...act, supports }),
          next,
        );
      }),
    );
}

interface AdviseOptions extends ActOptions {
  readonly support?: true;
  readonly against?: true;
  readonly opinion: string;
}

function grantCommand(session: Session): Command {
  return onItem(session, {
    name: 'grant',
    about: 'разрешить перенос: все напоминания переносятся сразу',
    examples: [
      'vekha extend grant ЦОС-2024/5 --by "Голубев И.А."',
      'vekha extend grant ЦОС-2024/5 --by "Голубев И.А." --to 16.09.2024 --words "Двух недель довольно"',
    ],
    codes: { 3: 'отказано: перенос не запрошен, день прошёл или не тот человек' },
  })
    .option('--to <дата>', 'другой день вместо того, о котором просят', dateOption('--to'))
    .option('--words <текст>', 'пояснение', wordsOption('--words'))
    .action(
      session.answering((id: string, options: ActOptions & { to?: LocalDate; words?: string }) =>
        carryOut(session, id, options, ({ items }, act) => items.grantExtension(id, act)),
      ),
    );
}

function refuseCommand(session: Session): Command {
  return onItem(session, {
    name: 'refuse',
    about: 'отказать в переносе: срок остаётся прежним',
    examples: ['vekha extend refuse ЦОС-2024/5 --by "Голубев И.А." --reason "Принятое оформить отдельно"'],
    codes: { 3: 'отказано: перенос не запрошен или не тот человек' },
  })
    .requiredOption('--reason <текст>', 'причина отказа', wordsOption('--reason'))
    .action(
      session.answering((id: string, options: ActOptions & { reason: string }) =>
        carryOut(session, id, options, ({ items }, act) => items.refuseExtension(id, act)),
      ),
    );
}

function recallCommand(session: Session): Command {
  return onItem(session, {
    name: 'recall',
    about: 'отозвать свою просьбу о переносе',
    examples: ['vekha extend recall ЦОС-2024/5 --by "Тихонов П.С."'],
    codes: { 3: 'отказано: перенос не запрошен или не тот человек' },
  }).action(
    session.answering((id: string, options: ActOptions) =>
      carryOut(session, id, options, ({ items }, act) => items.recallExtension(id, act)),
    ),
  );
}

function onItem(session: Session, text: CommandText): Command {
  return withActor(command(session, text).argument('<пункт>', 'пункт, например ЦОС-2024/5'));
}

/** @param next none: the item's card */
function carryOut<Given extends ActOptions>(
  session: Session,
  id: string,
  { by, actId, ...given }: Given,
  act: (client: VekhaClient, act: ActBase & Omit<Given, keyof ActOptions>) => Promise<ActAnswer>,
  next = `show ${id}`,
): Promise<Answer> {
  return withClient(session.doors, async (client) => {
    const base = await actBase(client, { by, ...(actId === undefined ? {} : { actId }) });
    const answer = await act(client, { ...given, ...base });
    return acted('Пункт', answer, next, dueWords(answer));
  });
}
