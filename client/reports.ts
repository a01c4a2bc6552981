/** Reports over launched roadmaps: discipline, what is overdue, what lies ahead for whom. Reads only. */
import { dayOf } from '#domain/body-time';
import { asFirstNamed, disciplineOf, dueWithin, type KeptDeadline, type Period } from '#domain/discipline';
import { isClosed } from '#domain/document-life';
import { VekhaError } from '#domain/errors';
import { isOver } from '#domain/item';
import { doneOn } from '#domain/item-life';
import { workingDaysLate } from '#domain/lateness';
import { addDays, dotted, weekdayOf, yearOf, type LocalDate } from '#domain/local-date';
import { documentsOfRoadmap, itemCards, roadmaps, type ItemCard } from '#store';
import { itemId } from '#workflows/messages/ids';
import { nameOf, people, personCard, toPersonCard, type People } from './cards.js';
import type { ClientDeps } from './deps.js';
import { requireRoadmap } from './find.js';
import type { DisciplineCut, DisciplineLine, LoadLine, OverdueLine, ReportsClient } from './report-cards.js';

type Needed = Pick<ClientDeps, 'store' | 'now' | 'zone' | 'calendar'>;

export function reportsClient(deps: Needed): ReportsClient {
  const today = async () => dayOf(await deps.now(), deps.zone);
  return {
    async discipline({ code, from, to, by = 'person' } = {}) {
      const now = await today();
      const period = periodOf(from, to ?? now, now);
      const known = await people(deps);
      const items = (await launchedItems(deps, code)).filter(({ status }) => status !== 'withdrawn');
      const groups = new Map<string, { readonly subject: string; readonly items: ItemCard[] }>();
      for (const item of items) {
        const { key, subject } = groupOf(item, by, known);
        const group = groups.get(key) ?? { subject, items: [] };
        group.items.push(item);
        groups.set(key, group);
      }
      const line = (subject: string, its: readonly ItemCard[]) => lineOf(subject, its, period, now, deps);
      const rows = [...groups.values()].map((group) => line(group.subject, group.items));
      rows.sort((a, b) => (a.kept ?? Infinity) - (b.kept ?? Infinity) || a.subject.localeCompare(b.subject, 'ru'));
      return { ...period, by, rows, total: line('Всего', items) };
    },

    async overdue({ code } = {}) {
      const now = await today();
      const known = await people(deps);
      const late = (await launchedItems(deps, code)).flatMap((item): readonly OverdueLine[] => {
        const { workingDueOn: workingDue, title, waitsFor, waitsSince: since } = item;
        if (workingDue === null || isOver(item.status)) return [];
        const daysLate = workingDaysLate(workingDue, now, deps.calendar);
        if (daysLate === 0) return [];
        const responsible = personCard(known, item.people?.responsible);
        const holders = waitsFor.flatMap((id) => personCard(known, id) ?? []);
        return [{ id: idOf(item), title, responsible, workingDue, daysLate, waitsFor: holders, since }];
      });
      return late.sort((a, b) => b.daysLate - a.daysLate);
    },

    async load({ code, weeks: count = 4 } = {}) {
      const now = await today();
      const known = await people(deps);
      const codes = await launchedCodes(deps, code);
      const open = (await rowsOf(codes, (each) => itemCards(deps.store.db, each))).filter(
        ({ status }) => !isOver(status),
      );
      const documents = await rowsOf(codes, (each) => documentsOfRoadmap(deps.store.db, each));
      const held = documents.filter((document) => !isClosed(document));
      const weeks = weeksFrom(now, count);
      const rows = [...known.values()].map((person): LoadLine => {
        const own = open.filter((item) => item.people?.responsible === person.id);
        const due = (test: (day: LocalDate) => boolean) =>
          own.filter(({ workingDueOn }) => workingDueOn !== null && test(workingDueOn)).map(idOf);
        return {
          person: toPersonCard(person),
          overdue: due((day) => day < now),
          weeks: weeks.map(({ from, to }) => due((day) => day >= from && day <= to)),
          documents: held.filter(({ holderId }) => holderId === person.id).map(({ id }) => id),
        };
      });
      return { weeks, rows: rows.filter((row) => sizeOf(row) > 0).sort((a, b) => sizeOf(b) - sizeOf(a)) };
    },
  };
}

