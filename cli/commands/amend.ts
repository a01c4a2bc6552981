/** `amend`: a new edition of the order is compared with a roadmap that runs; what was shown is carried out when it is confirmed. */
import type { Command } from 'commander';
import type { EditionAnswers } from '#client';
import { VekhaError } from '#domain/errors';
import type { LocalDate } from '#domain/local-date';
import { BY, BY_MEANING } from '../acts.js';
import type { Answer } from '../answer.js';
import { dateOption, fileNameOf, numberOption, severalOption, wordsOption, wrong } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { editionText, outcomeText } from '../edition-text.js';
import { DONE, LOOK } from '../exit-codes.js';
import { ORDER_FORMATS } from '../order-choice.js';

interface AmendOptions {
  readonly plan?: number;
  readonly act?: string;
  readonly same?: readonly string[];
  readonly new?: readonly string[];
  readonly day?: readonly string[];
  readonly whole?: true;
  readonly partial?: true;
  readonly confirm?: string;
  readonly by?: string;
  readonly finish?: true;
}

export function amendCommand(session: Session): Command {
  return command(session, {
    name: 'amend',
    about: 'сравнить новую редакцию распоряжения с идущей дорожной картой и применить то, что показано',
    examples: [
      'vekha amend ЦОС-2024 новая-редакция.docx',
      'vekha amend ЦОС-2024 новая-редакция.docx --confirm МЕТКА --by "Глевицкая Е.И."',
      'vekha amend ЦОС-2024 изменения.docx --partial --same 5=6 --new 8 --day 8=30.09.2024',
      'vekha amend ЦОС-2024 --finish --by "Глевицкая Е.И."',
    ],
    codes: { 3: 'не применено: есть вопросы к человеку, или показанное уже выглядит иначе' },
  })
    .argument('<код>', 'код дорожной карты, например ЦОС-2024')
    .argument('[файл]', `распоряжение в новой редакции или акт об изменениях: ${ORDER_FORMATS}`)
    .option('--act <акт>', 'каким актом изменено, если в файле не сказано', wordsOption('--act'))
    .option('--plan <номер>', 'какую карту взять, если акт утверждает несколько: 1, 2 …', numberOption('--plan', 1, 99))
    .addOption(severalOption('--same <строка=пункт…>', 'строка файла – это пункт карты, например 5=6'))
    .addOption(severalOption('--new <строка…>', 'строка файла – новый пункт'))
    .addOption(severalOption('--day <строка=дата…>', 'последний день строки, если из слов он не ясен: 8=30.09.2024'))
    .option('--whole', 'акт об изменениях излагает карту целиком: чего в нём нет, исключено')
    .option('--partial', 'в акте об изменениях только изменённые строки: остальные пункты остаются')
    .option(
      '--confirm <метка>',
      'применить показанное; метку показывает команда без этого ключа',
      wordsOption('--confirm'),
    )
    .option(BY, `вместе с --confirm и --finish: ${BY_MEANING}`, wordsOption('--by'))
    .option('--finish', 'завершить редакцию, применённую не до конца')
    .action(
      session.answering((code: string, path: string | undefined, options: AmendOptions) =>
        amend(session.doors, code, path, options),
      ),
    );
}

async function amend(doors: Doors, code: string, path: string | undefined, options: AmendOptions): Promise<Answer> {
  const { confirm, finish, by } = options;
  if (finish === true) {
    if (path !== undefined || confirm !== undefined) throw wrong('С ключом --finish называют только код и --by.');
    const who = required(by);
    return withClient(doors, async (client) => {
      const person = await client.officials.find(who);
      return outcomeText(await client.editions.finish(code, { by: person.id }), doors.terminal.columns);
    });
  }
  if (path === undefined) throw wrong('Не назван файл новой редакции: vekha amend КОД ФАЙЛ.');
  const answers = answersIn(options);
  const who = confirm === undefined ? null : required(by);
  const bytes = await doors.readFile(path);
  const name = fileNameOf(path);
  return withClient(doors, async ({ editions, officials }) => {
    if (confirm !== undefined && who !== null) {
      const person = await officials.find(who);
      const done = await editions.confirm(code, bytes, name, { ...answers, by: person.id, mark: confirm });
      return outcomeText(done, doors.terminal.columns);
    }
    const card = await editions.compare(code, bytes, name, answers);
    return {
      json: card,
      text: editionText(card, doors.terminal.columns),
      ...(card.mark === null ? {} : { next: `та же команда с ключами --confirm ${card.mark} --by КТО` }),
      exit: card.questions.length > 0 ? LOOK : DONE,
    };
  });
}

function required(by: string | undefined): string {
  if (by !== undefined) return by;
  throw new VekhaError('usage.invalid', 'Не сказано, кто действует: добавьте --by "Фамилия И.О.".');
}

function answersIn(options: AmendOptions): EditionAnswers {
  const { plan, act, whole, partial } = options;
  if (whole === true && partial === true) throw wrong('Ключи --whole и --partial исключают друг друга.');
  const readDay = dateOption('--day');
  const days = pairs('--day', options.day).map(([row, date]): [string, LocalDate] => [row, readDay(date)]);
  return {
    same: Object.fromEntries(pairs('--same', options.same)),
    fresh: options.new ?? [],
    days: Object.fromEntries(days),
    ...(plan === undefined ? {} : { plan }),
    ...(act === undefined ? {} : { act }),
    ...(whole === true ? { scope: 'whole' as const } : partial === true ? { scope: 'partial' as const } : {}),
  };
}

/** @throws VekhaError 'usage.invalid' */
function pairs(option: string, words: readonly string[] = []): readonly (readonly [string, string])[] {
  const read = words.map((each) => {
    const [, row, value] = /^\s*([^=\s]+)\s*=\s*(\S+)\s*$/u.exec(each) ?? [];
    if (row === undefined || value === undefined) throw wrong(`Ключ ${option}: «${each}» не понято, пишите 5=6.`);
    return [row, value] as const;
  });
  const twice = read.find(([row], i) => read.findIndex(([other]) => other === row) !== i);
  if (twice !== undefined) throw wrong(`Ключ ${option}: строка ${twice[0]} названа дважды.`);
  return read;
}
