/**
 * House rules of a .docx that the Open XML schema does not know: what makes Word "repair" a file, and what betrays a
 * template that was not filled in. Together with the SDK's validator it finds what neither finds alone.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { readZip } from '#archive';
import { lintRelations } from './lint-relations.js';
import { MAIN_PART, openPackage, type XmlParts } from './open-package.js';
import { traceIn } from './traces.js';

/** @returns Russian sentences without a full stop, each once; empty when there is nothing to say */
export function lint(bytes: Uint8Array): string[] {
  const parts = openPackage(bytes);
  if (parts === null) return ['файл не открывается как .docx'];
  return lintPackage(parts, new Set(readZip(bytes).names));
}

/** The same of a package that is open already. @param names of all its parts */
export function lintPackage(parts: XmlParts, names: ReadonlySet<string>): string[] {
  if (!parts.has(MAIN_PART)) return [`в файле нет ${MAIN_PART}: это не .docx`];
  const known = {
    styles: idsIn(parts.get('word/styles.xml'), 'w:style', 'w:styleId'),
    numberings: idsIn(parts.get('word/numbering.xml'), 'w:num', 'w:numId'),
  };
  const findings = [...parts].flatMap(([name, xml]) => {
    const linter = new PartLinter(WORDS_IN.test(name) ? known : null);
    return linter.lint(xml).map((finding) => `${name}: ${finding}`);
  });
  return [...new Set([...findings, ...lintRelations(parts, names)])];
}

/** Parts that hold text of the document; the rest is only checked as XML. */
const WORDS_IN = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$/u;
const XML_FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u;
const TEXTLESS: ReadonlySet<string> = new Set(['w:body', 'w:p', 'w:tr', 'w:tc', 'w:tbl', 'w:r']);
const STYLE_REFERENCES: ReadonlySet<string> = new Set(['w:pStyle', 'w:rStyle', 'w:tblStyle']);

interface Known {
  readonly styles: ReadonlySet<string>;
  readonly numberings: ReadonlySet<string>;
}

interface Open {
  readonly name: string;
  /** Names of the elements inside, in order. */
  readonly children: string[];
}

class PartLinter {
  private readonly findings: string[] = [];
  private readonly stack: Open[] = [];
  private paragraphText = '';

  constructor(private readonly known: Known | null) {}

  lint(xml: string): readonly string[] {
    if (XML_FORBIDDEN.test(xml)) this.findings.push('запрещённый в XML знак');
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => this.findings.push(`XML не читается (${error.message})`));
    parser.on('doctype', () => this.findings.push('DOCTYPE недопустим'));
    if (this.known !== null) {
      parser.on('opentag', (tag) => this.open(tag));
      parser.on('closetag', (tag) => this.close(tag.name));
      parser.on('text', (text) => this.text(text));
    }
    parser.write(xml).close();
    return this.findings;
  }

  private open({ name, attributes }: SaxesTagNS): void {
    this.stack.at(-1)?.children.push(name);
    this.stack.push({ name, children: [] });
    if (name === 'w:p') this.paragraphText = '';
    const value = attributes['w:val']?.value ?? '';
    if (STYLE_REFERENCES.has(name) && this.known?.styles.has(value) === false) {
      this.findings.push(`нет стиля «${value}»`);
    }
    if (name === 'w:numId' && value !== '0' && this.known?.numberings.has(value) === false) {
      this.findings.push(`нет нумерации «${value}»`);
    }
  }

  private close(name: string): void {
    const closed = this.stack.pop();
    const children = closed?.children ?? [];
    if (name === 'w:tc' && children.at(-1) !== 'w:p') this.findings.push('ячейка таблицы не кончается абзацем');
    if (name === 'w:tr' && !children.includes('w:tc') && !children.includes('w:sdt')) {
      this.findings.push('строка таблицы без ячеек');
    }
    if (name === 'w:tbl' && !children.includes('w:tr')) this.findings.push('таблица без строк');
    if ((name === 'w:hdr' || name === 'w:ftr') && !children.includes('w:p')) {
      this.findings.push('колонтитул без абзаца');
    }
  }

  private text(text: string): void {
    const around = this.stack.at(-1)?.name ?? '';
    if (TEXTLESS.has(around) && text.trim() !== '') this.findings.push(`текст вне w:t в ${around}`);
    if (around !== 'w:t') return;
    this.paragraphText += text;
    this.trace(traceIn(text));
  }

  private trace(found: string | undefined): void {
    if (found !== undefined) {
      this.findings.push(`след шаблона «${found}» в «${this.paragraphText.trim().slice(0, 40)}»`);
    }
  }
}

function idsIn(xml: string | undefined, element: string, attribute: string): ReadonlySet<string> {
  const found = new Set<string>();
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', () => undefined); // reported when this part itself is read
  parser.on('opentag', ({ name, attributes }) => {
    const id = attributes[attribute];
    if (name === element && id !== undefined) found.add(id);
  });
  parser.write(xml ?? '<none/>').close();
  return found;
}
