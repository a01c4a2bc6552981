/** Help in Russian: commander lays it out, every word of its own is replaced here. */
import type { Argument, Command, HelpConfiguration, Option } from 'commander';
import type { ExitCode } from './exit-codes.js';

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Использование:',
  'Arguments:': 'Аргументы:',
  'Options:': 'Ключи:',
  'Global Options:': 'Общие ключи:',
  'Commands:': 'Команды:',
};

export const russianHelp: HelpConfiguration = {
  styleTitle: (title: string) => TITLES[title] ?? title,
  commandUsage: usageOf,
  subcommandTerm: (sub: Command) => [sub.name(), ...argumentsOf(sub)].join(' '),
  // commander would add "(default: …)" and "(choices: …)"
  optionDescription: (option: Option) => option.description,
  argumentDescription: (argument: Argument) => argument.description,
};

const COMMON_CODES: Readonly<Record<ExitCode, string>> = {
  0: 'сделано',
  1: 'не удалось: «Веха» не запущена или произошла ошибка',
  2: 'неверный вызов: команда, ключ, дата или файл',
  3: 'отказано, или нужно решение человека',
};

/** Lines that follow the options of every command. */
export function withExitCodes(command: Command, codes: Readonly<Partial<Record<ExitCode, string>>>): Command {
  const all = { ...COMMON_CODES, ...codes };
  const lines = Object.entries(all).map(([code, meaning]) => `  ${code}  ${meaning}`);
  return command.addHelpText('after', `\nКоды выхода:\n${lines.join('\n')}`);
}

export function withExamples(command: Command, examples: readonly string[]): Command {
  const title = examples.length > 1 ? 'Примеры:' : 'Пример:';
  return command.addHelpText('after', `\n${title}\n${examples.map((line) => `  ${line}`).join('\n')}`);
}

/** `vekha approve <документ> --by <кто> --version <номер> [ключи]` */
function usageOf(command: Command): string {
  const required = command.options.filter((option) => option.mandatory).map((option) => option.flags);
  const rest = command.commands.length > 0 ? ['<команда>'] : [];
  return [pathOf(command), ...argumentsOf(command), ...required, ...rest, '[ключи]'].join(' ');
}

export function pathOf(command: Command): string {
  return command.parent === null ? command.name() : `${pathOf(command.parent)} ${command.name()}`;
}

function argumentsOf(command: Command): readonly string[] {
  return command.registeredArguments.map((argument) => {
    const name = `${argument.name()}${argument.variadic ? '…' : ''}`;
    return argument.required ? `<${name}>` : `[${name}]`;
  });
}
