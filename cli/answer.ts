/**
 * How a command answers: JSON whole or text for people, on standard output; a refusal is one sentence.
 * Nothing else in the room prints an answer, except the streams of `deadline -` and `decline -`.
 */
import { VekhaError } from '#domain/errors';
import type { Doors } from './doors.js';
import { DONE, exitCodeOf, type ExitCode } from './exit-codes.js';

export interface Answer {
  /** What `--json` prints, whatever the exit code. */
  readonly json: unknown;
  /** The same for people, line by line, fitted to the terminal. */
  readonly text: readonly string[];
  /** Command that usually comes after, without `vekha`. */
  readonly next?: string;
  readonly exit?: ExitCode;
}

/** @param answer the exit code alone when the command has answered line by line itself */
export function tell({ terminal }: Doors, answer: Answer | ExitCode, asJson: boolean): ExitCode {
  if (typeof answer === 'number') return answer;
  const { json, text, next, exit } = answer;
  if (asJson) {
    terminal.print(JSON.stringify(json, null, 2));
    return exit ?? DONE;
  }
  if (text.length > 0) terminal.print(text.join('\n'));
  if (next !== undefined) terminal.say(`Дальше: ${next}`);
  return exit ?? DONE;
}

/** Prints why the command did not do what was asked. A stack is never shown: its mark finds the same failure again. */
export function tellFault(doors: Pick<Doors, 'terminal' | 'unexpected'>, error: unknown, asJson: boolean): ExitCode {
  const fault = error instanceof VekhaError ? { code: error.code, message: error.message } : unforeseen(doors, error);
  if (asJson) doors.terminal.print(JSON.stringify({ error: fault }, null, 2));
  else doors.terminal.say(fault.message);
  return exitCodeOf(error);
}

function unforeseen(
  doors: Pick<Doors, 'unexpected'>,
  error: unknown,
): { readonly code: string; readonly message: string } {
  const mark = markOf(error);
  doors.unexpected?.(error, mark);
  return {
    code: 'unexpected',
    message: `Команда не выполнена из-за непредвиденной ошибки (метка ${mark}): повторите её, а если не поможет, сообщите метку администратору.`,
  };
}

/** Eight hexadecimal digits (FNV-1a): equal failures bear equal marks. */
function markOf(error: unknown): string {
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(words)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
