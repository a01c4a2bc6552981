/**
 * Documents made in a thread of their own: whatever a template does, the event loop beside it (mail, timers, other work)
 * goes on, and a clock ends what the budget of steps did not foresee. One thread, started at the first document and kept:
 * its start costs more than an order does, and documents of a roadmap come one after another.
 */
import { Worker } from 'node:worker_threads';
import { VekhaError } from '#domain/errors';
import { placeWords } from './budget.js';
import { filesOf, type RenderNews, type RenderOrder, type ThreadStart } from './render-messages.js';
import type { renderDocument, RenderedDocument, RenderOptions } from './render.js';
import type { TemplateSet } from './template-tree.js';

export interface RendererOptions {
  /** The compiled `render-thread.js`: a thread cannot run TypeScript. */
  readonly entry: string | URL;
  /** For the fields, conditions and lists of the template, milliseconds. */
  readonly evaluateMs?: number;
  /** For the layout and packing of what came out, milliseconds. */
  readonly layOutMs?: number;
}

export interface Renderer {
  /**
   * As `renderDocument`, one document after another.
   * @throws VekhaError as it does, and 'document.time_limit'
   */
  readonly render: typeof renderDocument;
  /** Ends the thread; a document under way is refused. The thread alone never keeps the process alive. */
  close(): Promise<void>;
}

type Order = Parameters<typeof renderDocument>;

/** An ordinary order takes 5 ms, a register of 1,000 rows 50 ms. */
const EVALUATE_MS = 2_000;
/** The largest register that the budget lets through takes 2 s on a slow machine. */
const LAY_OUT_MS = 10_000;
const START_MS = 30_000;
/** The largest document takes half of it. */
const MOST_MEMORY_MB = 1024;

export function createRenderer({ entry, evaluateMs = EVALUATE_MS, layOutMs = LAY_OUT_MS }: RendererOptions): Renderer {
  let thread: RenderThread | null = null;
  let last: Promise<unknown> = Promise.resolve();

  function one(order: Order): Promise<RenderedDocument> {
    if (thread?.alive !== true) thread = new RenderThread(entry, { evaluateMs, layOutMs });
    return thread.render(order);
  }

  return {
    render(...order) {
      const document = last.then(() => one(order));
      last = document.catch(() => undefined); // one that was refused does not stop the next
      return document;
    },
    async close() {
      await thread?.end(new VekhaError('run.interrupted', 'Документ не построен: работа остановлена.'));
      thread = null;
    },
  };
}

interface Job {
  readonly set: TemplateSet;
  readonly done: (document: RenderedDocument) => void;
  readonly failed: (error: unknown) => void;
  phase: 'start' | 'evaluation' | 'layout';
  clock: NodeJS.Timeout;
}

class RenderThread {
  alive = true;
  private readonly place = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  private readonly worker: Worker;
  private ready = false;
  /** What the thread remembers: it is sent a set only when it is another one. */
  private set: TemplateSet | null = null;
  private job: Job | null = null;
  private waiting: (() => void) | null = null;

  constructor(
    entry: string | URL,
    private readonly limits: { readonly evaluateMs: number; readonly layOutMs: number },
  ) {
    const workerData: ThreadStart = { place: this.place };
    const resourceLimits = { maxOldGenerationSizeMb: MOST_MEMORY_MB };
    this.worker = new Worker(entry, { workerData, resourceLimits, env: {}, execArgv: [] });
    this.worker.on('message', (news: RenderNews) => this.hear(news));
    this.worker.on('error', (error: unknown) => this.lost(error));
    this.worker.on('exit', (code) => this.lost(new Error(`the rendering thread ended with code ${code}`)));
  }

  render([set, kind, data, options]: Order): Promise<RenderedDocument> {
    this.worker.ref();
    return new Promise((done, failed) => {
      const clock = this.clock(START_MS);
      this.job = { set, done, failed, phase: 'start', clock };
      this.waiting = () => this.send(set, kind, data, options);
      if (this.ready) this.waiting();
    });
  }

  async end(why: unknown): Promise<void> {
    this.alive = false;
    this.settle((job) => job.failed(why));
    await this.worker.terminate();
  }

  private send(set: TemplateSet, kind: string, data: unknown, options: RenderOptions): void {
    this.waiting = null;
    this.place.fill(-1);
    this.enter('evaluation', this.limits.evaluateMs);
    const order: RenderOrder = { set: set === this.set ? null : set, kind, data, options };
    try {
      this.worker.postMessage(order);
      this.set = set;
    } catch {
      this.settle((job) => job.failed(notPlain()));
    }
  }

  private hear(news: RenderNews): void {
    switch (news.type) {
      case 'ready':
        this.ready = true;
        if (this.job === null) this.worker.unref();
        this.waiting?.();
        return;
      case 'evaluated':
        this.enter('layout', this.limits.layOutMs);
        return;
      case 'done':
        this.settle((job) => job.done(received(news.document)));
        return;
      case 'refused':
        this.settle((job) => job.failed(new VekhaError(news.code, news.message, news.facts)));
        return;
      case 'failed':
        this.settle((job) => job.failed(news.error));
        return;
    }
  }

  private enter(phase: Job['phase'], ms: number): void {
    if (this.job === null) return;
    clearTimeout(this.job.clock);
    this.job.phase = phase;
    this.job.clock = this.clock(ms);
  }

  private clock(ms: number): NodeJS.Timeout {
    return setTimeout(() => {
      if (this.job !== null) void this.end(this.late(this.job, ms));
    }, ms);
  }

  private settle(tell: (job: Job) => void): void {
    const { job } = this;
    if (job === null) return;
    this.job = null;
    this.waiting = null;
    clearTimeout(job.clock);
    this.worker.unref();
    tell(job);
  }

  private lost(error: unknown): void {
    this.alive = false;
    const tooMuch = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    this.settle((job) => job.failed(tooMuch ? noMemory(this.placeIn(job.set)) : error));
  }

  private late({ phase, set }: Job, ms: number): VekhaError | Error {
    const seconds = String(ms / 1000).replace('.', ',');
    if (phase === 'start') return new Error('the rendering thread did not start');
    const what =
      phase === 'evaluation'
        ? `${this.placeIn(set)}: вычисление не закончено за ${seconds} с. Проверьте вложенные {{#each}} в шаблоне и длину списков в данных`
        : `раскладка не закончена за ${seconds} с. Сократите списки в данных или разделите документ`;
    return new VekhaError('document.time_limit', `Документ не построен: ${what}.`, { phase });
  }

  private placeIn(set: TemplateSet): string {
    const [number = -1, line = 0, column = 0] = this.place;
    const file = filesOf(set)[number];
    return file === undefined ? 'шаблон' : placeWords({ file, line, column });
  }
}

/** The buffer is ours now; what comes from another thread may be of another realm, as tests have them. */
function received({ bytes, ...rest }: RenderedDocument): RenderedDocument {
  return { bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), ...rest };
}

function noMemory(where: string): VekhaError {
  return new VekhaError(
    'document.output_limit',
    `Документ не построен: ${where}: не хватило ${MOST_MEMORY_MB} МБ памяти. Проверьте списки в данных и шаблоне.`,
  );
}

function notPlain(): VekhaError {
  return new VekhaError(
    'document.data_invalid',
    'Данные не подходят к шаблону: нужны тексты, числа, списки и объекты.',
  );
}
