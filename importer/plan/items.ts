/** Rows of measures → items and sections, with everything a person has to check. Pure. */
import type { Field, Problem, ReadItem, ReadSection, Severity } from '#domain/order';
import type { Role } from './columns.js';
import { partiesOf } from './parties.js';
import { emptyPassage, fieldOf, slicePassage, trimPassage, type Passage } from '../passage.js';
import { cleanValue, folded, plain, withoutFootnoteMarks } from '../plain.js';
import { resultsOf } from './results.js';
import { whereOf, type DraftItem, type DraftRoadmap } from './roadmap-rows.js';

export interface ReadTable {
  readonly items: readonly ReadItem[];
  readonly sections: readonly ReadSection[];
}

type Tell = (severity: Severity, role: Role | null, message: string) => void;

/**
 * @param roadmap number of the plan when the act has several, else null
 * @param problems takes what a person has to know
 */
export function itemsOf(draft: DraftRoadmap, roadmap: number | null, problems: Problem[]): ReadTable {
  const items: ReadItem[] = [];
  const sections: (ReadSection & { readonly items: string[] })[] = [];
  const tag = roadmap === null ? {} : { roadmap };
  const firstSeen = new Set<string>();
  tellOfColumns(draft, roadmap, problems);
  for (const entry of draft.entries) {
    if (entry.kind === 'section') {
      sections.push({ ...sectionHead(entry.text), items: [], ...tag });
      continue;
    }
    const tell: Tell = (severity, role, message) => {
      problems.push({ severity, where: placeOf(entry, role, draft, roadmap), message });
    };
    const item = { ...itemOf(entry, draft, tell), ...tag };
    if (firstSeen.has(item.no.value)) {
      tell(
        'blocking',
        'no',
        `номер ${item.no.value} уже занят другим пунктом: исправьте номера в файле и загрузите его снова.`,
      );
    }
    if (item.no.value !== '') firstSeen.add(item.no.value);
    items.push(item);
    sections.at(-1)?.items.push(item.no.value);
  }
  return { items, sections };
}

function itemOf(entry: DraftItem, draft: DraftRoadmap, tell: Tell): ReadItem {
  const cell = (role: Role) => trimPassage(entry.cells.get(role) ?? emptyPassage);
  const { no, title } = numberAndTitle(entry, draft, cell, tell);
  if (title.value === '') tell('blocking', 'title', 'мероприятие не названо: впишите его в файл и загрузите снова.');
  const responsible = partiesOf(cell('responsible'), (text) => {
    tell(
      'note',
      'responsible',
      `«${text}» прочитано как часть названия перед запятой: проверьте, не отдельный ли это исполнитель.`,
    );
  });
  if (responsible.length === 0 && has(draft, 'responsible')) {
    tell('warning', 'responsible', 'ответственный не назван: назначьте его перед запуском.');
  }
  const results = resultsOf(cell('result'), (text) => {
    tell('note', 'result', `вид документа «${shortened(text)}» не распознан: его подготовят вручную.`);
  });
  const deadline = cell('deadline');
  if (plain(deadline.text) === '')
    tell('warning', 'deadline', 'срок не указан: назовите его перед запуском или ведите пункт без срока.');
  return { no, title, responsible, results, deadline: fieldOf(deadline, plain(deadline.text)) };
}

/** The number of the column, else the one that the measure begins with, else the row's place in the table. */
function numberAndTitle(
  entry: DraftItem,
  draft: DraftRoadmap,
  cell: (role: Role) => Passage,
  tell: Tell,
): Pick<ReadItem, 'no' | 'title'> {
  const printed = cell('no');
  const title = cell('title');
  const own = /^(?:п(?:ункт|\.)\s*)?(\d+(?:\.\d+)*)(?:[.)]\s*|\s+)(?=\p{L}|«)/iu.exec(title.text);
  if (has(draft, 'no')) {
    const no = numberOf(printed);
    if (no.value === '') tell('blocking', 'no', 'у строки нет номера: поставьте его в файле и загрузите снова.');
    const repeats = own !== null && own[1] === no.value;
    return { no, title: titleOf(repeats ? slicePassage(title, own[0].length) : title) };
  }
  if (own?.[1] !== undefined) {
    const from = own[0].indexOf(own[1]);
    const no = slicePassage(title, from, from + own[1].length);
    return { no: fieldOf(no, own[1]), title: titleOf(slicePassage(title, own[0].length)) };
  }
  if (entry.ordinal === 1) tell('warning', 'title', 'в таблице нет номеров: пункты пронумерованы по порядку строк.');
  return { no: fieldOf(emptyPassage, String(entry.ordinal)), title: titleOf(title) };
}

function numberOf(printed: Passage): Field<string> {
  const value = withoutFootnoteMarks(plain(printed.text))
    .replace(/^(?:№|п(?:ункт|\.))\s*/iu, '')
    .replace(/[.)\s]+$/u, '');
  return fieldOf(printed, value);
}

function titleOf(text: Passage): Field<string> {
  const trimmed = trimPassage(text);
  return fieldOf(trimmed, cleanValue(trimmed.text));
}

/** «Раздел I. Организационные мероприятия» → I, «Организационные мероприятия». */
function sectionHead(text: Passage): Pick<ReadSection, 'no' | 'title'> {
  const whole = trimPassage(text);
  const mark =
    /^(?:(?:раздел|подраздел|этап|направление|блок)\s+(?:№\s*)?([IVXLХІ]+|\d+(?:\.\d+)*)[.):]?\s*|([IVXLХІ]+|\d+(?:\.\d+)*)[.)]\s*)[-–]?\s*/iu.exec(
      whole.text,
    );
  const title = titleOf(slicePassage(whole, mark?.[0].length ?? 0));
  return { no: mark?.[1] ?? mark?.[2] ?? '', title };
}

function tellOfColumns(draft: DraftRoadmap, roadmap: number | null, problems: Problem[]): void {
  const where = placeOfTable(roadmap);
  for (const { role, header } of draft.head.columns) {
    if (role === null && header !== '') {
      problems.push({
        severity: 'note',
        where,
        message: `графа «${shortened(header)}» не читается: её нет среди граф, нужных для исполнения.`,
      });
    }
  }
  if (!has(draft, 'responsible')) {
    problems.push({ severity: 'warning', where, message: 'нет графы с ответственными: назначьте их перед запуском.' });
  }
  if (!has(draft, 'result')) {
    problems.push({ severity: 'note', where, message: 'нет графы с результатами: документы к пунктам не готовятся.' });
  }
}

function has({ head }: DraftRoadmap, role: Role): boolean {
  return head.columns.some((column) => column.role === role);
}

function placeOf(entry: DraftItem, role: Role | null, draft: DraftRoadmap, roadmap: number | null): string {
  const header = draft.head.columns.find((column) => column.role === role)?.header ?? '';
  const place = roadmap === null ? whereOf(entry) : `${whereOf(entry)} дорожной карты ${roadmap}`;
  if (folded(header) === '') return place;
  return `${place}, графа «${shortened(header)}»`;
}

function placeOfTable(roadmap: number | null): string {
  return roadmap === null ? 'таблица мероприятий' : `таблица мероприятий дорожной карты ${roadmap}`;
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
