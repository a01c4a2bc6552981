/** `import`: reads an order, shows measures, days and problems; without `--check` keeps it as a roadmap. */
import type { Command } from 'commander';
import type { CheckedOrder, ExplainedOrder } from '#client';
import { needsPerson } from '#domain/deadline';
import { VekhaError } from '#domain/errors';
import type { OrderChoice } from '#domain/order';
import { explanationPage } from '#pages';
import type { Answer } from '../answer.js';
import { fileNameOf, wordsOption } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { DONE, LOOK } from '../exit-codes.js';
import { explainText } from '../explain-text.js';
import { choiceIn, ORDER_FORMATS, withOrderChoice, type ChoiceOptions } from '../order-choice.js';
import { orderText } from '../order-text.js';
import { writeOut } from '../out-file.js';

interface ImportOptions extends ChoiceOptions {
  readonly check?: true;
  readonly code?: string;
  readonly explain?: true;
  readonly html?: string;
  readonly force?: true;
}

export function importCommand(session: Session): Command {
  const made = command(session, {
    name: 'import',
    about: 'прочитать распоряжение, показать пункты, сроки и замечания и сохранить дорожную карту',
    examples: [
      'vekha import распоряжение.docx --check',
      'vekha import распоряжение.docx --check --explain --html что-понято.html',
      'vekha import распоряжение.docx --code ЦОС-2024',
      'vekha import распоряжение.docx --plan 2 --code КАДРЫ-2024',
      'vekha import таблица.xlsx --act "распоряжение от 26.12.2023 № 15-р" --signatory "Голубев И.А." --check',
    ],
    codes: { 3: 'файл не принят, или в нём есть то, что остановит запуск' },
  })
    .argument('<файл>', `распоряжение: ${ORDER_FORMATS}`)
    .option('--check', 'только показать, ничего не сохранять')
    .option('--explain', 'вместе с --check: каждое поле рядом со словами файла, для вычитки по бумаге')
    .option('--html <файл>', 'вместе с --check: то же страницей для браузера, слова выделены', wordsOption('--html'))
    .option('--force', 'заменить страницу, если такой файл уже есть')
    .option('--code <код>', 'код дорожной карты; без ключа его предложит программа', wordsOption('--code'));
  return withOrderChoice(made).action(
    session.answering((path: string, options: ImportOptions) => importOrder(session.doors, path, options)),
  );
}

async function importOrder(doors: Doors, path: string, options: ImportOptions): Promise<Answer> {
  const { check, code } = options;
  const choice = choiceIn(options);
  if (check !== true && (options.explain === true || options.html !== undefined)) {
    throw new VekhaError('usage.invalid', 'Ключи --explain и --html только показывают: добавьте --check.');
  }
  const bytes = await doors.readFile(path);
  const fileName = fileNameOf(path);
  if (check === true) {
    const checked = await doors.checkOrder(bytes, fileName, choice);
    return {
      ...(await checkedAnswer(checked, fileName, options, doors)),
      next: nextAfterCheck(checked, asked(path, choice)),
    };
  }
  return withClient(doors, async ({ orders, officials }) => {
    const imported = await orders.import(bytes, fileName, { ...choice, ...(code === undefined ? {} : { code }) });
    const directory = (await officials.list()).length === 0 ? 'officials import ФАЙЛ.csv, затем ' : '';
    const { text, exit } = answerOf(imported, doors);
    return {
      json: imported,
      text: [`Дорожная карта ${imported.code} сохранена и ждёт запуска.`, '', ...text],
      next: `${directory}${nextAfterImport(imported)}launch ${imported.code}`,
      exit,
    };
  });
}

/** A page is written beside the answer. */
async function checkedAnswer(
  { parts, ...checked }: ExplainedOrder,
  fileName: string,
  { explain, html, force }: ImportOptions,
  doors: Doors,
): Promise<Answer> {
  const explained = { ...checked, parts };
  if (html !== undefined) {
    const page = new TextEncoder().encode(explanationPage(explained, fileName));
    await writeOut(doors, { out: html, ...(force === undefined ? {} : { force }) }, page);
  }
  const { text, exit } = answerOf(checked, doors);
  return {
    json: explain === true ? explained : checked,
    text: [
      ...(explain === true ? explainText(explained, doors.terminal.columns) : text),
      ...(html === undefined ? [] : ['', `Страница записана: ${html}`]),
    ],
    exit,
  };
}

function answerOf(checked: CheckedOrder, { terminal }: Doors) {
  const stopped = checked.problems.some(({ severity }) => severity === 'blocking');
  return { json: checked, text: orderText(checked, terminal.columns), exit: stopped ? LOOK : DONE } as const;
}

/** @param again file and keys, as they were given */
function nextAfterCheck({ problems }: CheckedOrder, again: string): string {
  return problems.some(({ severity }) => severity === 'blocking')
    ? `import ${again}, затем до запуска решите то, что его остановит`
    : `import ${again}`;
}

/** A deadline that names no day, and a party that nobody answers for, are settled by a person before launch. */
function nextAfterImport({ items, problems, code }: CheckedOrder & { readonly code: string }): string {
  const unclear = items.find(({ deadline }) => needsPerson(deadline));
  const asked = problems.some(({ where }) => where.startsWith('сторона «'));
  return [
    unclear === undefined ? '' : `name-deadline ${code}/${unclear.no} --by КТО --date ДАТА --basis ОСНОВАНИЕ, затем `,
    asked ? `officials match ${code}, затем ` : '',
  ].join('');
}

function asked(path: string, { plan, told }: OrderChoice): string {
  const keys = told === undefined ? (plan === undefined ? '' : ` --plan ${plan}`) : ' с теми же ключами';
  return `${quoted(path)}${keys}`;
}

function quoted(path: string): string {
  return /\s/u.test(path) ? `"${path}"` : path;
}
