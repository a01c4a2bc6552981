/**
 * A body's own templates laid over ours: a file of the same name replaces one of ours, another name adds a kind.
 * Nothing here can stop the program: a file with a fault is left out, what it would have replaced stays in use, and every
 * fault is handed back. Pure; files are read next door.
 */
import { cureOf, guess } from '#domain/nearest';
import { VekhaError } from '#domain/errors';
import type { FieldCatalogue, FieldEntry } from './field-catalogue.js';
import { type KindCard, NO_CARD, readKindCard } from './kind-card.js';
import { basename, dirname, join } from 'node:path';
import { type LayoutSource, readBodyLayout } from './layout/read-layout.js';
import { type Letterhead, readLetterhead } from './letterhead/letterhead.js';
import { Lines } from './skeleton.js';
import { builtInKinds, catalogueOfKind } from './kind-catalogue.js';
import { inOrder, inspectTemplates, refuseFaults, type SourceFile, type TemplateSources } from './load-templates.js';
import { mentions } from './template-fields.js';
import type { Fault, TemplateSet } from './template-tree.js';

export interface OwnSources extends TemplateSources {
  /** `.json` files: what is said of the template of the same name. */
  readonly cards: readonly SourceFile[];
  /** `.docx` files by the paths that messages call them by. */
  readonly letterheads: ReadonlyMap<string, Uint8Array>;
  /** What the body says of the layout of everything. */
  readonly layout: LayoutSource | null;
}

export interface LaidOver {
  readonly set: TemplateSet;
  /** What the set was made of: the base of a next layer. */
  readonly sources: TemplateSources;
  /** Of the kinds that have a card. */
  readonly cards: ReadonlyMap<string, KindCard>;
  readonly faults: readonly Fault[];
  /** Files of the body's own that are in use. */
  readonly used: readonly string[];
}

/** @throws VekhaError 'template.invalid' when the base itself is faulty */
export function layOver(base: TemplateSources, own: OwnSources): LaidOver {
  const faults: Fault[] = [];
  const report = (fault: Fault): void => void faults.push(fault);
  const cards = readCards(own, base, report);
  const letterheads = readLetterheads(own, cards, report);
  let pending: readonly Fault[] = [...faults];
  let mine = own;
  for (;;) {
    const sources = { documents: over(base.documents, mine.documents), partials: over(base.partials, mine.partials) };
    const { set: bare, faults: found } = inspectTemplates(sources);
    const carded = new Set(mine.cards.map(({ id }) => id));
    const set = { ...bare, letterheads: new Map([...letterheads].filter(([id]) => carded.has(id))) };
    const fresh = found.length > 0 ? found : fieldFaults(set, mine, cards);
    if (fresh.length + pending.length === 0) {
      // Last: it may name kinds that are the body's own.
      const layout = own.layout && readBodyLayout(own.layout, [...set.templates.keys()], report);
      return {
        set: layout === null ? set : { ...set, layout },
        sources,
        cards: new Map([...cards].filter(([id]) => carded.has(id))),
        faults: inOrder(faults),
        used: [...mine.documents, ...mine.partials, ...mine.cards].map(({ file }) => file),
      };
    }
    faults.push(...fresh);
    const leaving = filesAtFault([...fresh, ...pending], mine);
    // No file of theirs is left to blame.
    if (leaving.size === 0) refuseFaults(fresh);
    mine = withoutFiles(mine, leaving);
    pending = [];
  }
}

/** The fields that a kind is given, as far as somebody has described them. */
export function fieldsOf(kind: string, cards: ReadonlyMap<string, KindCard>): FieldCatalogue {
  const described = catalogueOfKind(kind) ?? sharedFields();
  return new Map([...described, ...(cards.get(kind)?.fields ?? [])]);
}

