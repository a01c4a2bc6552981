/** `status`: all roadmaps in a line each, or one of them with its items. */
import type { Command } from 'commander';
import type { ItemCard, RoadmapCard } from '#client';
import type { Zone } from '#domain/body-time';
import { actCited } from '#domain/edition/amending-act';
import { dotted } from '#domain/local-date';
import type { Answer } from '../answer.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { documentsTable } from '../item-text.js';
import { paragraph, table } from '../table.js';
import { deadlineWords, moment, names, numberWords } from '../wording.js';

export function statusCommand(session: Session): Command {
  return command(session, {
    name: 'status',
    about: 'показать дорожные карты или пункты одной из них: состояние, сроки, у кого дело',
    examples: ['vekha status', 'vekha status ЦОС-2024'],
    codes: { 3: 'такой дорожной карты нет' },
  })
    .argument('[код]', 'код дорожной карты; без него – все')
    .action(session.answering((code: string | undefined) => status(session.doors, code)));
}

async function status(doors: Doors, code: string | undefined): Promise<Answer> {
  const width = doors.terminal.columns;
  if (code === undefined) {
    const roadmaps = await withClient(doors, (client) => client.roadmaps.list());
    return roadmaps.length === 0
      ? { json: { roadmaps }, text: ['Дорожных карт нет.'], next: 'import ФАЙЛ' }
      : { json: { roadmaps }, text: roadmapsTable(roadmaps, width) };
  }
  const roadmap = await withClient(doors, (client) => client.roadmaps.card(code));
  return {
    json: { roadmaps: [roadmap] },
    text: roadmapText(roadmap, width, doors.zone),
    next: roadmap.state === 'imported' ? `launch ${code}` : `show ${roadmap.items[0]?.id ?? `${code}/НОМЕР`}`,
  };
}

function roadmapsTable(roadmaps: readonly RoadmapCard[], width: number): string[] {
  return table(
    [{ title: 'Код' }, { title: 'Название', wraps: true }, { title: 'Состояние' }, { title: 'Снято с контроля' }],
    roadmaps.map(({ code, title, stateLabel, items }) => [
      code,
      title,
      stateLabel,
      `${ofStatus(items, 'offControl')} из ${items.length - ofStatus(items, 'withdrawn')}`,
    ]),
    width,
  );
}

function ofStatus(items: readonly ItemCard[], status: ItemCard['status']): number {
  return items.filter((item) => item.status === status).length;
}

function roadmapText(roadmap: RoadmapCard, width: number, zone: Zone): string[] {
  const { code, title, order, stateLabel, edition, items } = roadmap;
  const documents = items.flatMap((item) => item.documents);
  return [
    ...paragraph(`${code}. ${title}`, width),
    ...paragraph(`${stateLabel}; ${order.kind} от ${dotted(order.date)} № ${order.number}`, width),
    ...(edition === null ? [] : paragraph(editionWords(code, edition), width)),
    '',
    ...table(
      [
        { title: '№' },
        { title: 'Мероприятие', wraps: true },
        { title: 'Рабочий срок' },
        { title: 'Состояние', wraps: true },
        { title: 'У кого', wraps: true },
      ],
      items.map((item) => [
        numberWords(item),
        item.title,
        deadlineWords(item.deadlineKind, item.workingDue),
        stateWords(item, zone),
        names(item.waitsFor),
      ]),
      width,
    ),
    ...(documents.length === 0 ? [] : ['', 'ДОКУМЕНТЫ', ...documentsTable(documents, width)]),
  ];
}

function editionWords(code: string, { act, finished }: NonNullable<RoadmapCard['edition']>): string {
  return finished
    ? `Действует редакция: ${actCited(act)}`
    : `Редакция применена не до конца: ${actCited(act)}; завершите её командой amend ${code} --finish --by КТО`;
}

function stateWords({ statusLabel, nextMailAt }: ItemCard, zone: Zone): string {
  return nextMailAt === null ? statusLabel : `${statusLabel}\nписьмо ${moment(nextMailAt, zone)}`;
}