/** @throws VekhaError 'act.invalid' */
function periodOf(from: LocalDate | undefined, to: LocalDate, today: LocalDate): Period {
  const period = { from: from ?? (`${yearOf(to)}-01-01` as LocalDate), to };
  if (to > today) {
    throw new VekhaError(
      'act.invalid',
      `Отчёт не составлен: период кончается ${dotted(to)}, а сегодня ${dotted(today)}. Укажите день не позже сегодняшнего.`,
    );
  }
  if (period.from > to) {
    throw new VekhaError(
      'act.invalid',
      `Отчёт не составлен: начало периода ${dotted(period.from)} позже его конца ${dotted(to)}. Поменяйте дни местами.`,
    );
  }
  return period;
}

async function launchedItems(deps: Needed, code: string | undefined): Promise<readonly ItemCard[]> {
  return rowsOf(await launchedCodes(deps, code), (each) => itemCards(deps.store.db, each));
}

/** Before launch nobody is entrusted with anything. @throws VekhaError 'roadmap.unknown' */
async function launchedCodes({ store }: Needed, code: string | undefined): Promise<readonly string[]> {
  const asked = code === undefined ? await roadmaps(store.db) : [await requireRoadmap(store.db, code)];
  return asked.filter(({ state }) => state !== 'imported').map((each) => each.code);
}

/** In the order of roadmaps and rows. */
async function rowsOf<Row>(
  codes: readonly string[],
  read: (code: string) => Promise<readonly Row[]>,
): Promise<readonly Row[]> {
  return (await Promise.all(codes.map(read))).flat();
}

function lineOf(
  subject: string,
  items: readonly ItemCard[],
  period: Period,
  today: LocalDate,
  { calendar }: Needed,
): DisciplineLine {
  const fallen = (asked: (item: ItemCard) => KeptDeadline) =>
    items.flatMap((item) => {
      const due = dueWithin(asked(item), period, today, calendar);
      return due === null ? [] : [{ id: idOf(item), due }];
    });
  const fell = fallen(kept);
  const first = fallen((item) => asFirstNamed(kept(item)));
  return {
    subject,
    assigned: items.length,
    ...disciplineOf(fell.map(({ due }) => due)),
    keptAsFirstNamed: disciplineOf(first.map(({ due }) => due)).kept,
    items: fell.map(({ id }) => id),
  };
}

function kept(item: ItemCard): KeptDeadline {
  return { workingDue: item.workingDueOn, moves: item.moves, doneOn: doneOn(item) };
}

/** People are told apart by their ids: two may bear one name. */
function groupOf(item: ItemCard, by: DisciplineCut, known: People): { key: string; subject: string } {
  if (by === 'roadmap') return { key: item.roadmapCode, subject: item.roadmapCode };
  const id = item.people?.responsible ?? '';
  if (by === 'person') return { key: id, subject: nameOf(known, id) };
  const unit = known.get(id)?.unit ?? 'Подразделение не указано';
  return { key: unit, subject: unit };
}

function weeksFrom(today: LocalDate, count: number): readonly Period[] {
  const sunday = addDays(today, 7 - weekdayOf(today));
  return Array.from({ length: count }, (_, i) => ({
    from: i === 0 ? today : addDays(sunday, 7 * (i - 1) + 1),
    to: addDays(sunday, 7 * i),
  }));
}

function idOf({ roadmapCode: code, no }: ItemCard): string {
  return itemId({ code, no });
}

function sizeOf({ overdue, weeks, documents }: LoadLine): number {
  return overdue.length + weeks.flat().length + documents.length;
}
