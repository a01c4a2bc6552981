import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createPrinter, pageCount, type Printer } from '#printing';
import { documentThat, fakeOffice, type FakeOffice, type Fate } from './fake-office.js';

describe('a bad document among good ones', () => {
  let office: FakeOffice;
  let printer: Printer;

  beforeEach(() => {
    office = fakeOffice();
    printer = createPrinter({ office: office.program, pictures: null, seats: 1, startMs: 900, documentMs: 50 });
  });
  afterEach(async () => {
    await printer.close();
    office.remove();
  });

  /** What became of each: pages, or the code of the error. */
  async function printed(...fates: readonly Fate[]): Promise<readonly unknown[]> {
    const settled = await Promise.allSettled(fates.map((fate) => printer.toPdf(documentThat(fate))));
    return settled.map((each) =>
      each.status === 'fulfilled' ? pageCount(each.value) : (each.reason as { code: unknown }).code,
    );
  }

  it('costs nobody anything when all are good: documents asked for together go in one run', async () => {
    expect(await printed('prints', 'prints', 'prints')).toEqual([1, 1, 1]);
    expect(office.runs()).toEqual([3]);
  });

  it('that cannot be read is refused, and is tried alone once', async () => {
    expect(await printed('prints', 'unreadable', 'prints')).toEqual([1, 'printing.failed', 1]);
    expect(office.runs()).toEqual([3, 1]);
  });

  it('that brings LibreOffice down is refused, and those after it are printed with a fresh profile', async () => {
    expect(await printed('prints', 'falls', 'prints')).toEqual([1, 'printing.failed', 1]);
    expect(office.runs()).toEqual([3, 1, 1]);
  });

  it('that hangs is refused when its own time is up, and those after it are printed with a fresh profile', async () => {
    expect(await printed('hangs', 'prints', 'prints')).toEqual(['printing.time_limit', 1, 1]);
    expect(office.runs()).toEqual([3, 1, 1, 1]);
  });

  it('does not keep the printer from what is asked for later', async () => {
    expect(await printed('falls')).toEqual(['printing.failed']);
    expect(await printed('prints')).toEqual([1]);
  });
});
