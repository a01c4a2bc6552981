/**
 * Templates against the vocabulary: what may stand inside what, which attributes there are, whether the columns of a table
 * add up. Partials are followed from where they are included, because what may stand in them depends on that place.
 */
import { guess } from '#domain/nearest';
import { fillGrid } from './table-grid.js';
import { printed, type ElementPiece, type Fault, type Piece, type Place, type Template } from './template-tree.js';
import { profile, textWidth } from './profiles.js';
import { type AttributeKind, ROOT_TAG, type Tag, VOCABULARY } from './vocabulary.js';

interface Surroundings {
  /** Tag around; null at the top of a partial that is checked by itself. */
  readonly parent: Tag | null;
  /** Millimetres; null when a partial is checked by itself. */
  readonly width: number | null;
  readonly leftMargin: number;
  /** Names of partials we are inside of, outermost first. */
  readonly inside: readonly string[];
}

export function checkTemplate(
  template: Template,
  partials: ReadonlyMap<string, Template>,
  report: (fault: Fault) => void,
): void {
  const roots = template.pieces.filter((piece) => !isBlank(piece));
  const [first, second] = roots;
  if (first?.type !== 'element' || first.tag !== ROOT_TAG) {
    const at = first?.at ?? { template: template.id, file: `${template.id}.hbs`, line: 1, column: 1 };
    report({ at, message: `шаблон должен состоять из одного <${ROOT_TAG}>` });
    return;
  }
  if (second !== undefined) report({ at: second.at, message: `после </${ROOT_TAG}> не должно быть ничего` });
  const checker = new Checker(partials, report);
  checker.element(first, { parent: null, width: null, leftMargin: 20, inside: [] });
}

/** A partial by itself: everything below its top level. Its top level is checked wherever it is included. */
export function checkPartial(
  partial: Template,
  partials: ReadonlyMap<string, Template>,
  report: (fault: Fault) => void,
): void {
  const checker = new Checker(partials, report);
  checker.pieces(partial.pieces, { parent: null, width: null, leftMargin: 20, inside: [partial.id] });
}

/** Pieces of a template with all that its partials bring; our longest has some 400. */
const MOST_PIECES = 20_000;
/** Partials within partials. */
const MOST_INSIDE = 16;
/** What Word opens. */
const MOST_COLUMNS = 63;

class Checker {
  private piecesLeft = MOST_PIECES;
  private grown = false;

  constructor(
    private readonly partials: ReadonlyMap<string, Template>,
    private readonly report: (fault: Fault) => void,
  ) {}

  pieces(pieces: readonly Piece[], around: Surroundings): void {
    for (const piece of pieces) this.piece(piece, around);
  }

  element(piece: ElementPiece, around: Surroundings): void {
    const rule = VOCABULARY[piece.tag];
    const { parent } = around;
    if (parent !== null && !VOCABULARY[parent].children.includes(piece.tag)) {
      this.fault(piece.at, `<${piece.tag}> не может стоять внутри <${parent}>`, placesOf(piece.tag));
    }
    this.attributes(piece);
    const inner = { ...around, parent: piece.tag, ...pageOf(piece, around) };
    if (piece.tag === 'table') this.table(piece, inner);
    if (rule.children.length === 0 && !rule.text && piece.children.some((child) => !isBlank(child))) {
      this.fault(piece.at, `<${piece.tag}/> пишется без содержимого`);
      return;
    }
    this.pieces(piece.children, inner);
  }

  private piece(piece: Piece, around: Surroundings): void {
    this.piecesLeft -= 1;
    switch (piece.type) {
      case 'text':
        if (!isBlank(piece)) this.words(piece.at, `текст «${excerpt(piece.text)}»`, around);
        return;
      case 'value':
        this.words(piece.at, `поле {{${printed(piece.expression)}}}`, around);
        return;
      case 'element':
        this.element(piece, around);
        return;
      case 'if':
        this.registered(piece);
        this.pieces(piece.then, around);
        this.pieces(piece.otherwise, around);
        return;
      case 'each':
      case 'with':
        this.pieces(piece.body, around);
        this.pieces(piece.otherwise ?? [], around);
        return;
      case 'partial':
        this.partial(piece.name, piece.at, around);
        return;
    }
  }

