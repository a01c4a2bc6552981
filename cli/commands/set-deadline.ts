/** `move-deadline`, `name-deadline`: a person changes the day, or names the one that the order left open. */
import type { Command } from 'commander';
import type { ActAnswer } from '#client';
import type { LocalDate } from '#domain/local-date';
import { acted, actBase, withActor, type ActOptions } from '../acts.js';
import { dateOption, wordsOption } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import { fullDay } from '../wording.js';

interface MoveOptions extends ActOptions {
  readonly to: LocalDate;
  readonly reason: string;
}

interface NameOptions extends ActOptions {
  readonly date: LocalDate;
  readonly basis: string;
}

export function moveDeadlineCommand(session: Session): Command {
  const made = command(session, {
    name: 'move-deadline',
    about: 'перенести срок пункта',
    examples: ['vekha move-deadline ЦОС-2024/5 --by "Голубев И.А." --to 30.09.2024 --reason "Торги не состоялись"'],
    codes: { 3: 'отказано: пункт закрыт, срок ещё не назван или не тот человек' },
  }).argument('<пункт>', 'пункт, например ЦОС-2024/5');
  return withActor(made)
    .requiredOption('--to <дата>', 'новый срок, 30.09.2024 или 2024-09-30', dateOption('--to'))
    .requiredOption('--reason <текст>', 'причина переноса', wordsOption('--reason'))
    .action(
      session.answering((id: string, { to, reason, ...who }: MoveOptions) =>
        withClient(session.doors, async (client) => {
          const base = await actBase(client, who);
          const answer = await client.items.moveDeadline(id, { ...base, to, reason });
          return acted('Пункт', answer, `show ${id}`, dueWords(answer));
        }),
      ),
    );
}

export function nameDeadlineCommand(session: Session): Command {
  const made = command(session, {
    name: 'name-deadline',
    about: 'назвать дату пункта, чей срок зависит от внешней стороны или не понятен',
    examples: [
      'vekha name-deadline ЦОС-2024/3 --by "Яшина В.Н." --date 29.03.2024 --basis "Письмо от 01.03.2024 № 12"',
    ],
    codes: { 3: 'отказано: дата уже названа, пункт закрыт или не тот человек' },
  }).argument('<пункт>', 'пункт, например ЦОС-2024/3');
  return withActor(made)
    .requiredOption('--date <дата>', 'срок, 29.03.2024 или 2024-03-29', dateOption('--date'))
    .requiredOption('--basis <текст>', 'основание: чем названа дата', wordsOption('--basis'))
    .action(
      session.answering((id: string, { date, basis, ...who }: NameOptions) =>
        withClient(session.doors, async (client) => {
          const base = await actBase(client, who);
          const answer = await client.items.nameDeadline(id, { ...base, date, basis });
          return acted('Пункт', answer, `show ${id}`, dueWords(answer));
        }),
      ),
    );
}

/** A day off moves: the person sees at once which working day it became. */
export function dueWords({ workingDue }: ActAnswer): readonly string[] {
  return workingDue == null ? [] : [`Рабочий срок: ${fullDay(workingDue)}.`];
}
