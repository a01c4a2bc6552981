/**
 * The words of one mail taken apart: what a text template says between its head and its last line.
 * A template speaks in lines: the head (`Тема:` …) up to the first empty line, then the opening sentence, then facts
 * (`Слово: значение`), rows (`– …`), headings (`# …`) and plain sentences. Values cannot make lines: they are cleaned first.
 */
import { VekhaError } from '#domain/errors';

export type LinkTarget = 'пункт' | 'отчёт' | 'перенос' | 'дата' | 'документ' | 'карта' | 'сегодня';

export interface LetterLink {
  readonly word: string;
  readonly target: LinkTarget;
}

export type LetterLine =
  | { readonly is: 'fact'; readonly word: string; readonly value: string }
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'row'; readonly text: string }
  | { readonly is: 'sentence'; readonly text: string };

export interface Letter {
  readonly subject: string;
  /** News in at most six words. */
  readonly heading: string;
  /** First sentence, small first letter unless it is a name; the greeting comes before it. */
  readonly opening: string;
  readonly lines: readonly LetterLine[];
  /** What follows «Дальше:»; null when nothing does. */
  readonly next: string | null;
  readonly button: LetterLink | null;
  readonly link: LetterLink | null;
  readonly counters: readonly { readonly figure: string; readonly label: string }[];
  /** How the matter is told as one row of the morning mail, and the verb of its link there. */
  readonly row: string;
  readonly rowVerb: string | null;
  /** The same row under a heading that says the half of it; `row` when the template has no other. */
  readonly listRow: string;
}

const TARGETS: readonly string[] = ['пункт', 'отчёт', 'перенос', 'дата', 'документ', 'карта', 'сегодня'];
const FACT = /^([А-ЯЁ][^:.«»]{1,60}): (.+)$/u;

/** @throws VekhaError 'template.invalid' when the rendered text has no subject, no opening or an unknown line in its head */
export function readLetter(name: string, rendered: string): Letter {
  const [head, body] = halves(rendered);
  const fields = readHead(name, head);
  const [opening, ...rest] = body;
  const subject = fields.get('Тема');
  if (subject === undefined || opening === undefined) throw invalid(name, 'нет темы или первого предложения');
  const lines = rest.map(readLine);
  const last = lines.at(-1);
  const next = last?.is === 'fact' && last.word === 'Дальше' ? last.value : null;
  return {
    subject,
    heading: fields.get('Заголовок') ?? subject,
    opening,
    lines: next === null ? lines : lines.slice(0, -1),
    next,
    button: readLink(name, fields.get('Кнопка')),
    link: readLink(name, fields.get('Ссылка')),
    counters: readCounters(fields.get('Счётчики')),
    row: fields.get('Строка') ?? subject,
    rowVerb: fields.get('В строке') ?? null,
    listRow: fields.get('В списке') ?? fields.get('Строка') ?? subject,
  };
}

function halves(rendered: string): readonly [readonly string[], readonly string[]] {
  const lines = rendered.split('\n').map((line) => oneStop(line.trim()));
  const start = lines.findIndex((line) => line !== '');
  const end = lines.indexOf('', start);
  return [lines.slice(start, end), lines.slice(end).filter((line) => line !== '')];
}

/** «… Голубев И.А.» already ends with a stop. */
function oneStop(line: string): string {
  return line.replaceAll(/((?:\p{Lu}|(?<!\p{L})г)\.)\.(?=$|[\s»)])/gu, '$1');
}

function readHead(name: string, lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const line of lines) {
    const [, word, value] = /^(Тема|Заголовок|Кнопка|Ссылка|Строка|В строке|В списке|Счётчики): (.*)$/.exec(line) ?? [];
    if (word === undefined || value === undefined) throw invalid(name, `непонятная строка в начале: «${line}»`);
    fields.set(word, value);
  }
  return fields;
}

function readLine(line: string): LetterLine {
  if (line.startsWith('# ')) return { is: 'heading', text: line.slice(2) };
  if (line.startsWith('– ')) return { is: 'row', text: line.slice(2) };
  const [, word, value] = FACT.exec(line) ?? [];
  return word === undefined || value === undefined ? { is: 'sentence', text: line } : { is: 'fact', word, value };
}

function readLink(name: string, text: string | undefined): LetterLink | null {
  if (text === undefined) return null;
  const [word = '', target = ''] = text.split(' | ');
  if (!isTarget(target)) throw invalid(name, `неизвестно, куда ведёт «${text}»`);
  return { word, target };
}

function isTarget(text: string): text is LinkTarget {
  return TARGETS.includes(text);
}

function readCounters(text: string | undefined): Letter['counters'] {
  if (text === undefined) return [];
  return text.split(' | ').map((counter) => {
    const gap = counter.indexOf(' ');
    return { figure: counter.slice(0, gap), label: counter.slice(gap + 1) };
  });
}

function invalid(name: string, why: string): VekhaError {
  return new VekhaError('template.invalid', `Шаблон письма ${name}.hbs: ${why}.`, { template: name });
}