  /** Registration writes into the approved text and asks the template nothing. */
  private registered({ condition, negated, then, otherwise, at }: Extract<Piece, { type: 'if' }>): void {
    const field = printed(condition);
    if (field !== 'регистрация.номер' && field !== 'регистрация.дата') return;
    if ((negated ? otherwise : then).every(isBlank)) return;
    this.fault(
      at,
      `то, что ждёт ${field}, не появится: при регистрации в утверждённый текст встают только дата и номер`,
      `оставьте то, что уходит при регистрации: {{#unless ${field}}} … {{/unless}}`,
    );
  }

  private words(at: Place, what: string, { parent }: Surroundings): void {
    if (parent === null || VOCABULARY[parent].text) return;
    const inside = VOCABULARY[parent].children.filter((tag) => VOCABULARY[tag].text).map((tag) => `<${tag}>`);
    const cure = inside.length === 0 ? undefined : `возьмите его в тег: ${inside.join(', ')}`;
    this.fault(at, `${what} не может стоять прямо в <${parent}>`, cure);
  }

  private partial(name: string, at: Place, around: Surroundings): void {
    const partial = this.partials.get(name);
    if (partial === undefined) {
      this.fault(at, `нет части «${name}»: ожидался файл partials/${name}.hbs`, guess(name, [...this.partials.keys()]));
    } else if (around.inside.includes(name)) {
      this.fault(at, `часть включает сама себя: ${[...around.inside, name].join(' → ')}`);
    } else if (around.inside.length >= MOST_INSIDE) {
      this.fault(at, `части включают друг друга глубже ${MOST_INSIDE} уровней`);
    } else if (this.piecesLeft < 0) {
      // Partials that each include the next one twice grow without bound: said once, where it became too much.
      if (!this.grown) this.fault(at, `с частями шаблон больше ${MOST_PIECES} элементов`);
      this.grown = true;
    } else {
      this.pieces(partial.pieces, { ...around, inside: [...around.inside, name] });
    }
  }

  private attributes({ tag, attributes, at }: ElementPiece): void {
    const rule = VOCABULARY[tag];
    for (const [name, value] of attributes) {
      const kind = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
      if (kind === undefined) {
        const names = Object.keys(rule.attributes);
        this.fault(at, `у <${tag}> нет атрибута «${name}»${known(names)}`, guess(name, names));
      } else this.attribute(tag, name, kind, value, at);
    }
    const lacking = rule.required.filter((name) => !attributes.has(name));
    if (lacking.length > 0) this.fault(at, `у <${tag}> нет обязательного атрибута: ${lacking.join(', ')}`);
  }

  private attribute(tag: Tag, name: string, kind: AttributeKind, value: readonly Piece[], at: Place): void {
    if (kind.kind === 'text') return;
    if (kind.kind === 'flag' && value.length === 1 && value[0]?.type === 'value') return;
    const fixed = fixedText(value);
    if (fixed === null) this.fault(at, `«${name}» у <${tag}> пишется прямо, без {{…}}`);
    else if (!fits(kind, fixed)) this.fault(at, `«${name}="${fixed}"» у <${tag}>: ждёт ${expected(kind)}`);
  }

  private table(table: ElementPiece, { width }: Surroundings): void {
    const widths = lengths(table);
    if (widths.length === 0) return;
    const sum = widths.reduce((a, b) => a + b, 0);
    if (widths.length > MOST_COLUMNS) {
      this.fault(table.at, `столбцов ${widths.length}, а Word открывает не больше ${MOST_COLUMNS}`);
      return;
    }
    if (width !== null && Math.abs(sum - width) > 0.5) {
      const [more, by] = [sum > width, Math.abs(Math.round((sum - width) * 10) / 10)];
      const cure = `${more ? 'уменьшите' : 'увеличьте'} столбцы на ${by} мм вместе`;
      this.fault(table.at, `ширины столбцов дают ${sum} мм, а ширина текста ${width} мм`, cure);
    }
    for (const rows of fixedRows(table.children)) {
      for (const { row, message } of fillGrid(rows.map(spans), widths.length).faults) {
        this.fault(rows[row]?.at ?? table.at, message);
      }
    }
  }

  private fault(at: Place, message: string, cure?: string): void {
    this.report({ at, message, ...(cure === undefined ? {} : { cure }) });
  }
}

