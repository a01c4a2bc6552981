/** `decline`: a name or a post in the six cases, as documents print them. Needs no installation. */
import { Option, type Command } from 'commander';
import { declinePost, genderOfPerson, genderOfPost, type GrammaticalCase } from '#domain/declension';
import type { Gender } from '#domain/official';
import { declineWritten, readName } from '#domain/written-name';
import { choiceOption, wrong } from '../arguments.js';
import type { Answer } from '../answer.js';
import { command, type Session } from '../command.js';
import type { Doors } from '../doors.js';
import { DONE, LOOK } from '../exit-codes.js';
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
    codes: { 3: 'род имени не ясен, формы укажет человек (с «-» код 0: у таких строк gender – null)' },
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
        await many(session.doors, options);
        return 'told';
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

/** Each line is answered as it comes; an empty one is an empty answer, so that lines match. */
async function many(doors: Doors, options: DeclineOptions): Promise<void> {
  let number = 0;
  for await (const line of doors.inputLines()) {
    number += 1;
    const [text = '', given = options.gender] = line.replace(/\r$/u, '').split('\t');
    const gender = GENDERS.find((each) => each === given.trim());
    if (gender === undefined) throw wrong(`Строка ${number}: род «${given}» не подходит, нужно m, f или -.`);
    doors.terminal.print(JSON.stringify(decline(text, { ...options, gender })));
  }
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
