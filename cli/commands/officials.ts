/** `officials`: the directory of people, loaded from a table and shown. */
import type { Command } from 'commander';
import { shortName, type CorrectedForms, type Official } from '#domain/official';
import { counted } from '#domain/plural';
import type { Answer } from '../answer.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { paragraph, table } from '../table.js';
import { matchCommand } from './match-parties.js';

export function officialsCommand(session: Session): Command {
  return command(session, {
    name: 'officials',
    about: 'справочник должностных лиц: загрузить или показать',
    examples: ['vekha officials import справочник.csv', 'vekha officials list'],
  })
    .addCommand(importCommand(session))
    .addCommand(listCommand(session))
    .addCommand(matchCommand(session));
}

function importCommand(session: Session): Command {
  return command(session, {
    name: 'import',
    about: 'загрузить справочник; с ошибкой хоть в одной строке не меняется ничего',
    examples: ['vekha officials import справочник.csv'],
    codes: { 3: 'таблица не принята: все её ошибки названы' },
  })
    .argument('<файл>', 'таблица .csv')
    .action(session.answering((path: string) => importOfficials(session.doors, path)));
}

function listCommand(session: Session): Command {
  return command(session, {
    name: 'list',
    about: 'показать справочник',
    examples: ['vekha officials list'],
  }).action(session.answering(() => listOfficials(session.doors)));
}

async function importOfficials(doors: Doors, path: string): Promise<Answer> {
  const csv = await doors.readFile(path);
  const imported = await withClient(doors, (client) => client.officials.import(csv));
  const { officials, parties } = imported;
  const people = counted(officials, 'должностное лицо', 'должностных лица', 'должностных лиц');
  return {
    json: imported,
    text: [
      `Загружено: ${people}.`,
      ...paragraph(
        parties.length === 0 ? 'Сторон не названо.' : `Стороны: ${parties.join('; ')}.`,
        doors.terminal.columns,
      ),
    ],
    next: 'status, затем launch КОД',
  };
}

async function listOfficials(doors: Doors): Promise<Answer> {
  const officials = await withClient(doors, (client) => client.officials.list());
  if (officials.length === 0) {
    return { json: { officials }, text: ['Справочник пуст.'], next: 'officials import ФАЙЛ.csv' };
  }
  return { json: { officials }, text: officialsTable(officials, doors.terminal.columns) };
}

function officialsTable(officials: readonly Official[], width: number): string[] {
  return table(
    [
      { title: 'Кто', wraps: true },
      { title: 'Должность', wraps: true },
      { title: 'Почта', wraps: true, whole: true },
      { title: 'Идентификатор' },
    ],
    officials.map((official) => [
      shortName(official) + corrections(official, ['surname', 'name', 'patronymic']),
      `${official.post}${official.external ? ' (внешний)' : ''}${corrections(official, ['post'])}`,
      official.email ?? '–',
      official.id,
    ]),
    width,
  );
}

/** « (исправлено: род. «Лева», дат. «Леву»)»; empty when the rules are left to themselves. */
function corrections({ forms }: Official, parts: readonly (keyof CorrectedForms)[]): string {
  const named = parts.flatMap((part) =>
    Object.entries(CASES).flatMap(([grammaticalCase, word]) => {
      const form = forms?.[part]?.[grammaticalCase as keyof typeof CASES];
      return form === undefined ? [] : [`${word} «${form}»`];
    }),
  );
  return named.length === 0 ? '' : ` (исправлено: ${named.join(', ')})`;
}

const CASES = {
  genitive: 'род.',
  dative: 'дат.',
  accusative: 'вин.',
  instrumental: 'твор.',
  prepositional: 'предл.',
} as const;
