/**
 * A text that Excel would take for a formula when it opens CSV carries an apostrophe before it; reading takes the apostrophe
 * off again. Workbooks need no guard: there a text is a text. Source: OWASP, "CSV Injection".
 */
const FORMULA = /^'*[=+\-@\t\r\n]/u;

export function withGuard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

export function withoutGuard(text: string): string {
  if (text.startsWith("'") && FORMULA.test(text)) return text.slice(1);
  // So other programs keep Excel from rounding a long number.
  return /^="(\d+)"$/u.exec(text)?.[1] ?? text;
}
