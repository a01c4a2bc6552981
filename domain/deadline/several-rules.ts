/** Several last days in one cell: «до 1 июня и до 1 декабря 2024 года», «1, 10 и 20 марта», «15.03.2024; 15.06.2024». Pure. */
import { day, lastDay, led, loose, upTo, type Loose } from './day-rules.js';
import { label, stage } from './label-rules.js';
import type { Bound, Meaning } from './meaning.js';
import { either, many, map, mapIf, mark, once, optional, sequence, words, type Parser } from './parser.js';
import { endOfPeriod, ordinal, period } from './period-rules.js';
import { likeBound } from './range-rules.js';

interface Element {
  readonly value: Bound | Loose;
  /** «до», «не позднее» before it, as `upTo` reads them; null: none. */
  readonly lead: unknown;
}

/** How an element is tied to the one before: by «,» or «и», by «;», by nothing. */
type Tie = 'close' | 'loose' | 'none';

interface Link extends Element {
  readonly tie: Tie;
}

/** «1)», «I этап –», «проект:» before one of several dates */
const elementLabel = either<unknown>(sequence(ordinal, mark(')')), stage, label);

const ledElement: Parser<Element> = map(
  sequence(optional(elementLabel), upTo, either<Bound>(day, endOfPeriod)),
  ([, lead, value]): Element => ({ value, lead }),
);

const element: Parser<Element> = once(
  either<Element>(
    ledElement,
    map(sequence(optional(elementLabel), either<Bound>(lastDay, period('alone'))), ([, value]): Element => ({
      value,
      lead: null,
    })),
    map(sequence(optional(upTo), loose), ([lead, value]): Element => ({ value, lead })),
  ),
);

const tie: Parser<Tie> = either<Tie>(
  map(sequence(mark(';'), optional(words('и', 'а также'))), (): Tie => 'loose'),
  map(sequence(mark(','), optional(words('и', 'а также'))), (): Tie => 'close'),
  map(words('и', 'а также'), (): Tie => 'close'),
);

const link: Parser<Link> = either<Link>(
  map(sequence(tie, element), ([how, found]): Link => ({ ...found, tie: how })),
  map(ledElement, (found): Link => ({ ...found, tie: 'none' })),
);

/** Two or more; whole periods count by their last days. */
export const several: Parser<readonly Bound[]> = once(
  mapIf(sequence(element, many(link, 1)), ([first, rest]) => settled([{ ...first, tie: 'none' }, ...rest])),
);

export const severalMeaning: Parser<Meaning> = map(several, (days) => ({ type: 'several', days }));

/** Loose numbers take what they lack from the next element; null when the row does not hold together. */
function settled(row: readonly Link[]): readonly Bound[] | null {
  const done: Bound[] = [];
  for (const [index, here] of [...row.entries()].reverse()) {
    const after = row[index + 1];
    // «1 марта до 15 апреля» has lost its «с»: without a comma both must be last days.
    if (after?.tie === 'none' && (here.lead === null || here.value.type === 'loose' || after.lead === null))
      return null;
    const [model] = done;
    const bound = here.value.type === 'loose' ? beside(here.value, after?.tie, model) : here.value;
    // Days and periods, or a year and a quarter, in one row are two readings of one cell.
    if (bound === null || (model !== undefined && bound.type !== model.type)) return null;
    done.unshift(bound);
  }
  let lead: unknown = null;
  return done.map((bound, index) => led((lead = row[index]?.lead ?? lead), bound));
}

/** «1, 10 и 20 марта»: close to the next, before it, and the month in words. */
function beside(number: Loose, how: Tie | undefined, model: Bound | undefined): Bound | null {
  if (how !== 'close' || model === undefined) return null;
  if (model.type === 'day') return model.inDigits === true || number.n >= model.day ? null : likeBound(number, model);
  return model.index !== 'current' && number.n < model.index ? likeBound(number, model) : null;
}
