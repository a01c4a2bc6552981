/** What an item tells its documents and its roadmap. Runs in the sandbox. */
import { isClosed } from '#domain/document-life';
import type { DocumentKind } from '#domain/document-kind';
import type { ItemLife } from '#domain/item-life';
import { documentPeopleOf } from '#domain/permissions';
import { CANCEL_SIGNAL, PEOPLE_CHANGED_SIGNAL, type PeopleChanged } from '#workflows/messages/document';
import { documentWorkflowId, roadmapWorkflowId } from '#workflows/messages/ids';
import { ITEM_CLOSED_SIGNAL, type ItemClosed } from '#workflows/messages/roadmap';
import { signalNeighbour } from './neighbours.js';

export async function tellDocuments(code: string, no: string, life: ItemLife): Promise<void> {
  const people: PeopleChanged = documentPeopleOf(life.people);
  await Promise.all(openDocuments(code, no, life).map((id) => signalNeighbour(id, PEOPLE_CHANGED_SIGNAL, [people])));
}

/**
 * What is unfinished when the item is over is cancelled: nobody is asked about it any more.
 * @param kinds only these; none: all
 */
export async function cancelDocuments(
  code: string,
  no: string,
  life: ItemLife,
  kinds?: readonly DocumentKind[],
): Promise<void> {
  const documents = life.documents.filter(({ kind }) => kinds?.includes(kind) ?? true);
  await Promise.all(openDocuments(code, no, { documents }).map((id) => signalNeighbour(id, CANCEL_SIGNAL, [])));
}

export async function tellRoadmap(code: string, closed: ItemClosed): Promise<void> {
  await signalNeighbour(roadmapWorkflowId(code), ITEM_CLOSED_SIGNAL, [closed]);
}

function openDocuments(code: string, no: string, life: Pick<ItemLife, 'documents'>): readonly string[] {
  return life.documents.filter((known) => !isClosed(known)).map(({ kind }) => documentWorkflowId({ code, no, kind }));
}
