/** A small JSON file of a body's own, read so that every fault is told with its place. Pure. */

export type JsonObject = Readonly<Record<string, unknown>>;

export interface JsonFault {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  /** Russian, one sentence without a full stop. */
  readonly message: string;
  /** What to do, where the message does not say it. */
  readonly cure?: string;
}

export class JsonSource {
  /** Null when the file is not one; then the fault is told. */
  readonly object: JsonObject | null;
  private readonly text: string;

  /** @param example of what the file should be: `{"noun": "приказ"}` */
  constructor(
    text: string,
    private readonly report: (fault: JsonFault) => void,
    example: string,
  ) {
    this.text = text.replace(/^\ufeff/u, '');
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
    const before = this.text.slice(0, offset);
    const line = before.split('\n').length;
    const column = offset - before.lastIndexOf('\n');
    this.report({ line, column, message, ...(cure === undefined ? {} : { cure }) });
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

/** Whether something that came from outside is an object with names in it, not a list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
