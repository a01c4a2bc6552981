/** What every command has in common: Russian help with an example and the exit codes, `--json`, one way to answer. */
import { Command } from 'commander';
import type { VekhaClient } from '#client';
import type { Answer } from './answer.js';
import type { Doors } from './doors.js';
import type { ExitCode } from './exit-codes.js';
import { russianHelp, withExamples, withExitCodes } from './help.js';
import { named } from './wrong-use.js';

/** One run of the program. */
export interface Session {
  readonly doors: Doors;
  readonly asJson: boolean;
  /** Makes an action of commander out of work that ends in an answer. */
  readonly answering: <Args extends unknown[]>(
    work: (...args: Args) => Promise<Answer | ExitCode>,
  ) => (...args: Args) => Promise<void>;
}

export interface CommandText {
  readonly name: string;
  /** Russian, begins with a verb, no full stop. */
  readonly about: string;
  /** Whole command lines; the first one is shown to whoever left something out. */
  readonly examples: readonly string[];
  /** Where the meaning is narrower than the common one. */
  readonly codes?: Readonly<Partial<Record<ExitCode, string>>>;
}

/** A command that does something, or gathers others that do. */
export function command(session: Session, text: CommandText): Command {
  return withExitCodes(base(session, text), text.codes ?? {});
}

/** The installation is let go of whatever happens. */
export async function withClient<T>(doors: Doors, work: (client: VekhaClient) => Promise<T>): Promise<T> {
  const connected = await doors.connect();
  try {
    return await work(connected.client);
  } finally {
    await connected.close();
  }
}

function base({ doors: { terminal }, asJson }: Session, { name, about, examples }: CommandText): Command {
  const made = new Command(name)
    .description(about)
    .helpOption('-h, --help', 'показать справку')
    .helpCommand(false)
    .option('--json', 'ответ для программ, в JSON')
    .configureHelp(russianHelp)
    .configureOutput({
      writeOut: (text) => terminal.print(text.trimEnd()),
      writeErr: (text) => (asJson ? undefined : terminal.say(text.trimEnd())),
      outputError: () => undefined, // said once, in Russian, by `tellFault`
      getOutHelpWidth: () => terminal.columns,
      getErrHelpWidth: () => terminal.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .showSuggestionAfterError(false);
  return withExamples(
    made.exitOverride((error) => {
      throw named(error, made, examples[0] ?? '');
    }),
    examples,
  );
}
