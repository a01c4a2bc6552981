/**
 * One way for every act of a person: its words are kept, the Update is sent under the act's id, a refusal leaves nothing
 * behind. The id makes a repeated command harmless: the second one hears the first one's answer.
 */
import { WorkflowNotFoundError } from '@temporalio/client';
import { VekhaError } from '#domain/errors';
import { deleteNote, journal, saveNote, type JsonValue } from '#store';
import type { ActBase } from './api.js';
import type { ClientDeps } from './deps.js';
import { answered } from './refusals.js';

export interface Act<Answer> {
  readonly workflowId: string;
  readonly update: string;
  readonly code: string;
  readonly no: string;
  readonly documentId: string | null;
  readonly text: string;
  readonly data: JsonValue;
  /** A file that comes with the act. */
  readonly attachment?: Uint8Array;
  /** Beside `by` and `noteId`: ids and small values only, they stay in the history. */
  readonly args: Readonly<Record<string, unknown>>;
  /** Whether the item or document has come to its end, as it is known now. */
  isOver(): Promise<boolean>;
  /** What is said when the process has ended. */
  readonly ended: VekhaError;
  /** How things stand after the process's end: the answer to an act that was done before it. */
  afterEnd(): Promise<Answer>;
}

export async function perform<Answer>(deps: ClientDeps, base: ActBase, act: Act<Answer>): Promise<Answer> {
  const { store } = deps;
  const id = base.actId ?? deps.newId();
  const at = await deps.now();
  const { code, no, documentId, text, data, attachment } = act;
  const fresh = await store.transaction((tx) =>
    saveNote(tx, {
      id,
      at,
      by: base.by,
      roadmapCode: code,
      itemNo: no,
      documentId,
      text,
      data,
      ...(attachment === undefined ? {} : { attachment }),
    }),
  );
  try {
    return await send<Answer>(deps, id, { ...act, args: { ...act.args, by: base.by } });
  } catch (error) {
    if (error === act.ended && !fresh && (await wasDone(deps, act, id))) return act.afterEnd();
    // An answer that was lost on its way may still have been carried out: then its words must stay.
    const unknown = error instanceof VekhaError && error.code === 'engine.unavailable';
    if (fresh && !unknown) await store.transaction((tx) => deleteNote(tx, id));
    throw error;
  }
}

/** Sends an Update under the act's id; whoever sends it again under that id hears the first answer. */
export async function send<Answer>(
  { temporal }: ClientDeps,
  id: string,
  act: Pick<Act<Answer>, 'no' | 'workflowId' | 'update' | 'args' | 'isOver' | 'ended'>,
): Promise<Answer> {
  const handle = temporal.workflow.getHandle(act.workflowId);
  const args: [object] = [{ ...act.args, noteId: id }];
  const update = () =>
    temporal.withDeadline(Date.now() + ANSWER_WITHIN_MS, () =>
      handle.executeUpdate<Answer, [object]>(act.update, { args, updateId: id }),
    );
  return answered(whenRunning(update, act), act.ended);
}

/** The last act of a process ends it: its repetition finds nobody to ask but the journal. */
async function wasDone({ store }: ClientDeps, { code, no }: Act<unknown>, id: string): Promise<boolean> {
  const rows = await journal(store.db, { roadmapCode: code, itemNo: no });
  return rows.some(({ key }) => key.endsWith(`|${id}`));
}

/**
 * An Update may come when nobody is there to take it: before the launch has started the process, or while a process with
 * a long history goes on as a new run. It is sent again under its id; whoever takes it knows what was carried out.
 * @throws VekhaError 'roadmap.not_ready' when the process is still not there after some seconds
 */
async function whenRunning<Answer>(
  update: () => Promise<Answer>,
  act: Pick<Act<Answer>, 'no' | 'isOver'>,
): Promise<Answer> {
  for (let pauseMs = 20; ; pauseMs *= 2) {
    try {
      return await update();
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError) || (await act.isOver())) throw error;
      if (pauseMs > LONGEST_PAUSE_MS) {
        throw new VekhaError('roadmap.not_ready', `Пункт ${act.no} ещё запускается: повторите через минуту.`);
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

const LONGEST_PAUSE_MS = 3000;
/** A worker that starts again takes up an act within this time; longer nobody waits for an answer. */
const ANSWER_WITHIN_MS = 60_000;

/** @throws VekhaError 'act.invalid' when words that the act needs are missing */
export function requireWords(words: string | undefined, what: string): string {
  const trimmed = words?.trim() ?? '';
  if (trimmed === '') throw new VekhaError('act.invalid', `Не указано: ${what}. Допишите и повторите.`);
  if (trimmed.length > 10_000) throw new VekhaError('act.invalid', `Слишком длинно: ${what}, не больше 10 000 знаков.`);
  return trimmed;
}
