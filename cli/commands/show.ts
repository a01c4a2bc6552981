/** `show`: one item or one document with everything that is known of it; a document's file on request. */
import type { Command } from 'commander';
import type { DocumentCard, VekhaClient } from '#client';
import type { Answer } from '../answer.js';
import { isDocumentId, MAX_VERSION, numberOption, wordsOption, wrong } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { documentState, itemText } from '../item-text.js';
import { nextForDocument, nextForItem } from '../next-step.js';
import { writeOut } from '../out-file.js';
import { formOf, inForm, withFormOptions, type FormOptions, type OutForm } from '../out-form.js';
import { paragraph, values } from '../table.js';
import { person, shortDay } from '../wording.js';

interface ShowOptions extends FormOptions {
  readonly version?: number;
  readonly force?: boolean;
}

/** What is written and where. */
interface Target {
  readonly out: string;
  readonly version: number | undefined;
  readonly form: OutForm;
  readonly force: boolean;
}

export function showCommand(session: Session): Command {
  const made = command(session, {
    name: 'show',
    about: 'показать пункт или документ; документ можно сохранить в файл',
    examples: [
      'vekha show ЦОС-2024/5',
      'vekha show ЦОС-2024/1/order-appointment --out проект.docx',
      'vekha show ЦОС-2024/1/order-appointment --out проект.pdf',
    ],
    codes: { 2: 'неверный вызов: команда, ключ или файл уже есть', 3: 'такого пункта или документа нет' },
  })
    .argument('<что>', 'пункт (ЦОС-2024/5) или документ (ЦОС-2024/1/order-appointment)')
    .option('--out <файл>', 'сохранить документ: имя на .docx, .pdf или .png', wordsOption('--out'))
    .option(
      '--version <номер>',
      'какую версию сохранить; без ключа – последнюю',
      numberOption('--version', 1, MAX_VERSION),
    )
    .option('--force', 'заменить файл, если он уже есть');
  return withFormOptions(made).action(
    session.answering((id: string, options: ShowOptions) => {
      const { out, version, page, force = false } = options;
      if (out === undefined && version !== undefined) {
        throw wrong('Ключ --version выбирает, какую версию сохранить: добавьте --out <файл>.');
      }
      const form = out === undefined && page === undefined ? null : formOf(options);
      if (!isDocumentId(id) && out !== undefined) {
        throw wrong(
          `Ключ --out сохраняет документ, а ${id} – пункт: укажите документ, перечень показывает show ${id}.`,
        );
      }
      const target = out === undefined || form === null ? null : { out, version, form, force };
      return withClient(session.doors, (client) =>
        isDocumentId(id) ? showDocument(session.doors, client, id, target) : showItem(session.doors, client, id),
      );
    }),
  );
}

async function showItem({ terminal, zone }: Doors, client: VekhaClient, id: string): Promise<Answer> {
  const item = await client.items.card(id);
  const next = nextForItem(item);
  return { json: item, text: itemText(item, terminal.columns, zone), ...(next === undefined ? {} : { next }) };
}

async function showDocument(doors: Doors, client: VekhaClient, id: string, target: Target | null): Promise<Answer> {
  const { columns } = doors.terminal;
  const card = await client.documents.card(id);
  const saved = target === null ? null : await save(doors, client, id, target);
  const next = nextForDocument(card);
  return {
    json: saved === null ? card : { ...card, saved },
    text: [
      ...documentText(card, columns),
      ...(saved === null ? [] : ['', `Сохранено: ${saved.path} (отпечаток ${saved.sha256}).`]),
      ...(saved?.notes ?? []).flatMap((note) => paragraph(note, columns)),
    ],
    ...(next === undefined ? {} : { next }),
  };
}

async function save(doors: Doors, client: VekhaClient, id: string, target: Target) {
  const { out, version, form } = target;
  const { bytes: docx, sha256, fileName } = await client.documents.file(id, version);
  const { bytes, notes } = await inForm(doors, docx, form);
  await writeOut(doors, target, bytes);
  return { path: out, sha256, fileName, notes };
}

function documentText(card: DocumentCard, width: number): string[] {
  return [
    ...paragraph(card.title, width),
    '',
    ...values(
      [
        ['Документ', card.id],
        ['Состояние', documentState(card)],
        ['У кого', card.holder === null ? '' : `${person(card.holder)}, с ${shortDay(card.since)}`],
        ['Версия', String(card.version)],
        ['Отпечаток', card.sha256 ?? '–'],
      ],
      width,
    ),
    ...gaps(card, width),
  ];
}

function gaps({ gaps: missing }: DocumentCard, width: number): string[] {
  if (missing.length === 0) return [];
  return [
    '',
    'Не заполнено:',
    ...missing.flatMap(({ label, path, required }) =>
      paragraph(`${label} (${path})${required ? ' – обязательно' : ''}`, width, '  '),
    ),
  ];
}
