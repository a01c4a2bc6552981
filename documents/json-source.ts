/** A small JSON file beside the templates: its faults stand among those of templates. Pure. */
import { JsonSource as JsonText } from '#domain/json-source';
import type { Fault } from './template-tree.js';

export type { JsonObject } from '#domain/json-source';

export class JsonSource extends JsonText {
  /**
   * @param from `file` as messages call it
   * @param example of what the file should be: `{"noun": "приказ"}`
   */
  constructor(
    { id, file, text }: { readonly id: string; readonly file: string; readonly text: string },
    report: (fault: Fault) => void,
    example: string,
  ) {
    const tell = ({ line, column, ...said }: Parameters<ConstructorParameters<typeof JsonText>[1]>[0]): void => {
      report({ at: { template: id, file, line, column }, ...said });
    };
    super(text, tell, example);
  }
}
