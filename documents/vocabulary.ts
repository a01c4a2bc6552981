/**
 * The closed vocabulary of templates, as one table: which tag stands where, and which attributes it takes.
 * The checker, the builder of blocks and docs/templates.md follow this table; a tag that is not here does not exist.
 * Pure data: nothing here knows how a tag looks on paper (that is `profiles.ts` and `wordml/`).
 */

/** What an attribute may hold. Only `text` and `flag` may hold fields; the rest is fixed when the template is loaded. */
export type AttributeKind =
  | { readonly kind: 'text' }
  /** `yes`, `no`, or one field or helper that is judged as `{{#if}}` judges it. */
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly values: readonly string[] }
  | { readonly kind: 'integer'; readonly from: number; readonly to: number }
  /** Millimetres, separated by spaces. */
  | { readonly kind: 'lengths' };

export interface TagRule {
  /** Tags that may stand inside. */
  readonly children: readonly Tag[];
  /** Text and fields may stand inside. */
  readonly text: boolean;
  readonly attributes: Readonly<Record<string, AttributeKind>>;
  readonly required: readonly string[];
}

export type Tag =
  | 'document'
  | 'section'
  | 'appendix'
  | 'block'
  | 'head'
  | 'kind'
  | 'reg'
  | 'ref'
  | 'addr'
  | 'stamp'
  | 'title'
  | 'h'
  | 'greet'
  | 'p'
  | 'clause'
  | 'attach'
  | 'sign'
  | 'exec'
  | 'line'
  | 'table'
  | 'tr'
  | 'th'
  | 'td'
  | 'b'
  | 'i'
  | 'br';

const INLINE: readonly Tag[] = ['b', 'i', 'br'];
const IN_BLOCK: readonly Tag[] = ['p', 'clause', 'attach', 'sign', 'line'];
const IN_SECTION: readonly Tag[] = [
  ...(['head', 'kind', 'reg', 'ref', 'addr', 'stamp', 'title', 'h', 'greet'] as const),
  ...(['p', 'clause', 'attach', 'sign', 'exec', 'table', 'block'] as const),
];

const text: AttributeKind = { kind: 'text' };
const flag: AttributeKind = { kind: 'flag' };
const gap: AttributeKind = { kind: 'integer', from: 0, to: 6 };
const align: AttributeKind = { kind: 'choice', values: ['left', 'center', 'right', 'justify'] };
const size: AttributeKind = { kind: 'choice', values: ['normal', 'small'] };
const span: AttributeKind = { kind: 'integer', from: 1, to: 40 };

const pageAttributes = {
  orientation: { kind: 'choice', values: ['portrait', 'landscape'] },
  'page-numbers': { kind: 'choice', values: ['from-2', 'all', 'none'] },
} as const satisfies Record<string, AttributeKind>;

/** Only these may be the root of a template; a partial may begin with anything. */
export const ROOT_TAG: Tag = 'document';

export const VOCABULARY: Readonly<Record<Tag, TagRule>> = {
  document: rule(['section', 'appendix'], {
    title: text,
    author: text,
    'left-margin': { kind: 'choice', values: ['20', '30'] },
  }),
  section: rule(IN_SECTION, pageAttributes),
  appendix: rule(IN_SECTION, pageAttributes),
  block: rule(IN_BLOCK, { gap }),
  head: rule(['line'], { position: { kind: 'choice', values: ['center', 'corner'] } }),
  kind: words({}),
  reg: rule([], { date: text, number: text }, ['date', 'number']),
  ref: rule([], { date: text, number: text }, ['date', 'number']),
  addr: rule(['line'], {}),
  stamp: rule(['line'], {}),
  title: words({ align: { kind: 'choice', values: ['center', 'left'] } }),
  h: words({ gap }),
  greet: words({}),
  p: words({ align, gap, indent: flag, size }),
  clause: words({ level: { kind: 'integer', from: 1, to: 4 }, gap }),
  attach: words({ label: text }),
  sign: rule(['line'], { post: text, name: text, intro: text, date: text, gap }, ['post', 'name']),
  exec: rule(['line'], {}),
  line: words({ b: flag, size }),
  table: rule(
    ['tr'],
    {
      widths: { kind: 'lengths' },
      size: { kind: 'choice', values: ['10', '12', '14'] },
      'header-rows': { kind: 'integer', from: 0, to: 4 },
    },
    ['widths'],
  ),
  tr: rule(['th', 'td'], { b: flag }),
  th: words({ align, colspan: span, rowspan: span }),
  td: words({ align, colspan: span, rowspan: span }),
  b: words({}),
  i: words({}),
  br: rule([], {}),
};

export const TAGS: readonly string[] = Object.keys(VOCABULARY);

export function isTag(name: string): name is Tag {
  return Object.hasOwn(VOCABULARY, name);
}

function rule(
  children: readonly Tag[],
  attributes: Record<string, AttributeKind>,
  required: readonly string[] = [],
): TagRule {
  return { children, text: false, attributes, required };
}

function words(attributes: Record<string, AttributeKind>): TagRule {
  return { children: INLINE, text: true, attributes, required: [] };
}
