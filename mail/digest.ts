/**
 * Several matters of one morning in one mail: grouped by what they ask of the reader, overdue first, then by due date.
 * The rows are the matters' own texts; here is only the order and the count.
 */
import { dotted, type LocalDate } from '#domain/local-date';
import { shortName } from '#domain/official';
import { counted, plural } from '#domain/plural';
import { orderInDative } from './fields/common.js';
import type { Letter } from './letter.js';
import type { PageLink } from './links.js';
import type { Matter, NextStep, PersonBrief } from './matter.js';
import { byItemNo, itemsOfPlans, unstopped, type PlanItem } from './wording.js';

export interface ToldMatter {
  readonly matter: Matter;
  readonly letter: Letter;
  /** Where its row leads; null without pages. */
  readonly link: PageLink | null;
}

type Group = 'overdue' | 'assigned' | 'waiting' | 'elsewhere' | 'news';

const GROUPS: readonly { readonly group: Group; readonly name: string }[] = [
  { group: 'overdue', name: 'Просрочено' },
  { group: 'assigned', name: 'Поручено вам' },
  { group: 'waiting', name: 'Ждут вас' },
  { group: 'elsewhere', name: 'У других' },
  { group: 'news', name: 'К сведению' },
];

/** Fields of the morning mail (two or more matters, not all of them assignments of one roadmap). */
export function digestFields(told: readonly ToldMatter[]): object {
  const sorted = [...told].sort(byRoadmapThenDue);
  const codes = [...new Set(sorted.map(({ matter }) => matter.roadmap.code))];
  const count = (group: Group): number => told.filter(({ matter }) => groupOf(matter) === group).length;
  const overdue = count('overdue');
  const assigned = count('assigned');
  const waiting = count('waiting');
  const affairs = overdue + assigned + waiting;
  const split = [
    overdue > 0 ? `${overdue} просрочено` : null,
    assigned > 0 ? `${assigned} поручено` : null,
    waiting > 0 ? `${waiting} ${plural(waiting, 'ждёт', 'ждут', 'ждут')} вас` : null,
  ].filter((part) => part !== null);
  return {
    код: codes.length === 1 ? codes[0] : null,
    пункты: itemsOf(sorted, 'пункт', 'пункты'),
    дела: affairs === 0 ? null : counted(affairs, 'дело', 'дела', 'дел'),
    сообщения: counted(told.length, 'сообщение', 'сообщения', 'сообщений'),
    просрочено: overdue === 0 ? null : String(overdue),
    разбивка: split.join(', '),
    сегодня: dotted(sorted[0]?.matter.today ?? ('' as LocalDate)),
    группы: codes.flatMap((code) => groupsOf(code, sorted, codes.length > 1)),
    дальше: nextOfAll(sorted),
  };
}

const ASSIGNED_AS = [
  { role: 'responsible', name: 'Поручено вам' },
  { role: 'coExecutor', name: 'Вы соисполнитель' },
  { role: 'controller', name: 'На вашем контроле' },
] as const;

/** Fields of «поручены пункты 1, 2, 3, 6 и 7»: assignments of one roadmap and nothing else. */
export function assignmentsFields(told: readonly ToldMatter[], recipient: PersonBrief): object {
  const sorted = [...told].sort(byRoadmapThenDue);
  const groups = ASSIGNED_AS.map(({ role, name }) => ({
    name,
    role,
    rows: sorted.filter(({ matter }) => assignedAs(matter) === role),
  })).filter(({ rows }) => rows.length > 0);
  const said = groups.map(({ role, rows }) => assignedWords(role, rows));
  const [first] = groups;
  const roadmap = sorted[0]?.matter.roadmap;
  return {
    код: roadmap?.code ?? '',
    чтоПоручено: said[0] ?? '',
    заголовок: first === undefined ? '' : assignedHeading(first.role, first.rows.length),
    вступление: `по ${roadmap === undefined ? '' : orderInDative(roadmap)} ${said.map(toReader).join('; ')}`,
    группы: groups.map(({ name, rows }) => ({
      название: groups.length > 1 ? name : null,
      строки: rows.map((row) => rowOf(row, row.letter.listRow)),
    })),
    контролёр: commonController(sorted, recipient),
    дальше: nextOfAll(sorted),
  };
}

export function areAssignmentsOfOneRoadmap(matters: readonly Matter[]): boolean {
  return matters.every(({ kind, roadmap }) => kind === 'assignment' && roadmap.code === matters[0]?.roadmap.code);
}

