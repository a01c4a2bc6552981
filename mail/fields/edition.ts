/** Fields of what is told about an item that a new edition of the order changes or leaves out. */
import { actCited, type NamedAct } from '#domain/edition/amending-act';
import { FIELD_WORDS } from '#domain/edition/told';
import { dotted } from '#domain/local-date';
import type { OrderKind } from '#domain/order';
import type { RewordedMatter, WithdrawnMatter } from '../matter.js';
import { shortened, unstopped } from '../wording.js';

const INSTRUMENTAL: Readonly<Record<OrderKind, string>> = {
  распоряжение: 'распоряжением',
  постановление: 'постановлением',
  приказ: 'приказом',
  указ: 'указом',
  протокол: 'протоколом',
};

/** Longer wordings are read on the item's card. */
const WORDING_LIMIT = 300;

/** «распоряжением от 22.08.2024 № 2214-р» */
export function actInInstrumental(act: NamedAct): string {
  return actCited(act).replace(act.kind, INSTRUMENTAL[act.kind]);
}

export function rewordedFields({ act, changes, item }: RewordedMatter): object {
  const quoted = (words: string) => (words === '' ? 'не указано' : `«${shortened(unstopped(words), WORDING_LIMIT)}»`);
  return {
    распоряжением: actInInstrumental(act),
    изменения: changes.map(({ field, was, now }) => ({
      что: FIELD_WORDS[field],
      было: quoted(was),
      стало: quoted(now),
    })),
    отчётСнова: changes.some(({ field }) => field === 'results') && item.status !== 'reported',
  };
}

export function withdrawnFields({ act, on }: WithdrawnMatter): object {
  return { распоряжением: actInInstrumental(act), исключён: dotted(on) };
}
