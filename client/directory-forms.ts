/**
 * Columns of the directory for forms that an office has corrected: «фамилия, род. падеж», «должность (дат.)». An empty cell
 * corrects nothing. Pure.
 */
import type { GrammaticalCase } from '#domain/declension';
import type { CorrectedForms } from '#domain/official';

type Part = keyof CorrectedForms;

export interface FormColumn {
  /** As the file names it, in small letters. */
  readonly title: string;
  /** From 1, as a spreadsheet counts. */
  readonly number: number;
  readonly part: Part;
  readonly grammaticalCase: GrammaticalCase;
}

const PARTS: Readonly<Record<string, Part>> = {
  фамилия: 'surname',
  имя: 'name',
  отчество: 'patronymic',
  должность: 'post',
};
const CASES: Readonly<Record<string, GrammaticalCase>> = {
  род: 'genitive',
  дат: 'dative',
  вин: 'accusative',
  твор: 'instrumental',
  пред: 'prepositional',
};

/** The columns of corrected forms among those of the file, and what is wrong with them. @param titles in small letters */
export function readFormColumns(titles: readonly string[]): {
  readonly columns: readonly FormColumn[];
  readonly faults: readonly string[];
} {
  const columns: FormColumn[] = [];
  const faults: string[] = [];
  for (const [at, title] of titles.entries()) {
    const [, part = '', rest] = /^(фамилия|имя|отчество|должность)(?=[^\p{L}])[\s,:;(–-]*(.*)$/u.exec(title) ?? [];
    if (rest === undefined) continue;
    const where = `строка 1, графа ${at + 1} «${title}»`;
    const named = /^(?:в\s+)?(род|дат|вин|твор|пред)\p{L}*\.?(?:\s+падеж\p{L}*)?\)?$/u.exec(rest)?.[1];
    const [column, grammaticalCase] = [PARTS[part], CASES[named ?? '']];
    if (column === undefined || grammaticalCase === undefined) {
      faults.push(`${where}: не назван падеж, нужен «род.», «дат.», «вин.», «твор.» или «предл.»`);
    } else if (columns.some((other) => other.part === column && other.grammaticalCase === grammaticalCase)) {
      faults.push(`${where}: такая графа уже есть`);
    } else {
      columns.push({ title, number: at + 1, part: column, grammaticalCase });
    }
  }
  return { columns, faults };
}

/** Null when the file has no such columns: then what is stored stays. @param cell null for an empty one */
export function correctedForms(
  columns: readonly FormColumn[],
  cell: (title: string) => string | null,
): CorrectedForms | null {
  if (columns.length === 0) return null;
  const forms: Partial<Record<Part, Partial<Record<GrammaticalCase, string>>>> = {};
  for (const { title, part, grammaticalCase } of columns) {
    const form = cell(title);
    if (form !== null) forms[part] = { ...forms[part], [grammaticalCase]: form };
  }
  return forms;
}

/** A form typed into the wrong row or with initials would be printed in an act: it is refused. */
export function faultsOfForms(
  columns: readonly FormColumn[],
  cell: (title: string) => string | null,
): readonly string[] {
  return columns.flatMap(({ title, number, part }) => {
    const form = cell(title);
    if (form === null) return [];
    const base = Object.entries(PARTS).find(([, each]) => each === part)?.[0] ?? '';
    const nominative = cell(base);
    const where = `графа ${number} «${title}»`;
    if (nominative === null) return [`${where}: форма «${form}» есть, а графа «${base}» пуста`];
    if (first(form) !== first(nominative)) return [`${where}: «${form}» – не форма слов «${nominative}»`];
    const odd = part === 'post' ? /[/\\;|\p{Cc}]/u : /[^\p{L}\s'’-]/u;
    const asMany = part === 'post' || form.split(' ').length === nominative.split(' ').length;
    return odd.test(form) || !asMany
      ? [`${where}: «${form}» – нужна одна форма для «${nominative}», без инициалов и вариантов`]
      : [];
  });
}

function first(text: string): string {
  return text.slice(0, 1).toLowerCase().replace('ё', 'е');
}
