/** The shape of commands by which a person acts: who acts, under which mark, and how the answer is told. */
import type { Command } from 'commander';
import type { ActAnswer, ActBase, VekhaClient } from '#client';
import type { Answer } from './answer.js';
import { wordsOption } from './arguments.js';

export interface ActOptions {
  readonly by: string;
  readonly actId?: string;
}

export const BY = '--by <кто>';
export const BY_MEANING = 'кто действует: «Фамилия И.О.», адрес почты или идентификатор';

export function withActor(command: Command): Command {
  return withActId(command.requiredOption(BY, BY_MEANING, wordsOption('--by')));
}

export function withActId(command: Command): Command {
  return command.option(
    '--act-id <метка>',
    'метка действия: повтор с той же меткой ничего не меняет и даёт прежний ответ',
    wordsOption('--act-id'),
  );
}

/** @throws VekhaError 'official.unknown', 'official.ambiguous' */
export async function actBase(client: VekhaClient, { by, actId }: ActOptions): Promise<ActBase> {
  const { id } = await client.officials.find(by);
  return actId === undefined ? { by: id } : { by: id, actId };
}

/** @param more lines that tell what the act came to, when the state does not */
export function acted(
  what: 'Пункт' | 'Документ',
  answer: ActAnswer,
  next: string | undefined,
  more: readonly string[] = [],
): Answer {
  return {
    json: answer,
    text: [`${what} ${answer.id}: ${answer.statusLabel}.`, ...more],
    ...(next === undefined ? {} : { next }),
  };
}
