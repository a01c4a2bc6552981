/** `doctor`: what is found, what is missing, how to get it. */
import type { Command } from 'commander';
import type { Answer } from '../answer.js';
import { command, type Session } from '../command.js';
import type { DoctorReport } from '../doors.js';
import { DONE, LOOK } from '../exit-codes.js';
import { paragraph, table } from '../table.js';

const STATES: Readonly<Record<DoctorReport['checks'][number]['state'], string>> = {
  ok: 'есть',
  later: 'придёт само',
  optional: 'не обязательно',
  faulty: 'с ошибками',
  missing: 'нет',
  broken: 'неисправно',
};

export function doctorCommand(session: Session): Command {
  return command(session, {
    name: 'doctor',
    about: 'показать, что найдено для работы, что запущено и чего не хватает; ничего не меняет и не загружает',
    examples: ['vekha doctor'],
    codes: { 3: 'не хватает того, без чего «Веха» не запустится' },
  }).action(
    session.answering(async () => {
      const report = await session.doors.doctor();
      return answerOf(report, session.doors.terminal.columns);
    }),
  );
}

function answerOf(report: DoctorReport, width: number): Answer {
  const advice = report.checks.filter((check) => check.advice !== null);
  return {
    json: report,
    text: [
      ...table(
        [{ title: 'Что', wraps: true }, { title: 'Состояние' }, { title: 'Найдено', wraps: true }],
        report.checks.map(({ name, state, found }) => [name, STATES[state], found]),
        width,
      ),
      ...(advice.length === 0 ? [] : ['', 'Что сделать:']),
      ...advice.flatMap((check) => paragraph(`${check.name}: ${check.advice ?? ''}`, width, '  ')),
      '',
      report.ok ? wholeWords(report) : 'Не хватает нужного: «Веха» не запустится.',
    ],
    exit: report.ok ? DONE : LOOK,
    ...(report.ok && !report.running ? { next: 'start' } : {}),
  };
}

function wholeWords({ checks }: DoctorReport): string {
  return checks.some(({ state }) => state === 'later')
    ? 'Остальное найдено: «Веха» запустится, как только придёт недостающее.'
    : 'Всё нужное найдено.';
}
