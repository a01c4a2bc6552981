/** All commands under one name. Each run builds them anew, so that nothing is left over from the last. */
import { CommanderError, type Command } from 'commander';
import { tell, tellFault } from './answer.js';
import { amendCommand } from './commands/amend.js';
import { acceptCommand, reassignCommand, reportCommand } from './commands/act-on-item.js';
import { approveCommand, registerCommand, returnCommand } from './commands/decide.js';
import { compareCommand } from './commands/compare.js';
import { deadlineCommand } from './commands/deadline.js';
import { declineCommand } from './commands/decline.js';
import { doctorCommand } from './commands/doctor.js';
import { extendCommand } from './commands/extend.js';
import { fillCommand } from './commands/fill.js';
import { helpCommand } from './commands/help.js';
import { importCommand } from './commands/import.js';
import { journalCommand } from './commands/journal.js';
import { launchCommand } from './commands/launch.js';
import { mailCommand } from './commands/mail.js';
import { officialsCommand } from './commands/officials.js';
import { renderCommand } from './commands/render.js';
import { rehearseCommand } from './commands/rehearse.js';
import { reportsCommand } from './commands/reports.js';
import { rowsCommand } from './commands/rows.js';
import { correctCommand } from './commands/correct.js';
import { moveDeadlineCommand, nameDeadlineCommand } from './commands/set-deadline.js';
import { showCommand } from './commands/show.js';
import { startCommand } from './commands/start.js';
import { statusCommand } from './commands/status.js';
import { templatesCommand } from './commands/templates.js';
import { uploadCommand } from './commands/upload.js';
import { command, type Session } from './command.js';
import type { Doors, Terminal } from './doors.js';
import { DONE, WRONG_USE, type ExitCode } from './exit-codes.js';
import { wrongUse } from './wrong-use.js';

export interface Program {
  /**
   * Carries out one command line.
   * @param argv what follows the program's name
   * @returns the exit code: 0 done, 1 failed, 2 wrong use, 3 refused or a person must look; never throws
   */
  run(argv: readonly string[]): Promise<ExitCode>;
}

/**
 * For a fault met before there are doors, such as a wrong setting: told as every other one.
 * @returns the exit code
 */
export function tellEarlyFault(terminal: Terminal, argv: readonly string[], error: unknown): ExitCode {
  return tellFault({ terminal }, error, asksForJson(argv));
}

export function createProgram(doors: Doors): Program {
  return {
    async run(argv) {
      const asJson = asksForJson(argv);
      let exit: ExitCode = DONE;
      const session: Session = {
        doors,
        asJson,
        answering:
          (work) =>
          async (...args) => {
            exit = tell(doors, await work(...args), asJson);
          },
      };
      try {
        await allCommands(session).parseAsync([...argv], { from: 'user' });
        return exit;
      } catch (error) {
        if (!(error instanceof CommanderError)) return tellFault(doors, error, asJson);
        if (error.exitCode === 0) return DONE; // help or version, printed already
        tellFault(doors, wrongUse(error), asJson);
        return WRONG_USE;
      }
    },
  };
}

function allCommands(session: Session): Command {
  const program = command(session, {
    name: 'vekha',
    about:
      '«Веха» исполняет распоряжения: читает дорожную карту, напоминает о сроках, готовит документы и ведёт контроль.',
    examples: ['vekha import распоряжение.docx --check', 'vekha rehearse распоряжение.docx --out репетиция'],
  })
    .version(session.doors.version, '--version', 'показать версию')
    .enablePositionalOptions(); // `--version` of a command is the version of a document
  const commands = [
    importCommand,
    officialsCommand,
    rehearseCommand,
    launchCommand,
    statusCommand,
    showCommand,
    compareCommand,
    fillCommand,
    rowsCommand,
    uploadCommand,
    approveCommand,
    returnCommand,
    registerCommand,
    reportCommand,
    acceptCommand,
    moveDeadlineCommand,
    nameDeadlineCommand,
    extendCommand,
    correctCommand,
    amendCommand,
    reassignCommand,
    mailCommand,
    deadlineCommand,
    declineCommand,
    reportsCommand,
    journalCommand,
    templatesCommand,
    renderCommand,
    doctorCommand,
    startCommand,
  ];
  for (const make of commands) program.addCommand(make(session));
  return program.addCommand(helpCommand(session, program));
}

/** Known before anything is parsed: a wrong command line is answered in JSON too. */
function asksForJson(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).includes('--json');
}