function groupOf({ kind, role, ...matter }: Matter): Group {
  switch (kind) {
    case 'overdue':
      return 'overdue';
    case 'assignment':
      return role === 'responsible' ? 'assigned' : 'news';
    case 'reminder':
    case 'due-today':
      return role === 'responsible' ? 'waiting' : 'elsewhere';
    case 'name-date':
      return role === 'dateOwner' || matter.people.dateOwner === null ? 'waiting' : 'elsewhere';
    case 'draft-ready':
      return 'document' in matter && matter.document.state === 'onApproval' ? 'elsewhere' : 'waiting';
    case 'approval-requested':
    case 'report-submitted':
    case 'returned':
    case 'report-returned':
      return 'waiting';
    case 'approved':
    case 'registered':
    case 'date-named':
    case 'deadline-moved':
    case 'reassigned':
    case 'off-control':
    case 'reworded':
    case 'withdrawn':
    case 'extension-granted':
    case 'extension-refused':
      return 'news';
    case 'extension-requested':
      return role === 'responsible' ? 'news' : 'waiting';
  }
}

function groupsOf(code: string, sorted: readonly ToldMatter[], several: boolean): readonly object[] {
  const own = sorted.filter(({ matter }) => matter.roadmap.code === code);
  return GROUPS.flatMap(({ group, name }) => {
    const rows = own.filter(({ matter }) => groupOf(matter) === group);
    return rows.length === 0
      ? []
      : [{ название: several ? `${code}. ${name}` : name, строки: rows.map((row) => rowOf(row, row.letter.row)) }];
  });
}

function rowOf({ letter, link }: ToldMatter, words: string): object {
  return {
    текст: unstopped(words),
    ссылка: link === null || letter.rowVerb === null ? null : `${letter.rowVerb}:\u00a0${link.url}`,
  };
}

function byRoadmapThenDue({ matter: a }: ToldMatter, { matter: b }: ToldMatter): number {
  const far = '9999';
  const keyA = `${a.roadmap.code}\n${a.item.workingDue ?? far}`;
  const keyB = `${b.roadmap.code}\n${b.item.workingDue ?? far}`;
  return keyA < keyB ? -1 : keyA > keyB ? 1 : byItemNo(a.item.no, b.item.no);
}

const NEXT_WORDS: Partial<Record<NextStep['what'], readonly [one: string, several: string]>> = {
  reminder: ['напоминание по пункту', 'напоминания по пунктам'],
  request: ['запрос даты по пункту', 'запросы дат по пунктам'],
  overdue: ['письмо о просрочке пункта', 'письма о просрочке пунктов'],
};

/** «22.08.2024 – напоминание по пункту 6»: the nearest day on which any of the matters speaks again. */
function nextOfAll(told: readonly ToldMatter[]): string | null {
  const steps = told
    .flatMap(({ matter }) => matter.next.map((step) => ({ step, item: planItem(matter), today: matter.today })))
    .filter(({ step, today }) => NEXT_WORDS[step.what] !== undefined && step.on > today);
  const nearest = steps.map(({ step }) => step.on).sort()[0];
  if (nearest === undefined) return null;
  const phrases = (Object.keys(NEXT_WORDS) as NextStep['what'][]).flatMap((what) => {
    const items = steps.filter(({ step }) => step.on === nearest && step.what === what).map(({ item }) => item);
    const [one, several] = NEXT_WORDS[what] ?? ['', ''];
    return items.length === 0 ? [] : [itemsOfPlans(items, one, several)];
  });
  return `${dotted(nearest)} – ${phrases.join(', ')}`;
}

type AssignedRole = (typeof ASSIGNED_AS)[number]['role'];

function assignedAs({ role }: Matter): AssignedRole {
  return role === 'responsible' || role === 'coExecutor' ? role : 'controller';
}

/** «поручены пункты 1, 2, 3, 6 и 7» */
function assignedWords(role: AssignedRole, rows: readonly ToldMatter[]): string {
  switch (role) {
    case 'responsible':
      return itemsOf(rows, 'поручен пункт', 'поручены пункты');
    case 'coExecutor':
      return itemsOf(rows, 'вы соисполнитель пункта', 'вы соисполнитель пунктов');
    case 'controller':
      return itemsOf(rows, 'на вашем контроле пункт', 'на вашем контроле пункты');
  }
}

function toReader(words: string): string {
  return words.startsWith('поручен') ? `вам ${words}` : words;
}

function assignedHeading(role: AssignedRole, n: number): string {
  switch (role) {
    case 'responsible':
      return `Вам ${plural(n, 'поручен', 'поручены', 'поручено')} ${counted(n, 'пункт', 'пункта', 'пунктов')}`;
    case 'coExecutor':
      return `Вы соисполнитель ${counted(n, 'пункта', 'пунктов', 'пунктов')}`;
    case 'controller':
      return `На вашем контроле ${counted(n, 'пункт', 'пункта', 'пунктов')}`;
  }
}

function commonController(told: readonly ToldMatter[], recipient: PersonBrief): string | null {
  const [first, ...others] = told.map(({ matter }) => matter.people.controller);
  if (first === undefined || first.id === recipient.id) return null;
  return others.every(({ id }) => id === first.id) ? shortName(first) : null;
}

function itemsOf(told: readonly ToldMatter[], one: string, several: string): string {
  return itemsOfPlans(
    told.map(({ matter }) => planItem(matter)),
    one,
    several,
  );
}

function planItem({ roadmap, item }: Matter): PlanItem {
  return { code: roadmap.code, no: item.no };
}
