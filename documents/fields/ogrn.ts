/** Check digit of an ОГРН: thirteen digits for organisations, fifteen for entrepreneurs. Pure. Source: docs on sample data, "Check digits". */
export function isOgrn(text: string): boolean {
  if (!/^(?:\d{13}|\d{15})$/u.test(text)) return false;
  const body = BigInt(text.slice(0, -1));
  return (body % BigInt(text.length - 2)) % 10n === BigInt(text.slice(-1));
}
