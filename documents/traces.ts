/**
 * Words that betray a template which was not filled in, or a program that printed a value it did not have. A person may
 * write them too («поле null», «{{x}}»): then they stand in two runs, which a reader does not see, and are no trace. Pure.
 */

const TRACES = /\{\{|\}\}|\bundefined\b|\[object Object\]|\bNaN\b|\bnull\b/u;
const MIDDLES =
  /(?<=\{)(?=\{)|(?<=\})(?=\})|(?<=\bunde)(?=fined\b)|(?<=\[object )(?=Object\])|(?<=\bN)(?=aN\b)|(?<=\bnu)(?=ll\b)/u;

/** @param run the text of one run @returns the first trace in it */
export function traceIn(run: string): string | undefined {
  return TRACES.exec(run)?.[0];
}

/** The text of a value in as many runs as it takes for none of them to hold a trace; joined they are the text. */
export function apartTraces(text: string): readonly string[] {
  return TRACES.test(text) ? text.split(MIDDLES) : [text];
}
