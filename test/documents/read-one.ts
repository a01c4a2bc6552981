/** Renders one small template to blocks: what stands in its only section, with these data. */
import type { FieldCatalogue, Gap } from '#documents';
import type { Block } from '../../documents/blocks.js';
import { readTemplates } from '../../documents/load-templates.js';
import { renderBlocks } from '../../documents/render.js';

export function blocksOf(
  text: string,
  data: unknown,
  { partials = {}, fields = new Map() }: { partials?: Record<string, string>; fields?: FieldCatalogue } = {},
): { blocks: readonly Block[]; gaps: readonly Gap[] } {
  const parts = Object.entries(partials).map(([id, part]) => ({ id, file: `partials/${id}.hbs`, text: part }));
  const file = { id: 'a', file: 'orders/a.hbs', text: `<document><section>\n${text}\n</section></document>` };
  const { document, gaps } = renderBlocks(readTemplates([file], parts), 'a', data, fields);
  return { blocks: document.sections[0]?.blocks ?? [], gaps };
}

/** The same as lines of plain text, one a block that has words of its own. */
export function textOf(text: string, data: unknown, partials: Record<string, string> = {}): string[] {
  return blocksOf(text, data, { partials }).blocks.map((block) =>
    'runs' in block ? block.runs.map((run) => (run.type === 'break' ? '/' : run.text)).join('') : block.type,
  );
}