function placesOf(tag: Tag): string {
  const places = (Object.keys(VOCABULARY) as Tag[]).filter((parent) => VOCABULARY[parent].children.includes(tag));
  return `<${tag}> стоит в ${places.map((parent) => `<${parent}>`).join(', ')}`;
}

/** Runs of rows whose cells are all written out, so that they can be counted before there is any data. */
function fixedRows(pieces: readonly Piece[]): ElementPiece[][] {
  const runs: ElementPiece[][] = [[]];
  for (const piece of pieces) {
    if (isBlank(piece)) continue;
    if (piece.type === 'element' && piece.children.every((cell) => isBlank(cell) || cell.type === 'element')) {
      runs.at(-1)?.push(piece);
    } else {
      runs.push([]);
      for (const branch of branchesOf(piece)) runs.push(...fixedRows(branch), []);
    }
  }
  return runs.filter((run) => run.length > 0);
}

function branchesOf(piece: Piece): readonly (readonly Piece[])[] {
  if (piece.type === 'if') return [piece.then, piece.otherwise];
  if (piece.type === 'each' || piece.type === 'with') return [piece.body, piece.otherwise ?? []];
  return [];
}

function spans(row: ElementPiece): { colspan: number; rowspan: number }[] {
  return row.children
    .filter((cell) => cell.type === 'element')
    .map((cell) => ({ colspan: integer(cell, 'colspan'), rowspan: integer(cell, 'rowspan') }));
}

function integer(piece: ElementPiece, name: string): number {
  return Number(fixedText(piece.attributes.get(name) ?? []) ?? 1) || 1;
}

function lengths(table: ElementPiece): readonly number[] {
  const text = fixedText(table.attributes.get('widths') ?? []) ?? '';
  return fits({ kind: 'lengths' }, text) ? text.trim().split(/\s+/u).map(Number) : [];
}

function pageOf(piece: ElementPiece, around: Surroundings): Partial<Surroundings> {
  if (piece.tag === 'document') {
    return { leftMargin: Number(leftMarginOf(piece) ?? 20) };
  }
  if (piece.tag !== 'section' && piece.tag !== 'appendix') return {};
  const landscape = fixedText(piece.attributes.get('orientation') ?? []) === 'landscape';
  return around.parent === null
    ? { width: null }
    : { width: textWidth(profile('gost-2016'), landscape ? 'landscape' : 'portrait', around.leftMargin) };
}

function leftMarginOf(document: ElementPiece): string | null {
  const value = document.attributes.get('left-margin');
  return value === undefined ? null : fixedText(value);
}

function fits(kind: AttributeKind, text: string): boolean {
  switch (kind.kind) {
    case 'text':
      return true;
    case 'flag':
      return text === 'yes' || text === 'no';
    case 'choice':
      return kind.values.includes(text);
    case 'integer':
      return /^\d{1,3}$/u.test(text) && Number(text) >= kind.from && Number(text) <= kind.to;
    case 'lengths':
      return (
        /^\s*\d{1,3}(?:\.\d)?(?:\s+\d{1,3}(?:\.\d)?)*\s*$/u.test(text) && !/(?:^|\s)0+(?:\.0)?(?:\s|$)/u.test(text)
      );
  }
}

function expected(kind: AttributeKind): string {
  switch (kind.kind) {
    case 'text':
      return 'текст';
    case 'flag':
      return 'yes, no или одно поле';
    case 'choice':
      return kind.values.join(', ').replace(/, ([^,]*)$/u, ' или $1');
    case 'integer':
      return `целое от ${kind.from} до ${kind.to}`;
    case 'lengths':
      return 'миллиметры через пробел: 10 60 75';
  }
}

/** The text of an attribute without fields; null when there are fields in it. */
function fixedText(value: readonly Piece[]): string | null {
  return value.every((piece) => piece.type === 'text') ? value.map((piece) => piece.text).join('') : null;
}

function isBlank(piece: Piece): boolean {
  return piece.type === 'text' && piece.text.trim() === '';
}

function known(names: readonly string[]): string {
  return names.length === 0 ? '' : `: есть ${names.join(', ')}`;
}

function excerpt(text: string): string {
  const line = text.trim().replace(/\s+/gu, ' ');
  return line.length > 30 ? `${line.slice(0, 30)}…` : line;
}
