/** The parts of one section as WordprocessingML text, each in the place and with the gap that the profile gives it. */
import type { Block, Line, Registration, Runs, Section, SignatureBlock } from '../blocks.js';
import { type GapPart, type LayoutProfile, textWidth } from '../profiles.js';
import { FRAME_ROOM, hairline, paragraph, type ParagraphLook, runs, TAB, words } from './paragraph.js';
import { pictureRun } from './picture.js';
import { type PlacedCell, placingTable, ruledTable } from './table.js';
import { dxa, dxaOfPoints, halfPoints } from './units.js';

export interface SheetSetting {
  readonly profile: LayoutProfile;
  /** mm */
  readonly leftMargin: number;
  /** Word's id of the numbering of this section's points. */
  readonly numbering: number;
  /** Of the text, mm; absent: that of the profile's sheet. */
  readonly width?: number;
}

export function sectionBody(section: Section, setting: SheetSetting): string {
  const writer = new SectionWriter(section, setting);
  return apartTables(section.blocks.map((block, i) => writer.block(block, around(section.blocks, i))));
}

/** Neighbours of a part decide its gap and whether it must stay with what follows. */
interface Around {
  readonly previous: Block | undefined;
  /** The signature, or a note of enclosures with the signature under it, is next. */
  readonly beforeSignature: boolean;
  /** Inside a group that stays on one page. */
  readonly held: boolean;
  /** Gap of the group, for its first part. */
  readonly gap: number | null;
}

class SectionWriter {
  private readonly profile: LayoutProfile;
  /** mm */
  private readonly width: number;

  constructor(
    private readonly section: Section,
    private readonly setting: SheetSetting,
  ) {
    this.profile = setting.profile;
    this.width = setting.width ?? textWidth(this.profile, section.orientation, setting.leftMargin);
  }

  block(block: Block, place: Around): string {
    const keepNext = place.held || place.beforeSignature;
    switch (block.type) {
      case 'head':
        return this.arms() + this.lines(block.lines, { style: 'Head' }, this.before('head', null, place));
      case 'corner':
        return this.corner(block);
      case 'kind':
        return paragraph({ style: 'Kind', before: this.before('kind', null, place) }, runs(block.runs));
      case 'registration':
        return this.registration(block, this.before('reg', null, place));
      case 'reference':
        return paragraph({ style: 'Line', before: this.before('ref', null, place) }, reference(block));
      case 'addressee': {
        const gap = place.previous?.type === 'addressee' ? 2 : null;
        return this.lines(
          block.lines,
          { style: 'Line', left: dxa(this.profile.addressee) },
          this.before('addressee', gap, place),
        );
      }
      case 'stamp': {
        const left = dxa(this.width - this.profile.stamp[this.section.orientation]);
        return this.lines(block.lines, { style: 'Line', left }, this.before('stamp', null, place));
      }
      case 'title':
        return this.title(block, this.before('title', null, place));
      case 'heading':
        return paragraph({ style: 'Heading', before: this.before('heading', block.gap, place) }, runs(block.runs));
      case 'greeting': {
        const look: ParagraphLook = { style: 'Line', align: 'center', keepNext: true };
        return paragraph({ ...look, before: this.before('greeting', null, place) }, runs(block.runs));
      }
      case 'paragraph': {
        const firstLine = block.indent ? {} : { firstLine: 0 };
        const before = this.before(textPart(place.previous), block.gap, place);
        const text = this.lineRuns({ runs: block.runs, bold: false, small: block.small });
        return paragraph({ style: 'Body', align: block.align, ...firstLine, keepNext, before }, text);
      }
      case 'clause': {
        const numbering = { id: this.setting.numbering, level: block.level };
        const before = this.before(textPart(place.previous), block.gap, place);
        return paragraph({ style: 'Body', numbering, keepNext, before }, runs(block.runs));
      }
      case 'attachments':
        return this.attachments(block.label, block.runs, keepNext, this.before('attachments', null, place));
      case 'signature':
        return placingTable(this.signature(block, place));
      case 'line':
        return this.lines([block.line], { style: 'Line', keepNext }, this.before('text', null, place));
      case 'group':
        return this.group(block.blocks, block.gap ?? this.profile.gaps.group, place);
      case 'executor':
        return this.lines(block.lines, { style: 'Line', atFoot: true }, 0, this.profile.smallSize);
      case 'table':
        return this.table(block, place, keepNext);
    }
  }

