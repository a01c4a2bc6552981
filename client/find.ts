/** Business ids as people type them: `ЦОС-2024/5`, `ЦОС-2024/1/order-appointment`; what is not there is said plainly. */
import { isDocumentKind } from '#domain/document-kind';
import { VekhaError } from '#domain/errors';
import {
  documentById,
  itemCard,
  roadmap,
  type DocumentCard,
  type ItemCard,
  type ReadDb,
  type RoadmapCard,
} from '#store';
import type { DocumentKey, ItemKey } from '#workflows/messages/ids';

/** @throws VekhaError 'item.unknown' */
export function itemKeyOf(id: string): ItemKey {
  const [code, no, ...rest] = id.split('/');
  if (code === undefined || no === undefined || code === '' || no === '' || rest.length > 0) {
    throw new VekhaError(
      'item.unknown',
      `«${id}» – не пункт: укажите код дорожной карты и номер, например ЦОС-2024/5.`,
    );
  }
  return { code, no };
}

/** @throws VekhaError 'document.unknown' */
export function documentKeyOf(id: string): DocumentKey {
  const [code, no, kind, ...rest] = id.split('/');
  if (code === undefined || no === undefined || kind === undefined || rest.length > 0 || !isDocumentKind(kind)) {
    throw new VekhaError(
      'document.unknown',
      `«${id}» – не документ: укажите карту, пункт и вид, например ЦОС-2024/1/order-appointment; виды показывает команда show.`,
    );
  }
  return { code, no, kind };
}

export async function requireRoadmap(db: ReadDb, code: string): Promise<RoadmapCard> {
  const found = await roadmap(db, code);
  if (found === null) {
    throw new VekhaError('roadmap.unknown', `Дорожной карты ${code} нет: список показывает команда status.`);
  }
  return found;
}

export async function requireItem(db: ReadDb, key: ItemKey): Promise<ItemCard> {
  const { code, no } = key;
  await requireRoadmap(db, code);
  const found = await itemCard(db, key);
  if (found === null) {
    throw new VekhaError(
      'item.unknown',
      `В дорожной карте ${code} нет пункта ${no}: список показывает команда status ${code}.`,
    );
  }
  return found;
}

export async function requireDocument(db: ReadDb, id: string): Promise<DocumentCard> {
  const { code, no } = documentKeyOf(id);
  await requireItem(db, { code, no });
  const found = await documentById(db, id);
  if (found === null) {
    throw new VekhaError(
      'document.unknown',
      `Документа ${id} нет: что есть у пункта, показывает команда show ${code}/${no}.`,
    );
  }
  return found;
}
