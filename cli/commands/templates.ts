/** `templates`: for those who write templates: check them, see a document made of one, see what it asks for. */
import type { Command } from 'commander';
import type { Answer } from '../answer.js';
import { command, type Session } from '../command.js';
import type { AskedTemplate, Doors } from '../doors.js';
import { DONE, LOOK } from '../exit-codes.js';
import { type FileOptions, FILE_CODES, makeFile, withFileOptions } from '../made-file.js';
import { table } from '../table.js';
import { faultsText } from '../template-text.js';

export function templatesCommand(session: Session): Command {
  return command(session, {
    name: 'templates',
    about: 'шаблоны документов: проверить, посмотреть, узнать поля',
    examples: ['vekha templates check', 'vekha templates preview приказ.hbs --out приказ.docx'],
  })
    .addCommand(checkCommand(session))
    .addCommand(previewCommand(session))
    .addCommand(fieldsCommand(session));
}

function checkCommand(session: Session): Command {
  return command(session, {
    name: 'check',
    about: 'проверить шаблон или папку; без файла – все встроенные и свои (VEKHA_TEMPLATES)',
    examples: ['vekha templates check', 'vekha templates check шаблоны/приказ.hbs'],
    codes: { 3: 'есть ошибки' },
  })
    .argument('[файл]', 'шаблон .hbs, бланк .docx или папка своих шаблонов')
    .action(
      session.answering(async (file: string | undefined): Promise<Answer> => {
        const report = await session.doors.templates.check(file ?? null);
        const ok = report.faults.length === 0;
        return {
          json: { ok, ...report },
          text: faultsText(report, session.doors.terminal.columns),
          exit: ok ? DONE : LOOK,
        };
      }),
    );
}

function previewCommand(session: Session): Command {
  const made = command(session, {
    name: 'preview',
    about: 'сделать документ из файла шаблона и сказать, каких данных в нём нет',
    examples: [
      'vekha templates preview приказ.hbs --data данные.json --out приказ.docx',
      'vekha templates preview приказ.hbs --out пустой.docx',
    ],
    codes: FILE_CODES,
  }).argument('<файл>', 'шаблон .hbs');
  return withFileOptions(made).action(
    session.answering((file: string, options: FileOptions) => makeFile(session.doors, { file }, options)),
  );
}

function fieldsCommand(session: Session): Command {
  return command(session, {
    name: 'fields',
    about: 'показать поля шаблона: имя, что это, откуда берётся',
    examples: ['vekha templates fields order-appointment', 'vekha templates fields приказ.hbs'],
    codes: { 3: 'в шаблоне ошибки' },
  })
    .argument('<вид>', 'вид документа или файл .hbs')
    .action(
      session.answering((asked: string) =>
        fieldsOf(session.doors, asked.endsWith('.hbs') ? { file: asked } : { kind: asked }),
      ),
    );
}

const USES: Readonly<Record<string, string>> = {
  print: 'значение',
  list: 'список',
  scope: 'группа полей',
  condition: 'условие',
};

async function fieldsOf({ templates, terminal }: Doors, asked: AskedTemplate): Promise<Answer> {
  const { fields, faults, files } = await templates.fields(asked);
  if (faults.length > 0)
    return { json: { ok: false, faults }, text: faultsText({ files, faults }, terminal.columns), exit: LOOK };
  return {
    json: { ok: true, fields },
    text: table(
      [
        { title: 'Поле', wraps: true, whole: true },
        { title: 'Что это', wraps: true },
        { title: 'Откуда' },
        { title: 'Вид' },
        { title: 'Нужно' },
      ],
      fields.map(({ path, label, source, use, required }) => [
        path,
        label,
        source,
        USES[use] ?? use,
        required && use !== 'condition' ? 'обязательно' : '',
      ]),
      terminal.columns,
    ),
  };
}
