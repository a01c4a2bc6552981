/** Rows of measures → items and sections, with everything a person has to check. Pure. */
import type { Field, Problem, ReadExtra, ReadItem, ReadSection, Severity } from '#domain/order';
import { fieldOf, slicePassage, trimPassage, type Passage } from '../passage.js';
import { cleanValue, folded, plain, shortened } from '../plain.js';
import { meaningOf, type Role } from './column-meaning.js';
import { hasRole } from './columns.js';
import { isDeadline } from './content-columns.js';
import { fillMarks } from './fill-marks.js';
import { numberAndTitle, tellOfGaps, withOwnNumbers } from './item-number.js';
import { partiesOf } from './parties.js';
import { beginsWithDeed } from './party-words.js';
import { deadlineByPeriods, type PeriodsOptions } from './period-marks.js';
import { resultsOf } from './results.js';
import { cellOf, whereOf, type DraftItem, type DraftRoadmap } from './draft.js';

/** Characters of a text that a message quotes. */
const LONGEST_SHOWN = 80;

export interface ReadTable {
  readonly items: readonly ReadItem[];
  readonly sections: readonly ReadSection[];
}

export interface ItemsOptions {
  /** Number of the plan when the act has several, else null. */
  readonly roadmap: number | null;
  /** The year of the plan where its name settles it: a quarter as a column may name none. */
  readonly year: number | null;
}

/** Tells of something in a row, or in the cell of one of its columns. */
export type Tell = (severity: Severity, role: Role | null, message: string) => void;

/** What a person has to know is added to the problems of the draft. */
export function itemsOf(draft: DraftRoadmap, { roadmap, year }: ItemsOptions): ReadTable {
  const { problems } = draft;
  const items: ReadItem[] = [];
  const sections: (ReadSection & { readonly items: string[] })[] = [];
  const tag = roadmap === null ? {} : { roadmap };
  tellOfColumns(draft);
  const sectionOf: number[] = [];
  const tells: Tell[] = [];
  const fillsOf = fillMarks(
    draft.entries.filter((entry) => entry.kind === 'item'),
    draft.head,
  );
  for (const entry of draft.entries) {
    if (entry.kind === 'section') {
      sections.push({ ...sectionHead(entry.text), items: [], ...tag });
      continue;
    }
    const tell: Tell = (severity, role, message) => {
      problems.push({ severity, where: placeOf(entry, role, draft), message });
    };
    items.push({ ...itemOf(entry, draft, { year, coloured: fillsOf(entry) }, tell), ...tag });
    tells.push(tell);
    sectionOf.push(sections.length - 1);
  }
  const numbers = withOwnNumbers(items, sectionOf, sections, tells);
  tellOfGaps(items, draft.leftOut, tells);
  const numbered = items.map((item, i) => ({ ...item, no: { ...item.no, value: numbers[i] ?? item.no.value } }));
  for (const [i, item] of numbered.entries()) {
    const section = sections[sectionOf[i] ?? -1];
    if (section !== undefined && !isPastSection(section, item.no.value)) section.items.push(item.no.value);
  }
  return { items: numbered, sections };
}

/** «2» after «1.1», «1.2» under «1»: the heading is left behind. */
function isPastSection({ no, items }: ReadSection, item: string): boolean {
  return no !== '' && items.some((each) => each.startsWith(`${no}.`)) && !item.startsWith(`${no}.`);
}

function itemOf(entry: DraftItem, draft: DraftRoadmap, settled: PeriodsOptions, tell: Tell): ReadItem {
  const { head } = draft;
  const cell = (role: Role) => cellOf(head, entry.cells, role);
  const { no, title } = numberAndTitle(entry, head, tell);
  if (title.value === '') tell('blocking', 'title', 'мероприятие не названо: впишите его в файл и загрузите снова.');
  const responsible = partiesIn(cell('responsible'), 'responsible', tell);
  if (responsible.length === 0 && hasRole(head, 'responsible')) {
    tell('blocking', 'responsible', 'ответственный не назван: впишите его до запуска командой correct.');
  }
  const results = resultsOf(cell('result'), title.value, (text) => {
    tell('note', 'result', `вид документа «${shortened(text, LONGEST_SHOWN)}» не распознан: его подготовят вручную.`);
  });
  if (hasRole(head, 'result') && plain(cell('result').text) === '')
    tell('note', 'result', 'результат не назван: документ к пункту не готовится.');
  const extra = extraOf(entry, draft);
  return {
    no,
    title,
    responsible: [...responsible, ...partiesIn(cell('co-executors'), 'co-executors', tell)],
    results,
    deadline: deadlineIn(entry, draft, settled, tell),
    ...(extra.length > 0 ? { extra } : {}),
  };
}

