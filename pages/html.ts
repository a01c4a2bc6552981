/**
 * Markup in which every value is text until it is said to be markup: what comes from an order, a name or a subject is
 * escaped by the template itself, so that no section can forget it. Pure. Well-formed as XML, which a test reads.
 */
/** The sources are indented, a page with a thousand rows need not be. */
const INDENT = /\s*\n\s*/gu;

/** Markup that is ready to stand in a page. */
export class Html {
  constructor(readonly markup: string) {}
}

type Value = string | number | Html | null | readonly Value[];

/** html`<td>${text}</td>`: strings and numbers are escaped, `Html` and lists of it stand as they are, null is nothing. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const pieces = parts.map(
    (part, i) => `${i === 0 ? '' : markupOf(values[i - 1] ?? null)}${part.replaceAll(INDENT, '\n')}`,
  );
  return new Html(pieces.join(''));
}

/** The dash that stands where there is nothing to show. */
export const NOTHING = html`<span class="zero">–</span>`;

function markupOf(value: Value): string {
  if (value === null) return '';
  if (value instanceof Html) return value.markup;
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escaped(String(value));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that no page may hold (controls, halves of a pair, non-characters) are dropped. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Surrogate}\uFFFE\uFFFF]/gu, (found) => (/\s/u.test(found) ? ' ' : ''))
    .replaceAll(/[&<>"']/gu, (found) => ENTITIES[found] ?? '');
}
