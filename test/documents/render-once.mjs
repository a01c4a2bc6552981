// Prints the hash of one document; the clock is moved first, so that a moment in the bytes would show.
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

const { loadTemplates, renderDocument } = await import('#documents');
const { FIELDS, orderData, TEMPLATES } = await import('./sample.ts');
const set = await loadTemplates(TEMPLATES);
const options = { profile: 'gost-2016', fields: FIELDS, date: '2024-01-12' };
// Another document first: what it leaves behind must not reach the second.
await renderDocument(set, 'letter-all', {}, options);
const { sha256 } = await renderDocument(set, 'order-all', orderData(80), options);
process.stdout.write(sha256);