function partiesIn(cell: Passage, role: Role, tell: Tell): Field<string>[] {
  const parties = partiesOf(cell, (text) => {
    tell(
      'note',
      role,
      `«${text}» прочитано как часть названия перед запятой: проверьте, не отдельный ли это исполнитель.`,
    );
  });
  for (const { value } of parties) {
    if (isDeadline(value) || beginsWithDeed(value))
      tell(
        'warning',
        role,
        `«${shortened(value, LONGEST_SHOWN)}» не похоже на исполнителя: проверьте, не переставлены ли ячейки.`,
      );
  }
  return parties;
}

function deadlineIn(entry: DraftItem, draft: DraftRoadmap, settled: PeriodsOptions, tell: Tell): Field<string> {
  const byPeriods = hasRole(draft.head, 'period');
  const deadline = byPeriods
    ? deadlineByPeriods(entry, draft.head, settled, tell)
    : ofCell(cellOf(draft.head, entry.cells, 'deadline'));
  if (deadline.value === '')
    tell(
      'warning',
      'deadline',
      byPeriods
        ? 'срок не указан: в графах периодов нет однозначных отметок (в PDF и тексте заливка не читается); назовите срок перед запуском.'
        : 'срок не указан: назовите его перед запуском или ведите пункт без срока.',
    );
  return deadline;
}

function ofCell(cell: Passage): Field<string> {
  return fieldOf(cell, plain(cell.text));
}

function extraOf({ cells }: DraftItem, { head }: DraftRoadmap): ReadExtra[] {
  return head.columns.flatMap(({ role, header }, i) => {
    const cell = role === null ? cells.get(i) : undefined;
    return cell === undefined || plain(cell.text) === '' ? [] : [{ name: header, text: ofCell(trimPassage(cell)) }];
  });
}

/** «Раздел I. Организационные мероприятия» → I, «Организационные мероприятия». */
function sectionHead(text: Passage): Pick<ReadSection, 'no' | 'title'> {
  const whole = trimPassage(text);
  const mark =
    /^(?:\d+[.)]?\s+)?(?:(?:раздел|подраздел|этап|направление|блок|глава|часть)\s+(?:№\s*)?([IVXLХІ]+|\d+(?:\.\d+)*)[.):]?\s*|([IVXLХІ]+|\d+(?:\.\d+)*)[.)]?\s+)[-–]?\s*/iu.exec(
      whole.text,
    );
  const cleaned = trimPassage(slicePassage(whole, mark?.[0].length ?? 0));
  return { no: mark?.[1] ?? mark?.[2] ?? '', title: fieldOf(cleaned, cleanValue(cleaned.text).replace(/:$/u, '')) };
}

function tellOfColumns({ head, problems }: DraftRoadmap): void {
  const where = 'таблица мероприятий';
  for (const { role, header, period } of head.columns) {
    if (role === null && header !== '')
      problems.push({ where, ...ofKept(header, period === null ? meaningOf(header).role : 'period') });
  }
  if (!hasRole(head, 'responsible')) {
    problems.push({ severity: 'warning', where, message: 'нет графы с ответственными: назначьте их перед запуском.' });
  }
  if (!hasRole(head, 'result')) {
    problems.push({ severity: 'note', where, message: 'нет графы с результатами: документы к пунктам не готовятся.' });
  }
  if (head.deadlineByContent === true) {
    const header = head.columns.find(({ role }) => role === 'deadline')?.header ?? '';
    problems.push({
      severity: 'warning',
      where,
      message: `графа «${shortened(header, LONGEST_SHOWN)}» прочитана как срок по содержанию: сверьте её.`,
    });
  }
}

/** A column that names the same as another one is asked about: the other was taken. */
function ofKept(header: string, meaning: Role | null): Pick<Problem, 'severity' | 'message'> {
  const name = `графа «${shortened(header, LONGEST_SHOWN)}»`;
  return meaning === 'deadline' || meaning === 'responsible' || meaning === 'title'
    ? {
        severity: 'warning',
        message: `${name} называет то же, что и другая графа, и хранится как есть: проверьте, та ли взята.`,
      }
    : { severity: 'note', message: `${name} для исполнения не нужна: она хранится как есть.` };
}

function placeOf(entry: DraftItem, role: Role | null, { head }: DraftRoadmap): string {
  const header = head.columns.find((column) => column.role === role)?.header ?? '';
  const place = whereOf(entry, head);
  return folded(header) === '' ? place : `${place}, графа «${shortened(header, LONGEST_SHOWN)}»`;
}
