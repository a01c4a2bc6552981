/**
 * One way for every act of a person: its words are kept, the Update is sent under the act's id, a refusal leaves nothing
 * behind. The id makes a repeated command harmless: the second one hears the first one's answer.
 */
import { VekhaError } from '#domain/errors';
import { deleteNote, saveNote, type JsonValue } from '#store';
import type { ActBase } from './api.js';
import type { ClientDeps } from './deps.js';
import { answered } from './refusals.js';

export interface Act {
  readonly workflowId: string;
  readonly update: string;
  readonly code: string;
  readonly no: string;
  readonly documentId: string | null;
  readonly text: string;
  readonly data: JsonValue;
  /** Beside `by` and `noteId`: ids and small values only, they stay in the history. */
  readonly args: Readonly<Record<string, unknown>>;
  /** What is said when the process has ended. */
  readonly ended: VekhaError;
}

export async function perform<Answer>(deps: ClientDeps, base: ActBase, act: Act): Promise<Answer> {
  const { store, temporal } = deps;
  const id = base.actId ?? deps.newId();
  const at = await deps.now();
  const { code, no, documentId, text, data } = act;
  const fresh = await store.transaction((tx) =>
    saveNote(tx, { id, at, by: base.by, roadmapCode: code, itemNo: no, documentId, text, data }),
  );
  try {
    const handle = temporal.workflow.getHandle(act.workflowId);
    const update = handle.executeUpdate<Answer, [object]>(act.update, {
      args: [{ ...act.args, by: base.by, noteId: id }],
      updateId: id,
    });
    return await answered(update, act.ended);
  } catch (error) {
    // An answer that was lost on its way may still have been carried out: then its words must stay.
    const unknown = error instanceof VekhaError && error.code === 'engine.unavailable';
    if (fresh && !unknown) await store.transaction((tx) => deleteNote(tx, id));
    throw error;
  }
}

/** @throws VekhaError 'act.invalid' when words that the act needs are missing */
export function requireWords(words: string | undefined, what: string): string {
  const trimmed = words?.trim() ?? '';
  if (trimmed === '') throw new VekhaError('act.invalid', `Не указано: ${what}. Допишите и повторите.`);
  if (trimmed.length > 10_000) throw new VekhaError('act.invalid', `Слишком длинно: ${what}, не больше 10 000 знаков.`);
  return trimmed;
}
