/** What is said when a command line cannot be carried out: one Russian sentence, with the nearest thing that exists. */
import { CommanderError, type Command } from 'commander';
import { VekhaError } from '#domain/errors';
import { pathOf } from './help.js';
import { nearest } from '#domain/nearest';

/** A complaint of commander together with the command it is about. */
class NamedComplaint extends CommanderError {
  constructor(
    readonly complaint: CommanderError,
    readonly command: Command,
    readonly example: string,
  ) {
    super(complaint.exitCode, complaint.code, complaint.message);
  }
}

export function named(complaint: CommanderError, command: Command, example: string): CommanderError {
  return new NamedComplaint(complaint, command, example);
}

/** @returns a VekhaError 'usage.invalid' */
export function wrongUse(error: CommanderError): VekhaError {
  const sentence =
    error instanceof NamedComplaint ? sentenceOf(error) : 'Команда не понята: список команд показывает vekha --help.';
  return new VekhaError('usage.invalid', sentence);
}

export function unknownCommand(word: string, group: Command): VekhaError {
  const known = group.commands.map((each) => each.name());
  const near = nearest(word, known);
  const hint = near === null ? `список показывает ${pathOf(group)} --help` : `возможно, имелась в виду «${near}»`;
  return new VekhaError('usage.invalid', `Команды «${word}» нет: ${hint}.`);
}

function sentenceOf({ complaint, command, example }: NamedComplaint): string {
  const path = pathOf(command);
  const quoted = /'(.*)'/su.exec(complaint.message)?.[1] ?? '';
  switch (complaint.code) {
    case 'commander.unknownCommand':
      return unknownCommand(quoted, command).message;
    case 'commander.unknownOption':
      return unknownOption(quoted, command);
    case 'commander.missingArgument':
      return `Не указано: <${quoted}>, образец: ${example}.`;
    case 'commander.missingMandatoryOptionValue':
      return `Не указано: ${missingOptions(command).join(', ')}; образец: ${example}.`;
    case 'commander.optionMissingArgument':
      return `После ключа нужно значение: ${quoted}.`;
    case 'commander.excessArguments':
      return `Лишнее в команде ${path}: «${extra(command)}»; значение с пробелами возьмите в кавычки, образец: ${example}.`;
    case 'commander.help':
      return `Не указана команда: образец ${example}.`;
    default:
      return `Команда ${path} не понята: справку показывает ${path} --help.`;
  }
}

function unknownOption(flag: string, command: Command): string {
  const word = flag.split('=')[0] ?? flag;
  const known = [...command.options.flatMap(({ long }) => long ?? []), '--help'];
  const near = nearest(word, known);
  const path = pathOf(command);
  return near === null
    ? `Ключа «${word}» у ${path} нет: ключи показывает ${path} --help.`
    : `Ключа «${word}» у ${path} нет: возможно, имелся в виду «${near}».`;
}

/** commander names the first one only; a person should not have to come back for each. */
function missingOptions(command: Command): readonly string[] {
  return command.options
    .filter((option) => option.mandatory && command.getOptionValue(option.attributeName()) === undefined)
    .map((option) => option.flags);
}

function extra(command: Command): string {
  return command.args.slice(command.registeredArguments.length).join(' ');
}