  /** Twentieths of a point above a part: none for the first of a sheet. */
  private before(part: GapPart, own: number | null, { previous, gap }: Around): number {
    if (previous === undefined && gap === null) return 0;
    return dxaOfPoints(((gap ?? own ?? this.profile.gaps[part]) - 1) * this.profile.pitch);
  }

  private lines(lines: readonly Line[], look: ParagraphLook, before: number, size?: number): string {
    return lines
      .map((line, i) => paragraph({ ...look, before: i === 0 ? before : 0 }, this.lineRuns(line, size)))
      .join('');
  }

  private lineRuns(line: Line, size?: number): string {
    const points = size ?? (line.small ? this.profile.smallSize : null);
    return runs(line.runs, { bold: line.bold, ...(points === null ? {} : { size: halfPoints(points) }) });
  }

  private registration({ date, number }: Registration, before: number): string {
    const look: ParagraphLook = { style: 'Line', tab: { at: dxa(this.width), align: 'right' } };
    const line = paragraph({ ...look, before }, runs(date) + TAB + words('№\u00a0') + runs(number));
    const headed = this.section.blocks.some(({ type }) => type === 'head');
    return headed && this.profile.place !== '' ? line + this.placeLine() : line;
  }

  /** Where the document was made, under its date and number. */
  private placeLine(): string {
    return paragraph({ style: 'Head', before: dxaOfPoints(this.profile.pitch / 2) }, words(this.profile.place));
  }

  /** Above the first line of the head. */
  private arms(): string {
    const { arms } = this.profile;
    return arms === null ? '' : paragraph({ style: 'Head', keepNext: true }, pictureRun(arms));
  }

  private corner(block: Extract<Block, { type: 'corner' }>): string {
    const { profile } = this;
    const head = this.arms() + this.lines(block.head, { style: 'Head' }, 0);
    const gap = (lines: number): number => dxaOfPoints((lines - 1) * profile.pitch);
    const centred = (content: string, lines: number): string =>
      paragraph({ style: 'Head', before: gap(lines) }, content);
    const registered =
      block.registration &&
      centred(runs(block.registration.date) + words(' №\u00a0') + runs(block.registration.number), profile.gaps.reg);
    const asked = profile.emptyReference && block.registration !== null ? EMPTY_REFERENCE : null;
    const answers = block.reference === null ? asked : reference(block.reference);
    const answered = answers && centred(answers, profile.gaps.ref);
    const addressees = block.addressees.map((lines, i) => this.lines(lines, { style: 'Line' }, i === 0 ? 0 : gap(2)));
    const cells: PlacedCell[] = [
      { width: profile.letterhead, content: `${head}${registered ?? ''}${answered ?? ''}` },
      { width: profile.addressee - profile.letterhead, content: EMPTY_LINE },
      { width: this.width - profile.addressee, content: addressees.join('') || EMPTY_LINE },
    ];
    return placingTable([cells]);
  }

  private title({ align, runs: text }: Extract<Block, { type: 'title' }>, before: number): string {
    if (align === 'left') {
      const right = dxa(this.width - this.profile.cornerLine);
      return paragraph({ style: 'Line', keepNext: true, before, right, align: 'left' }, runs(text));
    }
    const indent = dxa(this.profile.titleIndent);
    return paragraph({ style: 'ActTitle', before, left: indent, right: indent }, runs(text));
  }

  private attachments(label: Runs, text: Runs, keepNext: boolean, before: number): string {
    const hang = dxa(this.profile.attachmentHang);
    const look: ParagraphLook = { style: 'Line', left: hang, hanging: hang, keepNext, before };
    return paragraph({ ...look, tab: { at: hang, align: 'left' } }, runs(label) + TAB + runs(text));
  }