/** What several kinds of ours call alike means the same in a body's own; «строки» of one report means nothing elsewhere. */
function sharedFields(): FieldCatalogue {
  const found = new Map<string, FieldEntry[]>();
  for (const [path, entry] of builtInKinds().flatMap((kind) => [...(catalogueOfKind(kind) ?? [])])) {
    found.set(path, [...(found.get(path) ?? []), entry]);
  }
  const shared = new Map<string, FieldEntry>();
  for (const [path, [first, ...others]] of found) {
    if (first !== undefined && others.length > 0 && others.every(({ label }) => label === first.label)) {
      shared.set(path, first);
    }
  }
  return shared;
}

function readCards(
  { documents, cards }: OwnSources,
  base: TemplateSources,
  report: (fault: Fault) => void,
): Map<string, KindCard> {
  const read = new Map<string, KindCard>();
  const known = new Set([...documents, ...base.documents].map(({ id }) => id));
  for (const { id, file, text } of cards) {
    const faults: Fault[] = [];
    const faulty = (fault: Fault): void => void faults.push(fault);
    const at = { template: id, file, line: 1, column: 1 };
    if (!known.has(id)) {
      report({ at, message: `шаблона «${id}» нет`, cure: `положите рядом ${id}.hbs или уберите этот файл` });
      continue;
    }
    const card = readKindCard(id, file, text, faulty);
    if (faults.length === 0 && catalogueOfKind(id) === null && (card.routed || card.numbered))
      requireNoun(card, (message, cure) => faulty({ at, message, cure }));
    if (faults.length === 0) read.set(id, card);
    faults.forEach(report);
  }
  const described = new Set(cards.map(({ id }) => id));
  for (const { id, file } of documents) {
    const meant = catalogueOfKind(id) !== null || described.has(id) ? undefined : guess(id, builtInKinds(), SLIPS);
    if (meant === undefined) continue;
    const at = { template: id, file, line: 1, column: 1 };
    report({
      at,
      message: `вида «${id}» нет`,
      cure: `${meant}; если это новый вид, положите рядом ${id}.json: ${SMALLEST_CARD}`,
    });
  }
  return read;
}

/** A letterhead with a fault takes its card and template with it: a document never goes out on a sheet nobody meant. */
function readLetterheads(
  own: OwnSources,
  cards: ReadonlyMap<string, KindCard>,
  report: (fault: Fault) => void,
): Map<string, Letterhead> {
  const read = new Map<string, Letterhead>();
  for (const { id, file, text } of own.cards) {
    const name = cards.get(id)?.letterhead ?? null;
    if (name === null) continue;
    const path = join(dirname(file), name);
    const at = new Lines(text).placeOf({ template: id, file, line: 1, column: 1 }, text.indexOf('"letterhead"'));
    const bytes = own.letterheads.get(path);
    if (bytes === undefined) {
      report({ at, message: `файла «${name}» рядом нет`, cure: 'положите бланк в ту же папку' });
      continue;
    }
    const faults: Fault[] = [];
    const letterhead = readLetterhead(path, bytes, (fault) => void faults.push(fault));
    if (faults.length > 0) report({ at, message: `бланк «${name}» не принят`, cure: 'ошибки бланка названы отдельно' });
    else if (letterhead !== null) read.set(id, letterhead);
    faults.forEach(report);
  }
  return read;
}

/** A new kind is often named after one of ours; a misspelt name differs by less. */
const SLIPS = 2;

const SMALLEST_CARD = '{"noun": "приказ", "gender": "m"}';

function requireNoun({ noun, gender }: KindCard, fault: (message: string, cure: string) => void): void {
  if (noun === null) fault('не сказано, как вид называется', `добавьте "noun", например ${SMALLEST_CARD}`);
  if (gender === null) fault('не сказан род существительного', 'добавьте "gender": "m", "f" или "n"');
}

/**
 * In a template of one of our kinds: fields that nothing would ever fill. In one of a body's own: described fields that the
 * template does not have.
 */
