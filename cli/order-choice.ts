/** What of an order's file is to be read, and what a person says of its act: options that `import` and `rehearse` share. */
import type { Command } from 'commander';
import { actsNamedIn } from '#domain/edition/amending-act';
import type { NamedPost, OrderChoice, ToldHead } from '#domain/order';
import { dateOption, numberOption, wordsOption, wrong } from './arguments.js';

/** Kinds of files, for the help. */
export const ORDER_FORMATS = '.docx, .pdf, .html, .txt, .xlsx, .csv; .odt, .doc, .rtf – если есть LibreOffice';

export interface ChoiceOptions {
  readonly plan?: number;
  readonly act?: Required<ToldHead>['act'];
  readonly title?: string;
  readonly issuer?: string;
  readonly signatory?: NamedPost;
  readonly controller?: NamedPost;
}

export function withOrderChoice(command: Command): Command {
  return command
    .option('--plan <номер>', 'какую карту взять, если акт утверждает несколько: 1, 2 …', numberOption('--plan', 1, 99))
    .option('--act <акт>', 'вид, дата и номер, если в файле одна таблица: "распоряжение от 26.12.2023 № 15-р"', readAct)
    .option('--title <текст>', 'заголовок акта «О …», если его нет в файле', wordsOption('--title'))
    .option('--issuer <орган>', 'кто издал акт, если этого нет в файле', wordsOption('--issuer'))
    .option('--signatory <кто>', 'кто подписал: "Голубев И.А., председатель комитета"', personOption('--signatory'))
    .option('--controller <кто>', 'кто контролирует исполнение, если этого нет в файле', personOption('--controller'));
}

export function choiceIn({ plan, ...told }: ChoiceOptions): OrderChoice {
  const { act, title, issuer, signatory, controller } = told;
  const given = Object.entries({ act, title, issuer, signatory, controller }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...(plan === undefined ? {} : { plan }),
    ...(given.length === 0 ? {} : { told: Object.fromEntries(given) }),
  };
}

/** @throws VekhaError 'usage.invalid' */
function readAct(words: string): ChoiceOptions['act'] {
  const [act, ...more] = actsNamedIn(words);
  if (act !== undefined && more.length === 0) return act;
  const [day] = /\d{1,2}\.\d{1,2}\.\d{4}/u.exec(words) ?? [];
  if (act === undefined && day !== undefined) dateOption('--act')(day); // «такого дня нет» says more
  throw wrong(`Ключ --act: «${words}» не понято, пишите "распоряжение от 26.12.2023 № 15-р".`);
}

const PERSON = /^(\p{Lu}[\p{L}-]+)\s+(\p{Lu}\.)\s?(\p{Lu}\.)?(?:,\s*(\S.*))?$/u;

function personOption(option: string): (words: string) => NamedPost {
  return (words) => {
    const [, surname, first, second = '', position = ''] = PERSON.exec(words.trim()) ?? [];
    if (surname !== undefined && first !== undefined) return { name: `${surname} ${first}${second}`, position };
    throw wrong(`Ключ ${option}: «${words}» не понято, пишите "Голубев И.А., председатель комитета".`);
  };
}
