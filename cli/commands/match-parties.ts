/** `officials match`: who acts for the parties of a roadmap; a person answers, the program only proposes. */
import type { Command } from 'commander';
import type { PartyCard } from '#client';
import { VekhaError } from '#domain/errors';
import { BY, BY_MEANING } from '../acts.js';
import type { Answer } from '../answer.js';
import { wordsOption } from '../arguments.js';
import { command, withClient, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { DONE, LOOK } from '../exit-codes.js';
import { paragraph, table } from '../table.js';

interface MatchOptions {
  readonly party?: string;
  readonly official?: string;
  readonly by?: string;
  readonly here?: true;
}

export function matchCommand(session: Session): Command {
  return command(session, {
    name: 'match',
    about: 'показать стороны карты и кто за них отвечает; назвать того, кто отвечает за сторону',
    examples: [
      'vekha officials match ЦОС-2024',
      'vekha officials match ЦОС-2024 --party "Отдел кадров" --official "Соколова М.А." --by "Глевицкая Е.И."',
    ],
    codes: { 3: 'за сторону никто не назван, или ответ не принят' },
  })
    .argument('<код>', 'код дорожной карты')
    .option('--party <сторона>', 'за какую сторону ответ, под любым её именем', wordsOption('--party'))
    .option(
      '--official <кто>',
      'кто отвечает: «Фамилия И.О.», адрес почты или идентификатор',
      wordsOption('--official'),
    )
    .option(BY, BY_MEANING, wordsOption('--by'))
    .option('--here', 'только в этой карте: в других распоряжениях под этим именем другие люди')
    .action(session.answering((code: string, options: MatchOptions) => match(session.doors, code, options)));
}

function match(doors: Doors, code: string, { party, official, by, here }: MatchOptions): Promise<Answer> {
  if (party !== undefined && official !== undefined && by !== undefined) {
    return accept(doors, code, { party, official, by, here: here === true });
  }
  if (party !== undefined || official !== undefined || by !== undefined || here === true) {
    throw new VekhaError('usage.invalid', 'Чтобы ответить за сторону, нужны три ключа: --party, --official и --by.');
  }
  return show(doors, code);
}

async function show(doors: Doors, code: string): Promise<Answer> {
  const parties = await withClient(doors, (client) => client.officials.parties(code));
  const open = parties.filter((party) => party.open.length > 0);
  const width = doors.terminal.columns;
  return {
    json: { code, parties },
    text: [...partiesTable(parties, width), ...open.flatMap((party) => ['', ...question(party, width)])],
    next:
      open[0] === undefined
        ? `launch ${code}`
        : `officials match ${code} --party "${open[0].name}" --official КТО --by КТО`,
    exit: open.length === 0 ? DONE : LOOK,
  };
}

function accept(
  doors: Doors,
  code: string,
  { party, official, by, here }: { party: string; official: string; by: string; here: boolean },
): Promise<Answer> {
  return withClient(doors, async (client) => {
    const [who, actor] = [await client.officials.find(official), await client.officials.find(by)];
    const matched = await client.officials.match(code, { by: actor.id, party, official: who.id, here });
    const { name, acting } = matched.party;
    const scope = matched.here ? 'только в этой карте' : 'и в следующих картах тоже';
    const text = `За «${name}» отвечает ${acting.map((person) => person.name).join(', ')} (${scope}).`;
    const left = matched.left.length === 0 ? [] : [`Без ответа: ${matched.left.join('; ')}.`];
    return {
      json: matched,
      text: [text, ...left].flatMap((line) => paragraph(line, doors.terminal.columns)),
      next: matched.left.length === 0 ? `launch ${code}` : `officials match ${code}`,
    };
  });
}

function partiesTable(parties: readonly PartyCard[], width: number): string[] {
  return table(
    [
      { title: 'Сторона', wraps: true },
      { title: 'Пункты', wraps: true },
      { title: 'Кто отвечает', wraps: true },
    ],
    parties.map(({ name, items, acting, open }) => [
      name,
      items.join(', '),
      `${acting.map((person) => person.name).join(', ')}${open.length === 0 ? '' : ' (вопрос)'}`.trim(),
    ]),
    width,
  );
}

function question({ name, open, proposals }: PartyCard, width: number): string[] {
  const asked = `Кто отвечает за «${name}» (пункты ${open.join(', ')})?`;
  const proposed = proposals.map(
    ({ official, score }) =>
      `возможно, ${official.name}, ${official.post} (${Math.round(score * 100)} %), ${official.id}`,
  );
  return [
    ...paragraph(asked, width),
    ...(proposed.length === 0 ? ['похожих в справочнике нет'] : proposed).flatMap((line) =>
      paragraph(line, width, '  ', '  '),
    ),
  ];
}
