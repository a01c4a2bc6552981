/** What is usually done next with an item or a document, as a command to type; what a person must supply stands in capitals. Pure. */
import type { DocumentCard, ItemCard } from '#client';
import { isOver, type DocumentState, type ItemStatus } from '#domain/item';

type Step = string | undefined;

/** A draft that waits comes before the report that needs it. Undefined when nothing waits for a person. */
export function nextForItem({ id, status, documents }: Pick<ItemCard, 'id' | 'status' | 'documents'>): Step {
  if (isOver(status)) return undefined;
  if (status === 'reported' || status === 'waitingDate') return nextByItemStatus(id, status);
  const waiting = documents.find((document) => nextForDocument(document) !== undefined);
  return waiting === undefined ? nextByItemStatus(id, status) : nextForDocument(waiting);
}

export function nextForDocument({ id, state, version }: Pick<DocumentCard, 'id' | 'state' | 'version'>): Step {
  return nextByDocumentState(id, state, version);
}

export function nextByItemStatus(id: string, status: ItemStatus): Step {
  switch (status) {
    case 'planned':
    case 'active':
      return `report ${id} --by КТО --text ТЕКСТ, когда пункт исполнен`;
    case 'returned':
      return `report ${id} --by КТО --text ТЕКСТ, когда замечания учтены`;
    case 'waitingDate':
      return `name-deadline ${id} --by КТО --date ДАТА --basis ОСНОВАНИЕ`;
    case 'reported':
      return `accept ${id} --by КТО или return ${id} --by КТО --remarks ТЕКСТ`;
    case 'offControl':
    case 'withdrawn':
      return undefined;
  }
}

/** @param version the one that a person would decide on; null when it is not known here */
export function nextByDocumentState(id: string, state: DocumentState, version: number | null): Step {
  const seen = `--version ${version ?? 'НОМЕР'}`;
  switch (state) {
    case 'filling':
    case 'returned':
      return `fill ${id}`;
    case 'onApproval':
      return `approve ${id} --by КТО ${seen} или return ${id} --by КТО ${seen} --remarks ТЕКСТ`;
    case 'toSign':
      return `register ${id} --by КТО ${seen} --number НОМЕР --date ДАТА, когда документ подписан`;
    case 'registered':
    case 'filed':
    case 'cancelled':
      return undefined;
  }
}