  /** What stands above the post and below it are rows of the same table: they never part from it. */
  private signature(block: SignatureBlock, place: Around): readonly (readonly PlacedCell[])[] {
    const { intro, post, name, date, mark } = block;
    const before = this.before('signature', block.gap, place);
    const post_ = this.width * this.profile.signaturePost;
    const whole = (look: Omit<ParagraphLook, 'style'>, content: Runs): readonly PlacedCell[] => [
      { width: this.width, content: paragraph({ style: 'Line', ...look }, runs(content)) },
    ];
    const own = intro.length > 0 ? 0 : before;
    const keepNext = place.held || date.length + mark.length > 0;
    const look = { style: 'Line', before: own, keepNext } as const;
    return [
      ...(intro.length > 0 ? [whole({ before, keepNext: true }, intro)] : []),
      [
        { width: post_, content: paragraph({ ...look, right: dxa(10) }, runs(post)) },
        { width: this.width - post_, bottom: true, content: paragraph({ ...look, align: 'right' }, runs(name)) },
      ],
      ...(mark.length > 0 ? [this.mark(mark, place.held || date.length > 0)] : []),
      ...(date.length > 0 ? [whole({ keepNext: place.held }, date)] : []),
    ];
  }

  /** Under the post: between a column of 0,6 and a name there is no room for a frame of 70 mm. */
  private mark(lines: readonly Line[], keepNext: boolean): readonly PlacedCell[] {
    const { mark, markSize, pitch } = this.profile;
    const room = dxaOfPoints(FRAME_ROOM);
    const look: ParagraphLook = {
      style: 'Line',
      framed: true,
      keepNext,
      align: 'left',
      before: dxaOfPoints(pitch / 2),
      left: room,
      right: dxa(this.width - mark.width) + room,
    };
    const words: Runs = lines.flatMap((line, i) => [...(i === 0 ? [] : [{ type: 'break' } as const]), ...line.runs]);
    return [{ width: this.width, content: paragraph(look, runs(words, { size: halfPoints(markSize) })) }];
  }

  /** Signatures that follow one another share a table, so that the group stays together. */
  private group(blocks: readonly Block[], gap: number, place: Around): string {
    const parts: string[] = [];
    let signatures: (readonly PlacedCell[])[] = [];
    blocks.forEach((block, i) => {
      const inside = around(blocks, i);
      const first = i === 0;
      const here: Around = {
        previous: first ? place.previous : inside.previous,
        beforeSignature: inside.beforeSignature,
        held: i < blocks.length - 1,
        gap: first && place.previous !== undefined ? gap : null,
      };
      if (block.type !== 'signature') {
        parts.push(this.block(block, here));
        return;
      }
      signatures.push(...this.signature(block, here));
      if (blocks[i + 1]?.type === 'signature') return;
      parts.push(placingTable(signatures));
      signatures = [];
    });
    return apartTables(parts);
  }

  private table(block: Extract<Block, { type: 'table' }>, place: Around, keepNext: boolean): string {
    const before = this.before('table', null, place);
    const room = before > 0 ? hairline({ before, keepNext: true }) : '';
    return room + ruledTable(block, this.width, this.profile, keepNext);
  }
}

/** Of letters that answer nothing, where the body prints it on all. */
const EMPTY_REFERENCE = words(`На №\u00a0${'_'.repeat(7)} от\u00a0${'_'.repeat(8)}`);
const EMPTY_LINE = paragraph({ style: 'Line' }, '');

function around(blocks: readonly Block[], i: number): Around {
  const following = blocks[i + 1]?.type === 'attachments' ? blocks[i + 2] : blocks[i + 1];
  return { previous: blocks[i - 1], beforeSignature: following?.type === 'signature', held: false, gap: null };
}

/** The first words after a heading or a table stand further off than the next paragraph. */
function textPart(previous: Block | undefined): GapPart {
  switch (previous?.type) {
    case 'title':
    case 'heading':
    case 'greeting':
    case 'stamp':
    case 'addressee':
    case 'registration':
    case 'reference':
    case 'corner':
      return 'textAfterTitle';
    case 'table':
      return 'table';
    default:
      return 'text';
  }
}

function reference({ date, number }: Registration): string {
  return words('На №\u00a0') + runs(number) + words(' от\u00a0') + runs(date);
}

/** Word would join two tables that touch. Looks at neighbours, never at what is joined already: a long register is linear. */
function apartTables(parts: readonly string[]): string {
  const filled = parts.filter((part) => part !== '');
  return filled
    .map(
      (part, i) =>
        (part.startsWith('<w:tbl>') && filled[i - 1]?.endsWith('</w:tbl>') === true ? hairline() : '') + part,
    )
    .join('');
}