function fieldFaults(set: TemplateSet, mine: OwnSources, cards: ReadonlyMap<string, KindCard>): readonly Fault[] {
  const papers = [...(set.letterheads?.values() ?? [])].flatMap((paper) => [paper.file, `${paper.file}, колонтитул`]);
  const own = new Set([...[...mine.documents, ...mine.partials].map(({ file }) => file), ...papers]);
  if (own.size + mine.cards.length === 0) return []; // most bodies have none: nothing to ask of twenty kinds
  const faults: Fault[] = [];
  for (const kind of set.templates.keys()) {
    const described = cards.get(kind)?.fields ?? NO_CARD.fields;
    const catalogue = catalogueOfKind(kind);
    const used = mentions(set, kind);
    const known = [...(catalogue?.keys() ?? []), ...described.keys()];
    for (const { path, at } of catalogue === null ? [] : used) {
      if (!own.has(at.file) || known.some((each) => each === path || each.startsWith(`${path}.`))) continue;
      const cure = guess(path, known) ?? `поля вида показывает templates fields ${kind}`;
      faults.push({ at, message: `поля «${path}» у вида «${kind}» нет`, cure });
    }
    const card = mine.cards.find(({ id }) => id === kind);
    for (const path of card === undefined ? [] : described.keys()) {
      if (used.some((mention) => mention.path === path)) continue;
      const start = { template: kind, file: card?.file ?? '', line: 1, column: 1 };
      const text = card?.text ?? '';
      const at = new Lines(text).placeOf(start, Math.max(0, text.indexOf(JSON.stringify(path))));
      const cure = guess(
        path,
        used.map((mention) => mention.path),
      );
      faults.push({
        at,
        message: `поле «${path}» описано, но в шаблоне его нет`,
        ...(cure === undefined ? {} : { cure }),
      });
    }
  }
  return faults;
}

/** A fault that shows in a file of ours was brought about by some part of theirs: then none of the parts is used. */
function filesAtFault(faults: readonly Fault[], own: OwnSources): ReadonlySet<string> {
  const theirs = new Set([...own.documents, ...own.partials, ...own.cards].map(({ file }) => file));
  const papers = faults.flatMap(({ at }) => (/\.docx(?:, колонтитул)?$/iu.test(at.file) ? cardsOn(at.file, own) : []));
  const blamed = [...papers, ...faults.map(({ at }) => at.file).filter((file) => theirs.has(file))];
  const all = own.partials.length > 0 ? own.partials : own.documents;
  return new Set(faults.length > 0 && blamed.length === 0 ? all.map(({ file }) => file) : blamed);
}

/** Cards that name this letterhead. */
function cardsOn(place: string, { cards }: OwnSources): string[] {
  const path = place.replace(/, колонтитул$/u, '');
  const named = JSON.stringify(basename(path));
  return cards
    .filter(({ file, text }) => dirname(file) === dirname(path) && text.includes(named))
    .map(({ file }) => file);
}

/** A card and its template stand and fall together. */
function withoutFiles({ documents, partials, cards, ...beside }: OwnSources, files: ReadonlySet<string>): OwnSources {
  const fallen = new Set([...documents, ...cards].filter(({ file }) => files.has(file)).map(({ id }) => id));
  return {
    documents: documents.filter(({ id }) => !fallen.has(id)),
    partials: partials.filter(({ file }) => !files.has(file)),
    cards: cards.filter(({ id }) => !fallen.has(id)),
    ...beside,
  };
}

function over(base: readonly SourceFile[], own: readonly SourceFile[]): readonly SourceFile[] {
  const replaced = new Set(own.map(({ id }) => id));
  return [...base.filter(({ id }) => !replaced.has(id)), ...own];
}

/** @throws VekhaError 'template.unknown' that names the nearest kind there is */
export function assertKind(set: TemplateSet, kind: string): void {
  if (set.templates.has(kind)) return;
  const known = [...set.templates.keys()];
  const hint = cureOf(kind, known);
  throw new VekhaError('template.unknown', `Вида «${kind}» нет: ${hint}.`, { kind });
}
