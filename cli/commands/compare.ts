/** `compare`: what changed in words between two versions of a document. */
import type { Command } from 'commander';
import type { VersionComparison } from '#client';
import { counted } from '#domain/plural';
import type { Answer } from '../answer.js';
import { MAX_VERSION, numberOption } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import { paragraph } from '../table.js';

interface CompareOptions {
  readonly from?: number;
  readonly to?: number;
}

type Change = VersionComparison['changes'][number];

export function compareCommand(session: Session): Command {
  return command(session, {
    name: 'compare',
    about: 'показать, что изменилось в словах документа от версии к версии',
    examples: [
      'vekha compare ЦОС-2024/1/order-appointment',
      'vekha compare ЦОС-2024/1/order-appointment --from 1 --to 3',
    ],
    codes: { 3: 'такого документа или версии нет, или версия одна' },
  })
    .argument('<документ>', 'документ, как его показывает show')
    .option('--from <номер>', 'с какой версии; без ключа – с предыдущей', numberOption('--from', 1, MAX_VERSION))
    .option('--to <номер>', 'по какую; без ключа – последняя', numberOption('--to', 1, MAX_VERSION))
    .action(
      session.answering((id: string, versions: CompareOptions) =>
        withClient(session.doors, async (client) =>
          answer(await client.documents.compare(id, versions), session.doors.terminal.columns),
        ),
      ),
    );
}

function answer(comparison: VersionComparison, width: number): Answer {
  const { id, from, to, changes } = comparison;
  const many = counted(
    changes.length,
    'абзац или строка таблицы',
    'абзаца или строки таблиц',
    'абзацев или строк таблиц',
  );
  return {
    json: comparison,
    text: [
      ...paragraph(
        `${id}: версии ${from} и ${to}. ${changes.length === 0 ? 'Слова те же.' : `Изменилось: ${many}.`}`,
        width,
      ),
      ...changes.flatMap((change) => ['', ...changeText(change, width)]),
    ],
  };
}

/** A paragraph that is only in one version has its mark at the margin; in a changed one words gone and words new are marked. */
function changeText({ line, was, now, words }: Change, width: number): string[] {
  if (was === null) return paragraph(`+ ${tabbed(now ?? '')}`, width, '', '  ');
  if (now === null) return paragraph(`− ${tabbed(was)}`, width, '', '  ');
  const marked = words
    .map(({ text, change }) => (change === 'same' ? text : change === 'removed' ? `[−${text}−]` : `[+${text}+]`))
    .join('');
  return paragraph(`${line}: ${tabbed(marked)}`, width, '', '  ');
}

function tabbed(text: string): string {
  return text.replaceAll('\t', ' | ');
}
