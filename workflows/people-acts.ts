/**
 * What every process does with an act of a person: the validator refuses without a trace, the handler takes its turn and
 * asks again, an act already done is answered with the present standing. Runs in the deterministic sandbox.
 */
import { defineUpdate, setHandler } from '@temporalio/workflow';
import type { Instant } from '#domain/body-time';
import type { Refusal } from '#domain/refusal';
import { refuse } from './refuse.js';
import type { Turn } from './turns.js';

/** Of more acts than this nobody repeats the oldest. */
const HANDLED_KEPT = 100;

export interface PeopleActs<Change> {
  /** Ids of the acts done, the latest hundred: they travel through continue-as-new. */
  handled(): readonly string[];
  onAct<Act extends { readonly noteId: string }>(
    name: string,
    whyNot: (act: Act) => Refusal | null,
    carryOut: (act: Act, at: Instant) => Promise<Change>,
  ): void;
}

export function peopleActs<Change>(process: {
  readonly handled: readonly string[];
  readonly takeTurn: Turn;
  now(): Instant;
  commit(change: Change, at: Instant): Promise<void>;
  /** The answer to an act: how things stand after it. */
  standing(): unknown;
}): PeopleActs<Change> {
  let { handled } = process;
  return {
    handled: () => handled,
    onAct<Act extends { readonly noteId: string }>(
      name: string,
      whyNot: (act: Act) => Refusal | null,
      carryOut: (act: Act, at: Instant) => Promise<Change>,
    ) {
      const whyNotNow = (act: Act) => (handled.includes(act.noteId) ? null : whyNot(act));
      setHandler(
        defineUpdate<unknown, [Act]>(name),
        (act) =>
          process.takeTurn(async () => {
            if (handled.includes(act.noteId)) return process.standing();
            refuse(whyNot(act));
            const at = process.now();
            const change = await carryOut(act, at);
            await process.commit(change, at);
            handled = [...handled, act.noteId].slice(-HANDLED_KEPT);
            return process.standing();
          }),
        { validator: (act: Act) => refuse(whyNotNow(act)) },
      );
    },
  };
}
