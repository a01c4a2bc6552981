/**
 * Short names that the document explains: «Министерство образования области (далее – Министерство)», a footnote or a
 * list of abbreviations «ОИВ – исполнительные органы области». Pure.
 */
import { declineBody } from '#domain/declension';
import type { Definition } from '#domain/order';
import { nominativeByTrial } from '../act/nominative-by-trial.js';
import type { Block } from '../blocks.js';
import { fieldOf, passageOf, slicePassage, trimPassage, type Passage } from '../passage.js';
import { cleanValue, folded, plain, withoutFootnoteMarks } from '../plain.js';
import { abbreviates, isAbbreviation } from './abbreviation.js';
import { keyOf } from './party-key.js';
import { beginsInNominative, nameStartsWithin } from './party-words.js';

const FURTHER =
  /\(\s*далее(?:\s+(?:по\s+тексту|также|именуе\p{L}+|соответственно))*\s*[-–—:]?\s*(?:по\s+тексту\s*[-–—:]?\s*)?([^()]{2,120})\)/giu;
const LISTED =
  /^[\s*⁰¹²³⁴-⁹]*((?=(?:\p{L}*\p{Lu}){2})\p{L}{2,16}(?: \p{Lu}{1,8}){0,3})\s+[-–—]\s+(\p{L}[^–—]{5,300}?)[;.]?\s*$/u;

/** A real act explains a dozen; the bound keeps a hostile one from taking minutes. */
const MOST = 300;

interface Explained {
  readonly short: string;
  readonly full: Passage;
}

/** Each short name once; one that stands for two different names in two places is left out: nobody guesses which. */
export function definitionsOf(blocks: readonly Block[]): Definition[] {
  const found = new Map<string, Definition>();
  const disputed = new Set<string>();
  for (const passage of passagesOf(blocks)) {
    for (const { short, full } of [...furtherIn(passage), ...listedIn(passage)]) {
      const key = folded(short);
      if (key === '' || full.text === '' || found.size === MOST) continue;
      const known = found.get(key);
      const name = cleanValue(full.text);
      if (known === undefined) found.set(key, { short, full: fieldOf(full, inNominative(name)) });
      else if (keyOf(inNominative(name)) !== keyOf(known.full.value)) disputed.add(key);
    }
  }
  return [...found].flatMap(([key, definition]) => (disputed.has(key) ? [] : [definition]));
}

function* passagesOf(blocks: readonly Block[]): Generator<Passage> {
  for (const [block, content] of blocks.entries()) {
    if (content.kind === 'paragraph') yield passageOf(content.text, { block });
    else
      for (const [row, { cells }] of content.rows.entries())
        for (const [cell, { text, mergedInto }] of cells.entries())
          if (mergedInto === undefined) yield passageOf(text, { block, row, cell });
  }
}

function* furtherIn(passage: Passage): Generator<Explained> {
  if (!passage.text.includes('алее')) return;
  for (const match of passage.text.matchAll(FURTHER)) {
    const short = unquoted(cleanValue(match[1] ?? ''));
    yield { short, full: nameBefore(passage, match.index, short) };
  }
}

function listedIn(passage: Passage): Explained[] {
  if (passage.text.length > 350) return [];
  const found = LISTED.exec(passage.text);
  const [whole, short, printed] = found ?? [];
  if (whole === undefined || short === undefined || printed === undefined || /^[IVXLC]+$/u.test(short)) return [];
  const from = passage.text.lastIndexOf(printed);
  const full = trimPassage(slicePassage(passage, from, from + printed.length));
  return [{ short: plain(withoutFootnoteMarks(short)), full }];
}

/** The name that ends where the bracket opens: from the noun of a body, or from the word that the short name begins with. */
function nameBefore(passage: Passage, end: number, short: string): Passage {
  const from = Math.max(
    0,
    end - 400,
    ...['; ', ';\n', '\n', ') ', ': ', '. '].map((sign) => clauseAfter(passage.text, end, sign)),
  );
  const clause = trimPassage(slicePassage(passage, from, end));
  const starts = [...clause.text.matchAll(/(?<![\p{L}\p{N}-])[\p{L}«]/gu)].map(({ index }) => index);
  if (isAbbreviation(short)) {
    const start = starts.findLast((at) => abbreviates(short, clause.text.slice(at)));
    if (start !== undefined) return slicePassage(clause, start);
  }
  return slicePassage(clause, nameStartsWithin(clause.text));
}

/** «г. », «им. » do not end a clause. */
function clauseAfter(text: string, end: number, sign: string): number {
  const at = text.lastIndexOf(sign, end - 1);
  if (at < 0) return 0;
  return sign === '. ' && /(?:^|\s)\p{L}{1,3}$/u.test(text.slice(Math.max(0, at - 4), at)) ? 0 : at + sign.length;
}

/** «Министерству образования области (далее – …)»: the name is kept in the nominative where the declension finds one. */
function inNominative(name: string): string {
  if (beginsInNominative(folded(name).split(' '))) return name;
  const found = (['genitive', 'dative', 'accusative', 'instrumental'] as const).map((grammaticalCase) =>
    nominativeByTrial(name, grammaticalCase, declineBody),
  );
  return found.find((trial) => trial !== name && beginsInNominative(folded(trial).split(' '))) ?? name;
}

function unquoted(text: string): string {
  return /^[«"][^«»"]*[»"]$/u.test(text) ? text.slice(1, -1) : text;
}
