/**
 * Parsers of token rows, small enough to read: a parser gives every way to read from a place on (none: it does not fit).
 * Rules are composed of these; the first way that reads the whole phrase wins, so order in `either` is preference.
 */
import type { Token, Tokens } from './tokenize.js';

export interface Way<T> {
  readonly value: T;
  /** Index of the first token not read. */
  readonly next: number;
}

export type Parser<T> = (tokens: Tokens, at: number) => readonly Way<T>[];

const NONE: readonly never[] = [];

/** One token, if `read` makes something of it. */
export function token<T>(read: (token: Token) => T | null): Parser<T> {
  return ({ list }, at) => {
    const here = list[at];
    const value = here === undefined ? null : read(here);
    return value === null ? NONE : [{ value, next: at + 1 }];
  };
}

/** One of these words; several in a row when written with spaces: `words('не позднее', 'до')`. Preferred in this order. */
export function words(...phrases: readonly string[]): Parser<string> {
  const rows = new Map<string, { phrase: string; row: readonly string[] }[]>();
  for (const phrase of phrases) {
    const row = phrase.split(' ');
    const first = row[0] ?? '';
    rows.set(first, [...(rows.get(first) ?? []), { phrase, row }]);
  }
  return ({ list }, at) => {
    const here = list[at];
    const begun = here?.type === 'word' ? rows.get(here.word) : undefined;
    if (begun === undefined) return NONE;
    return begun.flatMap(({ phrase, row }) =>
      row.every((word, index) => isWord(list[at + index], word)) ? { value: phrase, next: at + row.length } : [],
    );
  };
}

export function matching(form: RegExp): Parser<string> {
  return token((here) => (here.type === 'word' && form.test(here.word) ? here.word : null));
}

export function mark(...marks: readonly string[]): Parser<string> {
  return token((here) => {
    const sign = here.type === 'dash' ? '–' : here.type === 'mark' ? here.mark : null;
    return sign !== null && marks.includes(sign) ? sign : null;
  });
}

type Values<P extends readonly Parser<unknown>[]> = {
  -readonly [K in keyof P]: P[K] extends Parser<infer T> ? T : never;
};

export function sequence<P extends readonly Parser<unknown>[]>(...parsers: P): Parser<Values<P>> {
  return (tokens, at) => {
    let ways: readonly Way<readonly unknown[]>[] = [{ value: NONE, next: at }];
    for (const parser of parsers) {
      const longer: Way<readonly unknown[]>[] = [];
      for (const way of ways) {
        const { value: before } = way;
        for (const { value, next } of parser(tokens, way.next)) {
          longer.push({ value: before === NONE ? [value] : [...before, value], next });
        }
      }
      if (longer.length === 0) return NONE; // most end at their first word
      ways = longer;
    }
    return ways as readonly Way<Values<P>>[];
  };
}

export function either<T>(...parsers: readonly Parser<T>[]): Parser<T> {
  return (tokens, at) => {
    let found: readonly Way<T>[] = NONE;
    for (const parser of parsers) {
      const ways = parser(tokens, at);
      if (ways.length > 0) found = found.length === 0 ? ways : [...found, ...ways];
    }
    return found;
  };
}

/** With it preferred; without it null. */
export function optional<T>(parser: Parser<T>): Parser<T | null> {
  return (tokens, at) => [...parser(tokens, at), { value: null, next: at }];
}

/** As many as there are, longest first; the first way of each is taken, so that noise cannot make the work explode. */
export function many<T>(parser: Parser<T>, least = 0): Parser<readonly T[]> {
  return (tokens, at) => {
    const ways: Way<readonly T[]>[] = [{ value: [], next: at }];
    for (let last = ways[0]; last !== undefined; last = ways.at(-1)) {
      const way = parser(tokens, last.next)[0];
      if (way === undefined || way.next === last.next) break;
      ways.push({ value: [...last.value, way.value], next: way.next });
    }
    return ways.filter(({ value }) => value.length >= least).reverse();
  };
}

export function map<T, U>(parser: Parser<T>, turn: (value: T) => U): Parser<U> {
  return (tokens, at) => {
    const ways = parser(tokens, at);
    return ways.length === 0 ? NONE : ways.map(({ value, next }) => ({ value: turn(value), next }));
  };
}

/** As `map`, but null means that it does not fit after all. */
export function mapIf<T, U>(parser: Parser<T>, turn: (value: T) => U | null): Parser<U> {
  return (tokens, at) => {
    const ways = parser(tokens, at);
    if (ways.length === 0) return NONE;
    return ways.flatMap(({ value, next }) => {
      const turned = turn(value);
      return turned === null ? [] : [{ value: turned, next }];
    });
  };
}

/** The words read, as they stand in the phrase, spaces collapsed. */
export function verbatim(parser: Parser<unknown>): Parser<string> {
  return (tokens, at) => parser(tokens, at).map(({ next }) => ({ value: textOf(tokens, at, next), next }));
}

export function textOf({ text, list }: Tokens, from: number, to: number): string {
  const start = list[from]?.start ?? text.length;
  const end = to > from ? (list[to - 1]?.end ?? start) : start;
  return text.slice(start, end).replace(/\s+/gu, ' ').trim();
}

/** The same, worked out once per place of a phrase: for large rules that several others begin with. */
export function once<T>(parser: Parser<T>): Parser<T> {
  const known = new WeakMap<Tokens, Map<number, readonly Way<T>[]>>();
  return (tokens, at) => {
    const places = known.get(tokens) ?? new Map<number, readonly Way<T>[]>();
    known.set(tokens, places);
    const ways = places.get(at) ?? parser(tokens, at);
    places.set(at, ways);
    return ways;
  };
}

function isWord(here: Token | undefined, word?: string): boolean {
  return here?.type === 'word' && (word === undefined || here.word === word);
}
