/** What a mail says of a request for a later deadline, read from how things stand now. */
import { VekhaError } from '#domain/errors';
import type { ExtensionRequestedMatter } from '#mail';
import type { ItemCard, ReadDb } from '#store';
import type { ActivityDeps } from './deps.js';
import type { Standings } from './standing.js';

/** As it stands now: a mail about a request that is settled is not sent. */
export async function extensionAsked(
  { repository }: ActivityDeps,
  tx: ReadDb,
  { extension, workingDueOn: from, moves }: ItemCard,
  all: Standings,
): Promise<Pick<ExtensionRequestedMatter, 'by' | 'from' | 'to' | 'reason' | 'moved' | 'opinion'>> {
  if (extension === null) throw new VekhaError('act.invalid', 'Перенос срока уже не запрошен: письмо не составлено.');
  const words = async (noteId: string) => (await repository.noteById(tx, noteId))?.text ?? '';
  const { by, workingDue, noteId, opinion } = extension;
  return {
    by: await all.person(by),
    from,
    to: workingDue,
    reason: await words(noteId),
    moved: moves.flatMap((move) => (move.from === null ? [] : [{ from: move.from, to: move.to }])),
    opinion:
      opinion === null
        ? null
        : { by: await all.person(opinion.by), supports: opinion.supports, words: await words(opinion.noteId) },
  };
}
