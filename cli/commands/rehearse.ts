/** `rehearse`: the whole life of a roadmap before launch; what happened month by month and where everything lies. */
import type { Command } from 'commander';
import { dotted } from '#domain/local-date';
import { tenths } from '#domain/number-words';
import { counted } from '#domain/plural';
import type { Answer } from '../answer.js';
import { choiceOption, wordsOption } from '../arguments.js';
import { command, type Session } from '../command.js';
import type { RehearseReport, ScenarioName } from '../doors.js';
import { choiceIn, ORDER_FORMATS, withOrderChoice, type ChoiceOptions } from '../order-choice.js';
import { paragraph, values } from '../table.js';
import { capitalFirst } from '#domain/typography';

interface RehearseOptions extends ChoiceOptions {
  readonly out: string;
  readonly scenario: ScenarioName;
  readonly officials?: string | null;
}

const SCENARIOS: Readonly<Record<ScenarioName, string>> = {
  'on-time': 'все всё делают в срок',
  silent: 'никто не отвечает',
  mixed: 'одни в срок, другие опаздывают',
};

const SCENARIO_NAMES: readonly ScenarioName[] = ['on-time', 'silent', 'mixed'];

export function rehearseCommand(session: Session): Command {
  const meanings = SCENARIO_NAMES.map((name) => `${name} – ${SCENARIOS[name]}`).join('; ');
  const made = command(session, {
    name: 'rehearse',
    about: 'прожить дорожную карту до запуска: письма, проекты документов и отчёт за весь срок',
    examples: [
      'vekha rehearse распоряжение.docx --out репетиция',
      'vekha rehearse распоряжение.docx --out репетиция --scenario silent --officials справочник.csv',
    ],
    codes: { 1: 'не удалось: нет нужной программы или произошла ошибка', 3: 'файл или справочник не принят' },
  })
    .argument('<файл>', `распоряжение: ${ORDER_FORMATS}`)
    .requiredOption(
      '--out <папка>',
      'куда положить письма, документы и отчёт: новая, пустая или от прежней репетиции',
      wordsOption('--out'),
    )
    .option(
      '--scenario <имя>',
      `как ведут себя люди: ${meanings}; обычно on-time`,
      choiceOption('--scenario', SCENARIO_NAMES),
      'on-time',
    )
    .option('--officials <файл>', 'справочник .csv; без него люди названы по их ролям', wordsOption('--officials'));
  return withOrderChoice(made).action(
    session.answering(async (file: string, { out, scenario, officials = null, ...choice }: RehearseOptions) => {
      const report = await session.doors.rehearse({ file, out, scenario, officials, ...choiceIn(choice) });
      return answerOf(report, session.doors.terminal.columns);
    }),
  );
}

function answerOf(report: RehearseReport, width: number): Answer {
  const { code, scenario, from, to, months, out } = report;
  return {
    json: report,
    text: [
      ...paragraph(`Репетиция ${code}: ${SCENARIOS[scenario]}, ${dotted(from)} – ${dotted(to)}`, width),
      ...months.flatMap(({ month, lines }) => [
        '',
        capitalFirst(month),
        ...(lines.length === 0 ? ['  тихо'] : lines.flatMap((line) => paragraph(line, width, '  ', '  '))),
      ]),
      '',
      ...paragraph(totals(report), width),
      '',
      ...values(
        [
          ['Письма', out.mail],
          ['Документы', out.documents],
          ['Ход событий', out.timeline],
          ['Отчёт', out.report],
        ],
        width,
      ),
    ],
  };
}

function totals({ items, offControl, overdue, mails, documents, drafts, seconds }: RehearseReport): string {
  return [
    `Итого: ${counted(items, 'пункт', 'пункта', 'пунктов')}`,
    `снято с контроля ${offControl}`,
    `с просрочкой ${overdue}`,
    counted(mails, 'письмо', 'письма', 'писем'),
    `${counted(documents, 'документ', 'документа', 'документов')} (${counted(drafts, 'проект', 'проекта', 'проектов')} на согласование)`,
    `за ${tenths(seconds)} с.`,
  ].join(', ');
}
