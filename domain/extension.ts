/** An item whose deadline somebody asks to move. Runs inside the workflow sandbox; granted, it is a deadline that was moved. */
import { changed, type ExtensionRequest, type ItemLife } from './item-life.js';

export function withExtensionAsked(life: ItemLife, request: Omit<ExtensionRequest, 'opinion'>): ItemLife {
  return changed(life, { extension: { ...request, opinion: null } });
}

export function withOpinion(life: ItemLife, opinion: NonNullable<ExtensionRequest['opinion']>): ItemLife {
  return life.extension === null ? life : changed(life, { extension: { ...life.extension, opinion } });
}

/** Refused or recalled: the deadline stands as it stood. */
export function withExtensionClosed(life: ItemLife): ItemLife {
  return changed(life, { extension: null });
}
