/** Whose edition a file is: the text in force of our order, or an act that amends it; and which act made the changes. Pure. */
import { actCited, actsNamedIn, isSameAct, type NamedAct } from '#domain/edition/amending-act';
import { VekhaError } from '#domain/errors';
import type { OrderHead, OrderReading, SourceBlock } from '#domain/order';

export interface OpenedEdition {
  readonly act: NamedAct;
  /** The file is the order itself as it is in force now; else it is the act that amends it. */
  readonly inForce: boolean;
}

/**
 * @param order head of the order as it was imported
 * @param named act that a person names, where the file does not
 * @throws VekhaError 'edition.other_order', 'edition.unnamed', 'usage.invalid'
 */
export function openEdition(reading: OrderReading, order: OrderHead, named: string | undefined): OpenedEdition {
  const own = identity(reading.order);
  const texts = textsOf(reading.blocks ?? []);
  if (!isSameAct(own, identity(order))) {
    if (!texts.some((text) => actsNamedIn(text).some((act) => isSameAct(act, identity(order))))) {
      throw new VekhaError(
        'edition.other_order',
        `Файл – ${actCited(own)}, а дорожная карта исполняет ${actCited(identity(order))}; этот акт в файле не назван: проверьте файл и код дорожной карты.`,
      );
    }
    return { act: own, inForce: false };
  }
  const told = named === undefined ? lastOf(amendingActs(texts, own)) : actNamed(named);
  if (told === null) {
    throw new VekhaError(
      'edition.unnamed',
      'В файле не сказано, каким актом распоряжение изменено: назовите его ключом --act "распоряжение от ДД.ММ.ГГГГ № НОМЕР".',
    );
  }
  return { act: told, inForce: true };
}

function identity({ kind, number, date }: OrderHead): NamedAct {
  return { kind: kind.value, number: number.value, date: date.value };
}

const SAYS_AMENDED = /в\s+ред(?:\.|акции)|с\s+изменени(?:ем|ями)|измен[её]н/iu;

/** A body amends its act by one of the same kind; others that the text cites are somebody else's. */
function amendingActs(texts: readonly string[], own: NamedAct): readonly NamedAct[] {
  return texts
    .filter((text) => SAYS_AMENDED.test(text))
    .flatMap(actsNamedIn)
    .filter((act) => !isSameAct(act, own) && act.kind === own.kind && act.date >= own.date);
}

function lastOf(acts: readonly NamedAct[]): NamedAct | null {
  return acts.toSorted((a, b) => a.date.localeCompare(b.date)).at(-1) ?? null;
}

function actNamed(words: string): NamedAct {
  const [act, ...more] = actsNamedIn(words);
  if (act !== undefined && more.length === 0) return act;
  throw new VekhaError(
    'usage.invalid',
    `Акт «${words}» не понят: напишите --act "распоряжение от 22.08.2024 № 2214-р".`,
  );
}

function textsOf(blocks: readonly SourceBlock[]): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat()));
}
