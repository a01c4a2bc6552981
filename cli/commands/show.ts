/** `show`: one item or one document with everything that is known of it; a document's file on request. */
import type { Command } from 'commander';
import type { DocumentCard, VekhaClient } from '#client';
import type { Answer } from '../answer.js';
import { isDocumentId, MAX_VERSION, numberOption, wordsOption, wrong } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { documentState, itemText } from '../item-text.js';
import { nextForDocument, nextForItem } from '../next-step.js';
import { paragraph, values } from '../table.js';
import { person, shortDay } from '../wording.js';

interface ShowOptions {
  readonly out?: string;
  readonly version?: number;
}

export function showCommand(session: Session): Command {
  return command(session, {
    name: 'show',
    about: 'показать пункт или документ; документ можно сохранить в файл',
    examples: ['vekha show ЦОС-2024/5', 'vekha show ЦОС-2024/1/order-appointment --out проект.docx'],
    codes: { 3: 'такого пункта или документа нет' },
  })
    .argument('<что>', 'пункт (ЦОС-2024/5) или документ (ЦОС-2024/1/order-appointment)')
    .option('--out <файл>', 'сохранить документ, .docx', wordsOption('--out'))
    .option(
      '--version <номер>',
      'какую версию сохранить; без ключа – последнюю',
      numberOption('--version', 1, MAX_VERSION),
    )
    .action(
      session.answering((id: string, options: ShowOptions) => {
        if (options.version !== undefined && options.out === undefined) {
          throw wrong('Ключ --version выбирает, какую версию сохранить: добавьте --out <файл>.');
        }
        if (!isDocumentId(id) && options.out !== undefined) {
          throw wrong(
            `Ключ --out сохраняет документ, а ${id} – пункт: укажите документ, перечень показывает show ${id}.`,
          );
        }
        return withClient(session.doors, (client) =>
          isDocumentId(id) ? showDocument(session.doors, client, id, options) : showItem(session.doors, client, id),
        );
      }),
    );
}

async function showItem({ terminal, zone }: Doors, client: VekhaClient, id: string): Promise<Answer> {
  const item = await client.items.card(id);
  const next = nextForItem(item);
  return { json: item, text: itemText(item, terminal.columns, zone), ...(next === undefined ? {} : { next }) };
}

async function showDocument(doors: Doors, client: VekhaClient, id: string, options: ShowOptions): Promise<Answer> {
  const card = await client.documents.card(id);
  const saved = options.out === undefined ? null : await save(doors, client, id, options.out, options.version);
  const next = nextForDocument(card);
  return {
    json: saved === null ? card : { ...card, saved },
    text: [
      ...documentText(card, doors.terminal.columns),
      ...(saved === null ? [] : ['', `Сохранено: ${saved.path} (отпечаток ${saved.sha256}).`]),
    ],
    ...(next === undefined ? {} : { next }),
  };
}

async function save(doors: Doors, client: VekhaClient, id: string, path: string, version?: number) {
  const { bytes, sha256, fileName } = await client.documents.file(id, version);
  await doors.writeFile(path, bytes);
  return { path, sha256, fileName };
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
