/** `fill`: values for the blanks of a draft; without values it says what may be filled. */
import type { Command } from 'commander';
import type { VekhaClient } from '#client';
import type { DocumentState } from '#domain/item';
import { acted, actBase, BY, BY_MEANING, withActId } from '../acts.js';
import type { Answer } from '../answer.js';
import { severalOption, wordsOption, wrong } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors, TableReport } from '../doors.js';
import { LOOK } from '../exit-codes.js';
import { readJsonObject } from '../json-file.js';
import { nextByDocumentState } from '../next-step.js';
import { paragraph, table } from '../table.js';
import { tableText } from '../table-faults.js';

interface FillOptions {
  readonly by?: string;
  readonly actId?: string;
  readonly data?: string;
  readonly set?: readonly string[];
  readonly anew?: boolean;
  readonly rows?: string;
  readonly sheet?: string;
}

type Values = Readonly<Record<string, unknown>>;
type Question = ReturnType<VekhaClient['documents']['questions']>[number] & { readonly value: string | null };

export function fillCommand(session: Session): Command {
  const made = command(session, {
    name: 'fill',
    about: 'заполнить поля проекта; без значений – показать, что можно заполнить',
    examples: [
      'vekha fill ЦОС-2024/1/order-appointment',
      'vekha fill ЦОС-2024/1/order-appointment --by "Соколова М.А." --set исполнитель.телефон="8 (812) 000-00-00"',
      'vekha fill ЦОС-2024/2/letter-organisations --by "Соколова М.А." --data организации.json',
      'vekha fill ЦОС-2024/2/letter-organisations --by "Соколова М.А." --rows организации.xlsx',
    ],
    codes: { 3: 'отказано: значения не подходят, документ закрыт или не тот человек' },
  }).argument('<документ>', 'документ, как его показывает show');
  return withActId(made.option(BY, `${BY_MEANING}; нужен вместе со значениями`, wordsOption('--by')))
    .option(
      '--data <файл>',
      'значения из файла JSON: {"имя": значение}; таблицы – перечнем строк',
      wordsOption('--data'),
    )
    .option(
      '--rows <файл>',
      'таблица документа из файла .xlsx или .csv; с ошибкой хоть в одной строке не сохраняется ничего',
      wordsOption('--rows'),
    )
    .option('--sheet <лист>', 'лист книги, если таких таблиц несколько', wordsOption('--sheet'))
    .option(
      '--anew',
      'собрать проект из полей заново, хотя последнюю версию правили в файле: правки останутся в прежней',
    )
    .addOption(severalOption('--set <пара...>', 'одно значение: имя=значение; важнее файла'))
    .action(session.answering((id: string, options: FillOptions) => fill(session.doors, id, options)));
}

async function fill(doors: Doors, id: string, options: FillOptions): Promise<Answer> {
  const { by, actId, data, set, anew, rows, sheet } = options;
  if (data === undefined && set === undefined && rows === undefined) return questions(doors, id);
  if (by === undefined) throw wrong(`Не указано: ${BY} – кто заполняет проект.`);
  const values: Record<string, unknown> = {
    ...(data === undefined ? {} : await readJsonObject(doors, data, 'имя')),
    ...fromPairs(set ?? []),
  };
  const file = rows === undefined ? null : await doors.readFile(rows);
  return withClient(doors, async (client) => {
    if (file !== null) {
      const { kind } = await client.documents.card(id);
      const tables = await doors.tables();
      const report = tables.read(kind, file, sheet ?? null);
      if (report.faults.length > 0) return refused(report, doors.terminal.columns);
      values[tables.questionOf(kind)] = report.rows;
    }
    const base = await actBase(client, actId === undefined ? { by } : { by, actId });
    const answer = await client.documents.fill(id, { ...base, values, ...(anew === undefined ? {} : { anew }) });
    const { version } = await client.documents.card(id);
    return acted('Документ', answer, nextByDocumentState(id, answer.status as DocumentState, version));
  });
}

function refused(report: TableReport, width: number): Answer {
  return { json: { ok: false, ...report }, text: ['Проект не изменён.', ...tableText(report, width)], exit: LOOK };
}

function questions(doors: Doors, id: string): Promise<Answer> {
  return withClient(doors, async (client) => {
    const document = await client.documents.card(id);
    const supplied = await client.documents.supplied(id);
    const asked = client.documents
      .questions(document.kind)
      .map((each) => ({ ...each, value: supplied[each.name] ?? null }));
    return {
      json: { document, questions: asked },
      text: questionsText(
        document.title,
        asked,
        new Set(document.gaps.map(({ path }) => path)),
        doors.terminal.columns,
      ),
      ...(asked.length === 0 ? {} : { next: `fill ${id} --by КТО --set ИМЯ=ЗНАЧЕНИЕ` }),
    };
  });
}

function questionsText(title: string, asked: readonly Question[], gaps: ReadonlySet<string>, width: number): string[] {
  if (asked.length === 0)
    return paragraph(`${title}: заполнять нечего, всё берётся из распоряжения и справочника.`, width);
  return [
    ...paragraph(title, width),
    '',
    ...table(
      [
        { title: 'Имя' },
        { title: 'Что это', wraps: true },
        { title: 'Вид', wraps: true },
        { title: 'Сейчас', wraps: true },
        { title: 'Нужно', wraps: true },
      ],
      asked.map(({ name, label, type, required, value }) => [
        name,
        label,
        type,
        value ?? '–',
        [required ? 'обязательно' : '', gaps.has(name) ? 'пусто' : ''].filter((word) => word !== '').join(', '),
      ]),
      width,
    ),
  ];
}

function fromPairs(pairs: readonly string[]): Values {
  const values = new Map<string, string>();
  for (const pair of pairs) {
    const [, name, value] = /^([^=\s]+)=(.*)$/su.exec(pair) ?? [];
    if (name === undefined || value === undefined) {
      throw wrong(`Ключ --set: «${pair}» не понято, пишите имя=значение, а значение с пробелами возьмите в кавычки.`);
    }
    if (isJson(value)) {
      throw wrong(
        `Ключ --set: «${name}» записано как JSON, а ключ принимает простой текст: запишите {"${name}": …} в файл и укажите его ключом --data.`,
      );
    }
    if (values.has(name)) throw wrong(`Ключ --set: «${name}» задано дважды.`);
    values.set(name, value);
  }
  return Object.fromEntries(values);
}

/** A list or a person in full: as a text it would be printed into the document with its brackets. */
function isJson(value: string): boolean {
  if (!/^\s*[[{]/u.test(value)) return false;
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
