/**
 * What a template may call: a closed list of small pure functions over the values of fields.
 * They print numbers and dates or answer conditions; words in the right case are fields, not helpers.
 */
import { VekhaError } from '#domain/errors';
import { money, moneyInWords } from '#domain/number-words';
import { plural } from '#domain/plural';
import { isMissing } from './scope.js';
import { dateInDigits, dateInWords, grouped, isWritable, wordsFor } from './wording.js';

export type HelperName =
  | 'склонение'
  | 'дата'
  | 'датаСловами'
  | 'число'
  | 'деньги'
  | 'прописью'
  | 'деньгиПрописью'
  | 'количество'
  | 'или'
  | 'равно'
  | 'больше'
  | 'не'
  | 'и';

interface Helper {
  readonly args: readonly [least: number, most: number];
  /** `value` prints; `condition` answers yes or no and may not be printed. */
  readonly gives: 'value' | 'condition';
  /** A missing first argument is a gap; otherwise the helper is given `undefined` and deals with it. */
  readonly needsValue: boolean;
  readonly run: (args: readonly unknown[]) => unknown;
}

/** An argument is of the wrong kind; the message ends a Russian sentence that begins with the helper's name. */
export class HelperFault extends Error {}

const HELPERS: Readonly<Record<HelperName, Helper>> = {
  склонение: value([4, 4], ([n, one, few, many]) => plural(whole(n), words(one), words(few), words(many))),
  дата: value([1, 1], ([date]) => dateInDigits(words(date))),
  датаСловами: value([1, 1], ([date]) => dateInWords(words(date))),
  число: value([1, 2], ([n, decimals]) => grouped(number(n), decimals === undefined ? null : whole(decimals))),
  деньги: value([1, 1], ([kopecks]) => money(whole(kopecks))),
  прописью: value([1, 3], ([n, gender = 'муж', grammaticalCase = 'им']) => {
    const found = wordsFor(whole(n), words(gender), words(grammaticalCase));
    if (found === null) throw new HelperFault('ждёт род (муж, жен, сред) и падеж (им, род, дат, вин, твор, пред)');
    return found;
  }),
  деньгиПрописью: value([1, 1], ([kopecks]) => moneyInWords(whole(kopecks))),
  количество: lenient([1, 1], 'value', ([list]) => (Array.isArray(list) ? list.length : 0)),
  или: lenient([2, 9], 'value', (args) => args.find((arg) => !isMissing(arg))),
  равно: lenient([2, 2], 'condition', ([a, b]) => !isMissing(a) && a === b),
  больше: lenient([2, 2], 'condition', ([a, b]) => typeof a === 'number' && typeof b === 'number' && a > b),
  не: lenient([1, 1], 'condition', ([a]) => !isTrue(a)),
  и: lenient([2, 9], 'condition', (args) => args.every(isTrue)),
};

export const HELPER_NAMES: readonly string[] = Object.keys(HELPERS);

export function helperOf(name: HelperName): Helper {
  return HELPERS[name];
}

export function isHelper(name: string): name is HelperName {
  return Object.hasOwn(HELPERS, name);
}

/** @throws HelperFault whatever the rule behind the helper objected to */
export function callHelper(name: HelperName, args: readonly unknown[]): unknown {
  try {
    return HELPERS[name].run(args);
  } catch (error) {
    if (error instanceof VekhaError)
      throw new HelperFault(`не принимает значение: ${error.message.replace(/\.$/u, '')}`);
    throw error;
  }
}

/** As `{{#if}}` judges: missing, `false`, `0` and an empty list are no. */
export function isTrue(subject: unknown): boolean {
  return !isMissing(subject) && subject !== false && subject !== 0;
}

function value(args: Helper['args'], run: Helper['run']): Helper {
  return { args, gives: 'value', needsValue: true, run };
}

function lenient(args: Helper['args'], gives: Helper['gives'], run: Helper['run']): Helper {
  return { args, gives, needsValue: false, run };
}

function number(subject: unknown): number {
  if (typeof subject !== 'number') throw new HelperFault('ждёт число');
  if (!isWritable(subject)) throw new HelperFault('ждёт число, которое пишут цифрами');
  return subject;
}

function whole(subject: unknown): number {
  if (Number.isSafeInteger(number(subject))) return number(subject);
  throw new HelperFault('ждёт целое число');
}

function words(subject: unknown): string {
  if (typeof subject === 'string') return subject;
  throw new HelperFault('ждёт текст');
}
