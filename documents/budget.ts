/**
 * How much work and output one document may cost. Counted, not clocked: the same template and data stop at the same place
 * on any machine. The clock of the thread (`renderer.ts`) stands behind it for whatever nobody thought to count.
 */
import { VekhaError } from '#domain/errors';
import type { Place } from './template-tree.js';

/** Steps of evaluation: fields, conditions, rows. A register of 1,000 rows takes about 40,000. */
const MOST_STEPS = 1_500_000;
/** Characters of text in one document; far above any real register, far below what would hurt the process. */
const MOST_TEXT = 5_000_000;
/** Paragraphs, rows and cells: some 15,000 rows, more than Word opens in a minute. */
const MOST_ELEMENTS = 150_000;
/** Elements and partials inside one another, all files of a template together. */
const MOST_DEPTH = 400;

/** Hears every place that is evaluated: what a clock that ran out can tell about where. */
export type Watch = (at: Place) => void;

export class Budget {
  private stepsLeft = MOST_STEPS;
  private textLeft = MOST_TEXT;
  private elementsLeft = MOST_ELEMENTS;
  private depth = 0;
  /** Lists that are being walked over, outermost first. */
  private readonly loops: Place[] = [];
  private now: Place | null = null;

  constructor(private readonly watch: Watch = () => undefined) {}

  step(at: Place): void {
    this.now = at;
    this.watch(at);
    this.stepsLeft -= 1;
    if (this.stepsLeft < 0) throw this.exceeded(`больше ${thousands(MOST_STEPS)} шагов`);
  }

  text(length: number): void {
    this.textLeft -= length;
    if (this.textLeft < 0) throw this.exceeded(`больше ${thousands(MOST_TEXT)} знаков текста`);
  }

  element(at: Place): void {
    this.elementsLeft -= 1;
    if (this.elementsLeft < 0) {
      this.now = at;
      throw this.exceeded(`больше ${thousands(MOST_ELEMENTS)} абзацев, строк и ячеек`);
    }
  }

  /** @param work is inside one more element, partial or condition */
  inside<T>(work: () => T): T {
    this.depth += 1;
    if (this.depth > MOST_DEPTH) throw this.exceeded(`вложено глубже ${MOST_DEPTH} уровней`);
    const done = work();
    this.depth -= 1;
    return done;
  }

  /** @param work walks over a list: when it is too much, the list is what the author is shown */
  loop<T>(at: Place, work: () => T): T {
    this.loops.push(at);
    const done = work();
    this.loops.pop();
    return done;
  }

  private exceeded(what: string): VekhaError {
    const at = this.loops.at(-1) ?? this.now;
    const outer = this.loops.length > 1 ? `, внутри ${this.loops.length - 1} других списков` : '';
    const message =
      `Документ не построен: ${at === null ? 'шаблон' : placeWords(at)}${outer}: ${what}. ` +
      'Проверьте вложенные {{#each}} в шаблоне и длину списков в данных.';
    return new VekhaError('document.output_limit', message, at === null ? {} : { ...at });
  }
}

export function placeWords({ file, line, column }: Omit<Place, 'template'>): string {
  return `${file}, строка ${line}, столбец ${column}`;
}

function thousands(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/gu, '\u00a0');
}
