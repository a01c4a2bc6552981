/** `rows`: registers in files – an empty form to fill, a check before filling, what a document holds. */
import type { Command } from 'commander';
import type { Answer } from '../answer.js';
import { wordsOption, wrong } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors, TableDoors } from '../doors.js';
import { DONE, LOOK } from '../exit-codes.js';
import { readJsonObject } from '../json-file.js';
import { writeOut } from '../out-file.js';
import { tableFormat } from '../out-table.js';
import { tableText } from '../table-faults.js';

const KIND = '--kind <таблица>';
const KIND_MEANING = 'организации, оборудование, извещения, приёмка или мониторинг; или вид документа';

interface OutOptions {
  readonly out: string;
  readonly force?: boolean;
  readonly kind?: string;
  readonly data?: string;
}

export function rowsCommand(session: Session): Command {
  return command(session, {
    name: 'rows',
    about: 'таблицы для документов в файлах: пустая форма, проверка, выгрузка',
    examples: ['vekha rows form --kind организации --out форма.xlsx', 'vekha rows check форма.xlsx --kind организации'],
  })
    .addCommand(checkCommand(session))
    .addCommand(formCommand(session))
    .addCommand(exportCommand(session));
}

function checkCommand(session: Session): Command {
  return command(session, {
    name: 'check',
    about: 'проверить таблицу: все ошибки сразу, с местом и способом исправить; ничего не сохраняет',
    examples: [
      'vekha rows check организации.xlsx --kind организации',
      'vekha rows check извещения.csv --kind register-notices',
    ],
    codes: { 3: 'в таблице ошибки, или таблицы в файле нет' },
  })
    .argument('<файл>', 'книга .xlsx или файл .csv')
    .requiredOption(KIND, KIND_MEANING, wordsOption('--kind'))
    .option('--sheet <лист>', 'лист книги, если таких таблиц несколько', wordsOption('--sheet'))
    .action(
      session.answering(async (file: string, { kind, sheet }: { kind: string; sheet?: string }): Promise<Answer> => {
        const { readFile, terminal } = session.doors;
        const tables = await session.doors.tables();
        tables.questionOf(kind); // a slip in the key is told before the file is read
        const report = tables.read(kind, await readFile(file), sheet ?? null);
        const ok = report.faults.length === 0;
        return { json: { ok, ...report }, text: tableText(report, terminal.columns), exit: ok ? DONE : LOOK };
      }),
    );
}

function formCommand(session: Session): Command {
  return command(session, {
    name: 'form',
    about: 'сделать пустую таблицу: графы нужного вида, номера не портятся',
    examples: ['vekha rows form --kind извещения --out извещения.xlsx'],
  })
    .requiredOption(KIND, KIND_MEANING, wordsOption('--kind'))
    .requiredOption('--out <файл>', 'куда записать: имя на .xlsx', wordsOption('--out'))
    .option('--force', 'заменить файл, если он уже есть')
    .action(
      session.answering(async (options: OutOptions & { kind: string }) => {
        if (tableFormat(options.out) !== 'xlsx') throw wrong('Ключ --out: форма записывается в файл на .xlsx.');
        const tables = await session.doors.tables();
        return written(session.doors, options, tables.form(options.kind));
      }),
    );
}

function exportCommand(session: Session): Command {
  return command(session, {
    name: 'export',
    about: 'записать таблицу документа, или данных JSON, в файл .xlsx или .csv',
    examples: [
      'vekha rows export ЦОС-2024/2/letter-organisations --out организации.xlsx',
      'vekha rows export --kind извещения --data данные.json --out извещения.csv',
    ],
    codes: { 3: 'такого документа нет, таблица пуста или данные не подходят' },
  })
    .argument('[документ]', 'документ, как его показывает show')
    .requiredOption('--out <файл>', 'куда записать: имя на .xlsx или .csv', wordsOption('--out'))
    .option(KIND, KIND_MEANING, wordsOption('--kind'))
    .option('--data <файл>', 'данные JSON: {"организации": [строки]}; «-» – со входа', wordsOption('--data'))
    .option('--force', 'заменить файл, если он уже есть')
    .action(
      session.answering(async (id: string | undefined, options: OutOptions) => {
        const format = tableFormat(options.out);
        const tables = await session.doors.tables();
        const { kind, rows } =
          id === undefined
            ? await fromData(session.doors, tables, options)
            : await fromDocument(session.doors, tables, id);
        return written(session.doors, options, tables.write(kind, rows, format));
      }),
    );
}

async function fromData(doors: Doors, tables: TableDoors, { kind, data }: OutOptions) {
  if (kind === undefined || data === undefined) throw wrong('Укажите документ, или --kind и --data.');
  tables.questionOf(kind);
  return { kind, rows: tables.parse(kind, await readJsonObject(doors, data, 'организации')) };
}

function fromDocument(doors: Doors, tables: TableDoors, id: string) {
  return withClient(doors, async (client) => {
    const { kind } = await client.documents.card(id);
    const question = tables.questionOf(kind);
    const rows = (await client.documents.values(id))[question];
    if (!Array.isArray(rows)) throw wrong(`В документе ${id} таблица «${question}» пуста: выгружать нечего.`);
    return { kind, rows: rows as readonly Readonly<Record<string, unknown>>[] };
  });
}

async function written(doors: Doors, options: OutOptions, bytes: Uint8Array): Promise<Answer> {
  const { out } = options;
  await writeOut(doors, options, bytes);
  return { json: { ok: true, out, bytes: bytes.length }, text: [`Записан ${out}`] };
}
