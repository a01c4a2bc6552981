/**
 * Reads templates/mail once, at start: the words of every mail (`<kind>.<role>.hbs`) and the two frames.
 * Handlebars is ours alone here, strict and closed: no partials, no unknown helpers, no way to unescaped output, no
 * prototypes. Values never become template text.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { VekhaError } from '#domain/errors';
import { everyTextName } from './text-name.js';
import { faultsOf } from './template-faults.js';

/** A rendered template, or an error that names the template and the field. */
type Render = (fields: object) => string;

export interface MailTemplates {
  readonly texts: ReadonlyMap<string, Render>;
  readonly textFrame: Render;
  readonly htmlFrame: Render;
}

const KNOWN_HELPERS = { род: true, log: false, lookup: false, with: false };

/**
 * @param dir folder with the .hbs files
 * @throws VekhaError 'template.unknown' when a file is missing, 'template.invalid' when one cannot be understood
 */
export async function loadMailTemplates(dir: string): Promise<MailTemplates> {
  const texts = new Map<string, Render>();
  for (const name of everyTextName()) {
    const source = await readTemplate(dir, name);
    if (!/^Тема: \S/m.test(source)) throw invalid(name, 'нет строки «Тема: …»');
    texts.set(name, prepare(name, source, 'text'));
  }
  return {
    texts,
    textFrame: prepare('frame.text', await readTemplate(dir, 'frame.text'), 'text'),
    htmlFrame: prepare('frame.html', await readTemplate(dir, 'frame.html'), 'html'),
  };
}

async function readTemplate(dir: string, name: string): Promise<string> {
  try {
    return await readFile(join(dir, `${name}.hbs`), 'utf8');
  } catch {
    throw new VekhaError('template.unknown', `Нет шаблона письма ${name}.hbs: верните файл в папку шаблонов писем.`, {
      template: name,
    });
  }
}

function prepare(name: string, source: string, part: 'text' | 'html'): Render {
  const handlebars = closedHandlebars();
  const options = {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers: KNOWN_HELPERS,
    noEscape: part === 'text', // the HTML frame escapes; in the text part an entity would be shown to people
  };
  const faults = faultsOf(handlebars, source, ['if', 'unless', 'each', 'род']);
  if (faults[0] !== undefined) throw invalid(name, faults.join('; '));
  const template = handlebars.compile<object>(source, options);
  return (fields) => {
    try {
      return template(fields);
    } catch (error) {
      throw invalid(name, unknownField(error, fields));
    }
  };
}

function closedHandlebars(): typeof Handlebars {
  const handlebars = Handlebars.create();
  for (const helper of ['log', 'lookup', 'with']) handlebars.unregisterHelper(helper);
  handlebars.registerHelper('род', (person: { род: string | null }, masculine: string, feminine: string) =>
    person.род === 'f' ? feminine : masculine,
  );
  return handlebars;
}

function unknownField(error: unknown, fields: object): string {
  const message = error instanceof Error ? error.message : String(error);
  const field = /^"(.+)" not defined in/.exec(message)?.[1];
  return field === undefined ? message : `поле «${field}» неизвестно; есть поля: ${Object.keys(fields).join(', ')}`;
}

function invalid(name: string, why: string): VekhaError {
  return new VekhaError('template.invalid', `Шаблон письма ${name}.hbs: ${why}.`, { template: name });
}
