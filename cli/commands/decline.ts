/** `decline`: a name or a post in the six cases, as documents print them. Needs no installation. */
import { Option, type Command } from 'commander';
import { declinePost, genderOfPerson, genderOfPost, type GrammaticalCase } from '#domain/declension';
import type { Gender } from '#domain/official';
import { oddityOf } from '#domain/russian-words';
import { declineWritten, readName } from '#domain/written-name';
import { choiceOption, wrong } from '../arguments.js';
import type { Answer } from '../answer.js';
import { command, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { DONE, LOOK, type ExitCode } from '../exit-codes.js';
import { values } from '../table.js';

const WHAT = ['name', 'post'] as const;
const GENDERS = ['m', 'f', '-'] as const;

const CASES: Readonly<Record<GrammaticalCase, string>> = {
  nominative: 'Кто',
  genitive: 'Кого (нет)',
  dative: 'Кому',
  accusative: 'Кого (вижу)',
  instrumental: 'Кем',
  prepositional: 'О ком',
};

interface DeclineOptions {
  readonly as: (typeof WHAT)[number];
  readonly gender: (typeof GENDERS)[number];
}

type Declined = { readonly text: string; readonly gender: Gender | null } & Readonly<Record<GrammaticalCase, string>>;

export function declineCommand(session: Session): Command {
  return command(session, {
    name: 'decline',
    about: 'просклонять имя или должность так, как они встанут в документ',
    examples: [
      'vekha decline "Глевицкая Е.И." --as name',
      'vekha decline "начальник отдела кадров" --as post',
      'vekha decline - --as name < имена.txt',
    ],
    codes: { 3: 'род имени не ясен, формы укажет человек; с «-» – строка не годится (неясный род там gender: null)' },
  })
    .argument(
      '<текст>',
      'имя или должность; «-» – по строкам со входа: текст, табуляция, m, f или -; ответ по объекту JSON в строке',
    )
    .addOption(asOption())
    .option('--gender <род>', 'm, f или - (определить по имени)', choiceOption('--gender', GENDERS), '-')
    .action(
      session.answering(async (text: string, options: DeclineOptions) => {
        if (text !== '-') return one(session.doors, text, options);
        return many(session.doors, options);
      }),
    );
}

function asOption(): Option {
  return new Option('--as <что>', 'name – имя человека, post – должность')
    .argParser(choiceOption('--as', WHAT))
    .makeOptionMandatory();
}

function one({ terminal }: Doors, text: string, options: DeclineOptions): Answer {
  if (text.trim() === '') throw wrong('Не указано, что склонять: впишите имя или должность в кавычках.');
  const odd = oddityOf(text);
  if (odd !== null) throw wrong(`Склонять нечего: ${odd}.`);
  const declined = decline(text, options);
  const cases = Object.entries(CASES) as readonly [GrammaticalCase, string][];
  return {
    json: declined,
    text: [
      ...values(
        cases.map(([grammaticalCase, label]) => [label, declined[grammaticalCase]]),
        terminal.columns,
      ),
      ...(declined.gender === null ? ['', 'Род не ясен: укажите --gender m или --gender f.'] : []),
    ],
    exit: declined.gender === null ? LOOK : DONE,
  };
}

/** Each line is answered as it comes and by one line, also an empty and a faulty one, so that lines match. */
async function many({ inputLines, terminal }: Doors, options: DeclineOptions): Promise<ExitCode> {
  let number = 0;
  let exit: ExitCode = DONE;
  for await (const line of inputLines()) {
    number += 1;
    const [text = '', given = options.gender, ...more] = line.replace(/^\uFEFF|\r$/gu, '').split('\t');
    const gender = GENDERS.find((each) => each === given.trim());
    const fault = faultOf(text, given, gender, more);
    if (fault === null && gender !== undefined) {
      terminal.print(JSON.stringify(decline(text, { ...options, gender })));
      continue;
    }
    const sentence = `Строка ${number}: ${fault ?? ''}.`;
    terminal.print(JSON.stringify({ line: number, error: sentence }));
    terminal.say(sentence);
    exit = LOOK;
  }
  return exit;
}

function faultOf(text: string, given: string, gender: string | undefined, more: readonly string[]): string | null {
  if (more.length > 0) return 'больше одной табуляции, нужно: текст, табуляция, m, f или -';
  if (gender === undefined) return `род «${given.slice(0, 20)}» не подходит, нужно m, f или -`;
  return oddityOf(text);
}

function decline(text: string, { as, gender }: DeclineOptions): Declined {
  const known = gender === '-' ? null : gender;
  if (as === 'post') {
    return {
      text,
      gender: known ?? genderOfPost(text),
      ...inCases((grammaticalCase) => declinePost(text, grammaticalCase)),
    };
  }
  const written = readName(text, known);
  return {
    text,
    gender: genderOfPerson(written.person),
    ...inCases((grammaticalCase) => declineWritten(written, grammaticalCase)),
  };
}

function inCases(form: (grammaticalCase: GrammaticalCase) => string): Readonly<Record<GrammaticalCase, string>> {
  return {
    nominative: form('nominative'),
    genitive: form('genitive'),
    dative: form('dative'),
    accusative: form('accusative'),
    instrumental: form('instrumental'),
    prepositional: form('prepositional'),
  };
}
