/** An item with everything that is known of it, for people. Pure. */
import { DEADLINE_LABELS } from '#domain/labels';
import type { DocumentCard, ItemDetails } from '#client';
import type { Zone } from '#domain/body-time';
import { actWords } from './journal-words.js';
import { paragraph, table, values } from './table.js';
import { fullDay, moment, names, person, shortDay } from './wording.js';

export function itemText(item: ItemDetails, width: number, zone: Zone): string[] {
  return [
    ...paragraph(`${item.id}. ${item.title}`, width),
    '',
    ...standing(item, width, zone),
    ...deadline(item, width),
    ...extension(item, width),
    ...results(item, width),
    ...section('Документы', documentsTable(item.documents, width)),
    ...section('Переносы срока', moves(item, width)),
    ...section('Журнал', journal(item, width, zone)),
  ];
}

export function documentsTable(documents: readonly DocumentCard[], width: number): string[] {
  if (documents.length === 0) return [];
  return table(
    [
      { title: 'Документ', wraps: true, whole: true },
      { title: 'Версия' },
      { title: 'Состояние', wraps: true },
      { title: 'У кого', wraps: true },
    ],
    documents.map((document) => [
      `${document.id}\n${document.title}`,
      String(document.version),
      documentState(document),
      document.holder === null ? '–' : `${document.holder.name}\nс ${shortDay(document.since)}`,
    ]),
    width,
  );
}

export function documentState({ stateLabel, registration, gaps }: DocumentCard): string {
  if (registration !== null) return `${stateLabel} ${shortDay(registration.date)}, № ${registration.number}`;
  const required = gaps.filter((gap) => gap.required).length;
  return required === 0 ? stateLabel : `${stateLabel}, пустых обязательных полей: ${required}`;
}

function standing(item: ItemDetails, width: number, zone: Zone): string[] {
  return values(
    [
      ['Состояние', item.statusLabel],
      ['У кого', waiting(item)],
      ['Ответственный', person(item.responsible)],
      ['Соисполнители', names(item.coExecutors)],
      ['Контролёр', person(item.controller)],
      ['Сроки переносит', person(item.head)],
      ['Следующее письмо', item.nextMailAt === null ? '' : moment(item.nextMailAt, zone)],
    ],
    width,
  );
}

function deadline(item: ItemDetails, width: number): string[] {
  return section(
    'Срок',
    values(
      [
        ['Пункт редакции', item.printedNo === item.no ? '' : item.printedNo],
        ['В распоряжении', item.deadlineText === '' ? '–' : `«${item.deadlineText}»`],
        ['Вид', DEADLINE_LABELS[item.deadlineKind]],
        ['Срок', fullDay(item.due)],
        ['Рабочий срок', fullDay(item.workingDue)],
        ['Откуда дата', item.explanation],
      ],
      width,
    ),
  );
}

function extension({ extension: asked }: ItemDetails, width: number): string[] {
  if (asked === null) return [];
  const { by, on, to, workingDue, reason, opinion } = asked;
  return section(
    'Просят перенести срок',
    values(
      [
        ['Кто, когда', `${by}, ${shortDay(on)}`],
        ['На', fullDay(to)],
        ['Рабочий срок', workingDue === to ? '' : fullDay(workingDue)],
        ['Причина', `«${reason}»`],
        [
          'Мнение контролёра',
          opinion === null
            ? 'ещё не высказано'
            : `${opinion.supports ? 'поддерживает' : 'не поддерживает'}, «${opinion.words}» (${opinion.by})`,
        ],
      ],
      width,
    ),
  );
}

function results(item: ItemDetails, width: number): string[] {
  return section(
    'Результаты',
    item.results.flatMap(({ key, text }) => paragraph(`${key}. ${text}`, width, '  ', '   ')),
  );
}

function moves(item: ItemDetails, width: number): string[] {
  if (item.moves.length === 0) return [];
  return table(
    [{ title: 'Когда' }, { title: 'Было' }, { title: 'Стало' }, { title: 'Кто' }, { title: 'Причина', wraps: true }],
    item.moves.map(({ on, from, to, by, reason }) => [
      shortDay(on),
      from === null ? '–' : shortDay(from),
      shortDay(to),
      by,
      reason,
    ]),
    width,
  );
}

function journal(item: ItemDetails, width: number, zone: Zone): string[] {
  if (item.journal.length === 0) return [];
  return table(
    [{ title: 'Когда' }, { title: 'Что', wraps: true }, { title: 'Кто', wraps: true }, { title: 'Слова', wraps: true }],
    item.journal.map(({ at, act, by, words }) => [moment(at, zone), actWords(act), by ?? '–', words ?? '']),
    width,
  );
}

function waiting({ waitsFor, since }: ItemDetails): string {
  if (waitsFor.length === 0) return '';
  return since === null ? names(waitsFor) : `${names(waitsFor)}, с ${shortDay(since)}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title.toUpperCase(), ...lines];
}
