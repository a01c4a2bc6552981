/**
 * Layout constants by the date of the document: ГОСТ Р 7.0.97-2016 up to 17.08.2025, ГОСТ Р 7.0.97-2025 after.
 * Millimetres and points, as a clerk's instruction names them; `wordml/` turns them into Word's units.
 * Both standards are voluntary: a body's own instruction may replace any value.
 */
import type { LocalDate } from '#domain/local-date';
import type { CoatOfArms } from './layout/coat-of-arms.js';

export type ProfileName = 'gost-2016' | 'gost-2025';
export type Orientation = 'portrait' | 'landscape';

export interface Margins {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface LayoutProfile {
  readonly name: ProfileName;
  /** Of the sheet, mm. A landscape sheet is bound along its upper edge. */
  readonly margins: Readonly<Record<Orientation, Margins>>;
  /** Left margin of what is kept longer than ten years, mm. */
  readonly longKeepingLeft: number;
  readonly font: string;
  /** Of the text of the document, in lines. */
  readonly lineSpacing: number;
  /** Points. */
  readonly textSize: number;
  readonly tableSize: number;
  readonly smallSize: number;
  readonly pageNumberSize: number;
  /** Of the mark of an electronic signature. */
  readonly markSize: number;
  /** Letter spacing of the kind of an act, points. */
  readonly kindSpacing: number;
  /** Distance of two lines of text, points; gaps between parts are counted in it. */
  readonly pitch: number;
  /** First line of a paragraph and of a point, mm. */
  readonly indent: number;
  /** Page number from the upper edge, mm. */
  readonly headerFromEdge: number;
  /** Longest line of a requisite in the corner position, mm: a letter's title. */
  readonly cornerLine: number;
  /** Block of a letterhead, mm. */
  readonly letterhead: number;
  /** Addressee from the left edge of the text, mm. */
  readonly addressee: number;
  /** Width of a гриф, mm. */
  readonly stamp: Readonly<Record<Orientation, number>>;
  /** The heading of an act keeps this far from both edges, mm. */
  readonly titleIndent: number;
  /** Following lines of «Приложение: …» stand under the first word after it, mm. */
  readonly attachmentHang: number;
  /** The column of the post in a signature, part of the text width. */
  readonly signaturePost: number;
  /** Side margins of a cell, mm. */
  readonly cellMargin: number;
  /** Distance to the part above, in lines, where the template names none. */
  readonly gaps: Readonly<Record<GapPart, number>>;
  /** The frame of the mark of an electronic signature, mm; as high as its words. */
  readonly mark: { readonly width: number };
  /** Above the head; null: none. */
  readonly arms: CoatOfArms | null;
  /** «г. Санкт-Петербург», under the date of a document with a head in the middle; empty: not printed. */
  readonly place: string;
  /** «На № ____ от ____» on a letter that answers nothing. */
  readonly emptyReference: boolean;
  /** How dates stand in the text; `as-written`: as the template says. */
  readonly datesInText: 'as-written' | 'words' | 'digits';
  /** Our own words are written with ё. */
  readonly dots: boolean;
}

export type GapPart =
  | 'head'
  | 'kind'
  | 'reg'
  | 'ref'
  | 'addressee'
  | 'stamp'
  | 'title'
  | 'heading'
  | 'greeting'
  | 'textAfterTitle'
  | 'text'
  | 'attachments'
  | 'signature'
  | 'group'
  | 'table';

const GOST_2016: LayoutProfile = {
  name: 'gost-2016',
  margins: {
    portrait: { left: 20, top: 20, right: 10, bottom: 20 },
    landscape: { left: 20, top: 30, right: 20, bottom: 10 },
  },
  longKeepingLeft: 30,
  font: 'Times New Roman',
  lineSpacing: 1,
  textSize: 14,
  tableSize: 12,
  smallSize: 10,
  pageNumberSize: 12,
  markSize: 8,
  kindSpacing: 2,
  pitch: 16,
  indent: 12.5,
  headerFromEdge: 10,
  cornerLine: 75,
  letterhead: 73,
  addressee: 90,
  stamp: { portrait: 75, landscape: 90 },
  titleIndent: 10,
  attachmentHang: 29.5,
  signaturePost: 0.6,
  cellMargin: 1.5,
  gaps: {
    head: 1,
    kind: 2,
    reg: 2,
    ref: 1.5,
    addressee: 2,
    stamp: 1,
    title: 2,
    heading: 2,
    greeting: 2,
    textAfterTitle: 2,
    text: 1,
    attachments: 2,
    signature: 3,
    group: 2,
    table: 1.5,
  },
  mark: { width: 70 },
  arms: null,
  place: '',
  emptyReference: false,
  datesInText: 'as-written',
  dots: true,
};

const PROFILES: Readonly<Record<ProfileName, LayoutProfile>> = {
  'gost-2016': GOST_2016,
  'gost-2025': { ...GOST_2016, name: 'gost-2025', cornerLine: 80, letterhead: 78 },
};

const IN_FORCE_2025 = '2025-08-18';

/** The standard in force on the day of the document: its registration, else today. */
export function profileFor(date: LocalDate): ProfileName {
  return date < IN_FORCE_2025 ? 'gost-2016' : 'gost-2025';
}

export function profile(name: ProfileName): LayoutProfile {
  return PROFILES[name];
}

/** What a template's `left-margin` says of a document that is kept longer than ten years. */
const LONG_KEEPING = 30;

/** @param leftMargin as the template has it: 20, or 30 for long keeping */
export function margins(layout: LayoutProfile, orientation: Orientation, leftMargin: number): Margins {
  const edges = layout.margins[orientation];
  const long = orientation === 'portrait' && leftMargin === LONG_KEEPING;
  return long ? { ...edges, left: layout.longKeepingLeft } : edges;
}

/** Millimetres between the margins: by the standards 170 or 180 portrait, 257 landscape. */
export function textWidth(layout: LayoutProfile, orientation: Orientation, leftMargin: number): number {
  const { left, right } = margins(layout, orientation, leftMargin);
  return (orientation === 'landscape' ? 297 : 210) - left - right;
}
