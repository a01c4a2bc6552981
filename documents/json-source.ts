/** A small JSON file of a body's own, read so that every fault is told with its place. Pure. */
import { isRecord } from './is-record.js';
import { Lines } from './skeleton.js';
import type { Fault } from './template-tree.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export class JsonSource {
  /** Null when the file is not one; then the fault is told. */
  readonly object: JsonObject | null;
  private readonly text: string;
  private readonly lines: Lines;

  /**
   * @param file as messages call it
   * @param example of what the file should be: `{"noun": "приказ"}`
   */
  constructor(
    private readonly from: { readonly id: string; readonly file: string; readonly text: string },
    private readonly report: (fault: Fault) => void,
    example: string,
  ) {
    this.text = from.text.replace(/^\ufeff/u, '');
    this.lines = new Lines(this.text);
    this.object = this.parsed(example);
  }

  /** Where a key is named, after `from`; the beginning of the file when it is not. */
  offset(key: string, from = 0): number {
    return this.find(key, from) ?? 0;
  }

  find(key: string, from: number): number | null {
    const at = this.text.indexOf(JSON.stringify(key), from);
    return at === -1 ? null : at;
  }

  fault(offset: number, message: string, cure?: string): void {
    const { id, file } = this.from;
    const at = this.lines.placeOf({ template: id, file, line: 1, column: 1 }, offset);
    this.report({ at, message, ...(cure === undefined ? {} : { cure }) });
  }

  private parsed(example: string): JsonObject | null {
    try {
      const read: unknown = JSON.parse(this.text);
      if (isRecord(read)) return read;
      this.fault(0, `нужен объект JSON вида ${example}`);
    } catch (error) {
      const at = /position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1];
      this.fault(
        at === undefined ? this.text.length : Number(at),
        'это не JSON',
        'проверьте кавычки, запятые и скобки',
      );
    }
    return null;
  }
}
