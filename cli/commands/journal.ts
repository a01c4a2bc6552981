/** `journal`: whether the record of everything done is whole. */
import type { Command } from 'commander';
import type { JournalCheck } from '#client';
import { counted } from '#domain/plural';
import type { Answer } from '../answer.js';
import { command, withClient, type Session } from '../command.js';
import { DONE, LOOK } from '../exit-codes.js';
import { paragraph, values } from '../table.js';

export function journalCommand(session: Session): Command {
  return command(session, {
    name: 'journal',
    about: 'журнал: запись всего сделанного, в которой нельзя ничего изменить незаметно',
    examples: ['vekha journal verify'],
  }).addCommand(verifyCommand(session));
}

function verifyCommand(session: Session): Command {
  return command(session, {
    name: 'verify',
    about: 'проверить весь журнал: не изменена ли, не удалена ли и не вставлена ли запись',
    examples: ['vekha journal verify', 'vekha journal verify --json'],
    codes: { 0: 'журнал цел', 3: 'журнал нарушен: названа первая неверная запись' },
  }).action(
    session.answering(async () => {
      const { doors } = session;
      const check = await withClient(doors, (client) => client.journal.verify());
      return answerOf(check, doors.terminal.columns);
    }),
  );
}

/** The last print is worth writing down elsewhere: it covers every row before it. */
function answerOf(check: JournalCheck, width: number): Answer {
  if (check.ok) {
    const rows = counted(check.rows, 'запись', 'записи', 'записей');
    return {
      json: check,
      text: [`Журнал цел: ${rows}.`, ...values([['Отпечаток последней', check.lastHash]], width)],
      exit: DONE,
    };
  }
  const words = `Журнал нарушен, начиная с записи ${check.firstBroken}. ${check.reason}`;
  const advice = 'Сохраните копию базы как есть и сообщите администратору: правка журнала скроет след.';
  return { json: check, text: [...paragraph(words, width), ...paragraph(advice, width)], exit: LOOK };
}
