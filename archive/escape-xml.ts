/** Text on its way into XML. Pure. */
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML cannot hold at all is the caller's: each file has rules of its own for it. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (c) => ESCAPES[c] ?? c);
}
