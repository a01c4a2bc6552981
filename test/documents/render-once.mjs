// Prints hashes of documents of every kind; the clock is moved first, so that a moment in the bytes would show. An argument
// turns the order of the data's keys round.
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RealDate.now() + 400 * 86_400_000] : args));
  }
  static now() {
    return RealDate.now() + 400 * 86_400_000;
  }
};
Math.random = () => 0.5;

const { readFile } = await import('node:fs/promises');
const { fileURLToPath } = await import('node:url');
const { loadTemplates, openKind, renderDocument } = await import('#documents');
const { DOCUMENT_KINDS } = await import('#domain/document-kind');
const { FIELDS, orderData, TEMPLATES } = await import('./sample.ts');

const turned = (value) =>
  Array.isArray(value)
    ? value.map(turned)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .reverse()
            .map(([key, each]) => [key, turned(each)]),
        )
      : value;
const given = process.argv[2] === 'turned' ? turned : (value) => value;

const set = await loadTemplates(TEMPLATES);
const options = { profile: 'gost-2016', fields: FIELDS, date: '2024-01-12' };
// Another document first: what it leaves behind must not reach the second.
await renderDocument(set, 'letter-all', {}, options);
const hashes = [(await renderDocument(set, 'order-all', given(orderData(80)), options)).sha256];
const ours = { builtIn: fileURLToPath(new URL('../../templates', import.meta.url)), own: null };
for (const kind of DOCUMENT_KINDS) {
  const { set, fields } = await openKind(ours, kind);
  const example = await readFile(new URL(`../../examples/documents/${kind}.json`, import.meta.url), 'utf8');
  const { sha256 } = await renderDocument(set, kind, given(JSON.parse(example)), { profile: 'gost-2025', fields });
  hashes.push(sha256);
}
process.stdout.write(hashes.join('\n'));
