/** Handlebars' own complaints, in Russian and with a place. */
import type { Fault, Place } from './template-tree.js';

/** @param origin the beginning of the file that did not parse */
export function syntaxFault(error: unknown, origin: Place): Fault {
  return { ...faultOf(error, origin), breaks: true };
}

function faultOf(error: unknown, origin: Place): Fault {
  const text = error instanceof Error ? error.message : String(error);
  const mismatch = /^(.+) doesn't match (.+) - (\d+):(\d+)$/u.exec(text);
  if (mismatch !== null) {
    const [, opened = '', closed = '', line = '1', column = '0'] = mismatch;
    return { at: place(origin, line, column), message: `блок {{#${opened}}} закрыт как {{/${closed}}}` };
  }
  const path = /^Invalid path: (.+) - (\d+):(\d+)$/u.exec(text);
  if (path !== null) return { at: place(origin, path[2], path[3]), message: `неверное имя поля «${path[1] ?? ''}»` };
  return { at: { ...origin, line: lineOf(text), column: columnOf(text) }, message: whatHappened(text) };
}

/** Names of what Handlebars stumbled over, in its own words for tokens. */
const STUMBLES: readonly (readonly [RegExp, string])[] = [
  [/Expecting .*'OPEN_ENDBLOCK'.* got 'EOF'/su, 'файл кончился внутри блока: нет закрывающего {{/…}}'],
  [/got 'OPEN_ENDBLOCK'/u, 'закрывающий {{/…}} без открывающего {{#…}}'],
  [/got 'INVERSE'|got 'OPEN_INVERSE/u, '{{else}} стоит вне блока'],
  [/got 'EOF'/u, 'файл кончился внутри {{…}}'],
  [/got 'CLOSE'/u, 'между {{ и }} не хватает имени поля'],
  [/got 'INVALID'/u, 'недопустимый знак внутри {{…}} или нет закрывающих }}'],
];

function whatHappened(text: string): string {
  return STUMBLES.find(([pattern]) => pattern.test(text))?.[1] ?? 'запись {{…}} не разобрана';
}

function lineOf(text: string): number {
  return Number(/on line (\d+)/u.exec(text)?.[1] ?? 1);
}

/** The parser draws an arrow under (at most) the last twenty characters before the fault; the arrow's column is a hint. */
function columnOf(text: string): number {
  const arrow = text.split('\n').find((line) => /^-*\^$/u.test(line));
  return arrow === undefined ? 1 : arrow.length;
}

function place(origin: Place, line = '1', column = '0'): Place {
  return { ...origin, line: Number(line), column: Number(column) + 1 };
}
