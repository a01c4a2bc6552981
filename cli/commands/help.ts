/** `help`: the help of the program or of one command, for those who do not know `--help`. */
import type { Command } from 'commander';
import { command, type Session } from '../command.js';
import { unknownCommand } from '../wrong-use.js';

export function helpCommand(session: Session, program: Command): Command {
  return command(session, {
    name: 'help',
    about: 'показать справку о программе или о команде',
    examples: ['vekha help import', 'vekha help officials list'],
  })
    .argument('[команда...]', 'о какой команде')
    .action((words: readonly string[]) => {
      find(program, words).outputHelp();
    });
}

function find(group: Command, [word, ...rest]: readonly string[]): Command {
  if (word === undefined) return group;
  const found = group.commands.find((each) => each.name() === word);
  if (found === undefined) throw unknownCommand(word, group);
  return find(found, rest);
}
