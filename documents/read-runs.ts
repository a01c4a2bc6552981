/**
 * Words, fields, `<b>`, `<i>` and `<br/>` → runs: spaces collapse, what looks alike is joined, and no-break spaces are put in
 * by the rules of the part they stand in.
 */
import { bindSpaces, type Zone } from '#domain/typography';
import type { Run, Runs } from './blocks.js';
import type { Blank, Filled, Word } from './evaluated.js';

/** Spaces and line ends collapse over tags, as in HTML: none at the ends of a part or beside a line break. */
export function runsOf(nodes: readonly Filled[], zone: Zone): Runs {
  const tidy: Stretch[] = [];
  let last: OpenWords | undefined;
  let afterSpace = true;
  for (const run of inlineRuns(nodes, false, false)) {
    if (run.type === 'break') {
      trimEnd(tidy);
      tidy.push(run);
      last = undefined;
      afterSpace = true;
      continue;
    }
    const text: string = afterSpace ? run.text.replace(/^ /u, '') : run.text;
    if (text === '') continue;
    afterSpace = text.endsWith(' ');
    if (last !== undefined && sameLook(last.look, run)) last.texts.push(text);
    else tidy.push((last = { type: 'open', look: run, texts: [text] }));
  }
  trimEnd(tidy);
  return bound(tidy.map(closed), zone);
}

/** Words of one look, still apart: joining at each step would copy a long part over and over. */
interface OpenWords {
  readonly type: 'open';
  readonly look: WordsRun;
  readonly texts: string[];
}

type Stretch = OpenWords | Extract<Run, { type: 'break' }>;

function closed(stretch: Stretch): Run {
  return stretch.type === 'break' ? stretch : { ...stretch.look, text: stretch.texts.join('') };
}

/**
 * No-break spaces over the whole part, because «№» and its number or a day and its month are often in different runs.
 * The rules exchange single characters, so every run gets its own stretch back.
 */
function bound(runs: Runs, zone: Zone): Runs {
  const whole = runs.map((run) => (run.type === 'break' ? '\n' : run.text)).join('');
  if (!/[ -]/u.test(whole)) return runs;
  const text = bindSpaces(whole, zone);
  let from = 0;
  return runs.map((run): Run => {
    if (run.type === 'break') {
      from += 1;
      return run;
    }
    const stretch = text.slice(from, from + run.text.length);
    from += run.text.length;
    return { ...run, text: stretch };
  });
}

function inlineRuns(nodes: readonly Filled[], bold: boolean, italic: boolean): Run[] {
  return nodes.flatMap((node, i): Run[] => {
    if (node.type === 'text') {
      return [{ ...plainWords(oneFullStop(nodes[i - 1], collapsed(node))), bold, italic, ...draftOnly(node) }];
    }
    if (node.type === 'blank') {
      const { text, highlighted, registers } = node;
      const place = registers === undefined ? {} : { registers };
      return [{ ...plainWords(text), bold, italic, highlighted, ...place, ...draftOnly(node) }];
    }
    if (node.tag === 'br') return [{ type: 'break' }];
    return inlineRuns(node.children, bold || node.tag === 'b', italic || node.tag === 'i');
  });
}

function draftOnly({ untilRegistration }: Word | Blank): { readonly untilRegistration?: true } {
  return untilRegistration === undefined ? {} : { untilRegistration };
}

/** «… возложить на Глевицкую Е.И.» + «.»: a sentence ends in one full stop. */
function oneFullStop(before: Filled | undefined, text: string): string {
  const abbreviated = before?.type === 'text' && before.from === 'value' && before.text.endsWith('.');
  return abbreviated ? text.replace(/^\.(?!\.)/u, '') : text;
}

function collapsed(node: Word): string {
  return node.from === 'value' ? node.text : node.text.replace(/[ \t\n]+/gu, ' ');
}

function trimEnd(stretches: Stretch[]): void {
  const last = stretches.at(-1);
  const end = last?.type === 'open' ? last.texts.at(-1) : undefined;
  if (last?.type !== 'open' || end?.endsWith(' ') !== true) return;
  last.texts.splice(-1, 1, end.slice(0, -1));
  if (last.texts.every((text) => text === '')) stretches.pop();
}

type WordsRun = Extract<Run, { type: 'words' }>;

function sameLook(a: WordsRun, b: WordsRun): boolean {
  const sameStyle = a.bold === b.bold && a.italic === b.italic && a.highlighted === b.highlighted;
  if (a.untilRegistration !== b.untilRegistration) return false;
  return sameStyle && a.registers === undefined && b.registers === undefined;
}

export function plainWords(text: string): WordsRun {
  return { type: 'words', text, bold: false, italic: false, highlighted: false };
}
