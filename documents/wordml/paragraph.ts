/**
 * Paragraphs and runs as WordprocessingML text. Word is strict about the order of properties: it is written down here
 * once. Everything that comes from data goes through `escapeXml`.
 */
import { escapeXml } from '#archive';
import type { Align, Run, Runs } from '../blocks.js';
import { apartTraces } from '../traces.js';
import { registrationPlace } from './registration-place.js';
import { untilRegistration } from './until-registration.js';

/** Named in `frame.ts`. */
export type StyleId = 'Body' | 'Line' | 'Head' | 'Kind' | 'ActTitle' | 'Heading' | 'Cell10' | 'Cell12' | 'Cell14';

/** Lengths in dxa. */
export interface ParagraphLook {
  readonly style: StyleId;
  readonly before?: number;
  readonly align?: Align;
  readonly left?: number;
  readonly right?: number;
  readonly firstLine?: number;
  readonly hanging?: number;
  readonly keepNext?: boolean;
  readonly tab?: { readonly at: number; readonly align: 'left' | 'right' };
  readonly numbering?: { readonly id: number; readonly level: number };
  /** Stands at the foot of the sheet, whatever comes before it. */
  readonly atFoot?: boolean;
  /** A thin line around. */
  readonly framed?: boolean;
}

/** Between the line of a frame and its words, points. */
export const FRAME_ROOM = 3;

export interface RunLook {
  readonly bold?: boolean;
  /** Half-points; absent: the style's. */
  readonly size?: number;
}

export function paragraph(look: ParagraphLook, content: string): string {
  const properties = [
    `<w:pStyle w:val="${look.style}"/>`,
    look.keepNext === true ? '<w:keepNext/>' : '',
    look.atFoot === true ? FRAME_AT_FOOT : '',
    look.numbering === undefined ? '' : numbering(look.numbering),
    look.framed === true ? BORDERS : '',
    look.tab === undefined ? '' : `<w:tabs><w:tab w:val="${look.tab.align}" w:pos="${look.tab.at}"/></w:tabs>`,
    look.before === undefined || look.before === 0 ? '' : `<w:spacing w:before="${look.before}"/>`,
    indents(look),
    look.align === undefined ? '' : `<w:jc w:val="${look.align === 'justify' ? 'both' : look.align}"/>`,
  ];
  return `<w:p><w:pPr>${properties.join('')}</w:pPr>${content}</w:p>`;
}

export function runs(parts: Runs, look: RunLook = {}): string {
  return stretches(parts)
    .map((stretch) => {
      if (!isDraftOnly(stretch[0])) return stretch.map((part) => run(part, look)).join('');
      const written = stretch.map((part) => wordsRun(part, look)).join('');
      return untilRegistration(written, stretch.map((part) => (part.type === 'words' ? part.text : '')).join(''));
    })
    .join('');
}

/** Neighbours that go together at registration, and all between them. */
function stretches(parts: Runs): readonly (readonly Run[])[] {
  return parts.reduce<Run[][]>((all, part) => {
    const last = all.at(-1);
    if (last !== undefined && isDraftOnly(last[0]) === isDraftOnly(part)) last.push(part);
    else all.push([part]);
    return all;
  }, []);
}

function isDraftOnly(part: Run | undefined): boolean {
  return part?.type === 'words' && part.untilRegistration === true;
}

export function words(text: string, look: RunLook = {}): string {
  return text === '' ? '' : run({ type: 'words', text, bold: false, italic: false, highlighted: false }, look);
}

export const TAB = '<w:r><w:tab/></w:r>';

/**
 * One point high: holds the room above a table (which has none of its own in Word), keeps two tables apart, carries the
 * end of a section.
 */
export function hairline({ before = 0, keepNext = false, sectionProperties = '' } = {}): string {
  return (
    `<w:p><w:pPr><w:pStyle w:val="Line"/>${keepNext ? '<w:keepNext/>' : ''}` +
    `<w:spacing w:before="${before}" w:after="0" w:line="20" w:lineRule="exact"/>` +
    `<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>${sectionProperties}</w:pPr></w:p>`
  );
}

const FRAME_AT_FOOT =
  '<w:framePr w:w="9000" w:hSpace="0" w:wrap="auto" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>';

const BORDERS = `<w:pBdr>${['top', 'left', 'bottom', 'right']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="${FRAME_ROOM}" w:color="000000"/>`)
  .join('')}</w:pBdr>`;

function numbering({ id, level }: { id: number; level: number }): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`;
}

function indents({ left, right, firstLine, hanging }: ParagraphLook): string {
  const all = [attribute('left', left), attribute('right', right)];
  all.push(hanging === undefined ? attribute('firstLine', firstLine) : attribute('hanging', hanging));
  return all.join('') === '' ? '' : `<w:ind${all.join('')}/>`;
}

function attribute(name: string, value: number | undefined): string {
  return value === undefined ? '' : ` w:${name}="${value}"`;
}

function run(part: Run, look: RunLook): string {
  const written = wordsRun(part, look);
  return part.type === 'break' || part.registers === undefined ? written : registrationPlace(part.registers, written);
}

function wordsRun(part: Run, look: RunLook): string {
  if (part.type === 'break') return '<w:r><w:br/></w:r>';
  const properties = [
    part.bold || look.bold === true ? '<w:b/><w:bCs/>' : '',
    part.italic ? '<w:i/><w:iCs/>' : '',
    look.size === undefined ? '' : `<w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/>`,
    part.highlighted ? '<w:highlight w:val="yellow"/>' : '',
  ].join('');
  const before = properties === '' ? '<w:r>' : `<w:r><w:rPr>${properties}</w:rPr>`;
  return apartTraces(part.text)
    .map((text) => `${before}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`)
    .join('');
}
