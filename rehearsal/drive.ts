/**
 * Lives a roadmap through on a server whose clock can be stepped: mornings pass, people act through the same client as
 * in real life, in their hours. Waits for nothing in real time and knows nothing of how servers start.
 */
import { dayOf, instantOf, type Instant, type Zone } from '#domain/body-time';
import { VekhaError } from '#domain/errors';
import { addDays, addMonths, dateOf, daysBetween, daysInMonth, type LocalDate } from '#domain/local-date';
import { nextWorkingDay, type WorkingCalendar } from '#domain/working-calendar';
import type { DocumentCard, ItemCard, RoadmapCard, VekhaClient } from '#client';
import type { DocumentKind } from '#domain/document-kind';
import { habitsOf, horizonOf, HOURS, stepsOf, type ScenarioName, type Step, type Today } from './scenario.js';

export interface RehearsalTime {
  now(): Promise<Instant>;
  /** Steps the server's clock; what falls due on the way is done when this resolves. */
  sleepUntil(at: Instant): Promise<void>;
}

export interface DriveDeps {
  readonly client: VekhaClient;
  readonly time: RehearsalTime;
  readonly calendar: WorkingCalendar;
  readonly zone: Zone;
  /** Values for a draft that nobody has filled: plainly marked as a rehearsal's. */
  readonly standInValues: (
    kind: DocumentKind,
    people: { readonly responsibleId: string },
  ) => Readonly<Record<string, unknown>>;
  /** @param share from 0 to 1 */
  readonly onProgress: (day: LocalDate, share: number) => void;
}

export interface Driven {
  readonly launchedOn: LocalDate;
  readonly endedOn: LocalDate;
}

const DOCUMENTS_END = new Set(['registered', 'filed', 'cancelled']);

/** @throws VekhaError whatever an act is refused with: a scenario that breaks the rules is a fault of ours */
export async function drive(code: string, scenario: ScenarioName, deps: DriveDeps): Promise<Driven> {
  const { client, time, calendar, zone } = deps;
  const launchedOn = dayOf(await time.now(), zone);
  const { year, month } = horizonOf(await client.roadmaps.card(code), launchedOn);
  const last = dateOf(year, month, daysInMonth(year, month)) ?? addDays(launchedOn, 365);
  const returned = new Set<string>();
  await time.sleepUntil((await time.now()) + SETTLE_MS); // what the launch drafts is there before anybody looks
  let day = launchedOn;
  if (scenario === 'silent') day = await sleepThrough(day, last, deps);
  while (scenario !== 'silent') {
    deps.onProgress(day, Math.min(1, daysBetween(launchedOn, day) / Math.max(1, daysBetween(launchedOn, last))));
    const card = await liveDay(code, scenario, deps, { day, launchedOn, calendar, returned }, returned);
    if (card.state === 'done') break;
    const next = nextEventfulDay(card, scenario, { day, launchedOn, calendar, returned }, zone);
    if (next > last) {
      await time.sleepUntil(instantOf(last, 12 * 60, zone));
      day = last;
      break;
    }
    day = next;
    await time.sleepUntil(instantOf(day, 10 * 60, zone)); // the morning's mail has gone
  }
  // The morning after the end carries the last mails: what came off control in the afternoon is told then.
  const end = nextWorkingDay(addDays(day, 1), calendar);
  await time.sleepUntil(instantOf(end, 10 * 60, zone));
  deps.onProgress(end, 1);
  return { launchedOn, endedOn: end };
}

/** Nobody does anything: nobody needs to be looked at, the months just pass. */
async function sleepThrough(
  from: LocalDate,
  last: LocalDate,
  { time, zone, onProgress }: DriveDeps,
): Promise<LocalDate> {
  for (let day = from; day < last;) {
    day = addMonths(day, 1) < last ? addMonths(day, 1) : last;
    await time.sleepUntil(instantOf(day, 12 * 60, zone));
    onProgress(day, daysBetween(from, day) / daysBetween(from, last));
  }
  return last;
}

const SETTLE_MS = 15 * 60_000;

/** Hour by hour; the card is read again only after somebody has acted. */
async function liveDay(
  code: string,
  scenario: ScenarioName,
  deps: DriveDeps,
  today: Today,
  returned: Set<string>,
): Promise<RoadmapCard> {
  const { client, time, zone } = deps;
  let card = await client.roadmaps.card(code);
  for (const { minutes, does } of HOURS) {
    const at = instantOf(today.day, minutes, zone);
    const steps = (of: RoadmapCard) => stepsAt(of, scenario, today, does);
    if (steps(card).length === 0 || (await time.now()) > at) continue;
    await time.sleepUntil(at);
    for (const { item, step } of steps(card)) await perform(deps, item, step, returned);
    await time.sleepUntil(at + SETTLE_MS); // what the acts set going comes to rest before the next look
    card = await client.roadmaps.card(code);
  }
  return card;
}

function stepsAt(
  { items }: RoadmapCard,
  scenario: ScenarioName,
  today: Today,
  does: readonly Step['does'][],
): readonly { readonly item: ItemCard; readonly step: Step }[] {
  return items.flatMap((item, position) =>
    stepsOf(item, habitsOf(scenario, position), today)
      .filter((step) => does.includes(step.does))
      .map((step) => ({ item, step })),
  );
}

/** Nothing changes between mails and acts: the next day on which either is due. */
function nextEventfulDay(card: RoadmapCard, scenario: ScenarioName, today: Today, zone: Zone): LocalDate {
  const { calendar } = today;
  const mails = card.items.flatMap(({ nextMailAt }) =>
    nextMailAt === null ? [] : [dayOf(Date.parse(nextMailAt), zone)],
  );
  const everything = HOURS.flatMap(({ does }) => does);
  let day = nextWorkingDay(addDays(today.day, 1), calendar);
  for (let n = 0; n < LOOK_AHEAD_DAYS; n += 1) {
    if (mails.includes(day) || stepsAt(card, scenario, { ...today, day }, everything).length > 0) return day;
    day = nextWorkingDay(addDays(day, 1), calendar);
  }
  return day;
}

const LOOK_AHEAD_DAYS = 250;

async function perform(deps: DriveDeps, item: ItemCard, step: Step, returned: Set<string>): Promise<void> {
  const { client } = deps;
  switch (step.does) {
    case 'fill': {
      const by = holder(step.document);
      const values = deps.standInValues(step.document.kind, { responsibleId: item.responsible?.id ?? by });
      await client.documents.fill(step.document.id, { by, values });
      return;
    }
    case 'approve':
      await client.documents.decide(step.document.id, decision(step.document, 'approve'));
      return;
    case 'return':
      returned.add(step.document.id);
      await client.documents.decide(step.document.id, {
        ...decision(step.document, 'return'),
        remarks: 'Репетиция: проверьте перечень.',
      });
      return;
    case 'register':
      await client.documents.register(step.document.id, {
        by: item.responsible?.id ?? holder(step.document),
        version: step.document.version,
        number: `${item.no}-${item.documents.findIndex(({ id }) => id === step.document.id) + 1}-реп`,
        date: dayOf(await deps.time.now(), deps.zone),
      });
      return;
    case 'nameDate':
      await client.items.nameDeadline(item.id, {
        by: holderOf(item),
        date: step.date,
        basis: 'Репетиция: дата названа в ответ на запрос.',
      });
      return;
    case 'moveDeadline':
      returned.add(`${item.id}#moved`);
      await moveDeadline(deps, item, step.date);
      return;
    case 'report':
      await client.items.submitReport(item.id, {
        by: item.responsible?.id ?? holderOf(item),
        text: 'Репетиция: мероприятие исполнено.',
        evidence: item.results.map(({ key, documentKind }) => {
          const document = item.documents.find(({ kind, state }) => kind === documentKind && DOCUMENTS_END.has(state));
          return document === undefined || document.state === 'cancelled'
            ? { result: key, by: 'paper' as const, words: 'документ на бумаге (репетиция)' }
            : { result: key, by: 'document' as const, documentId: document.id };
        }),
      });
      return;
    case 'acceptReport':
      await client.items.acceptReport(item.id, { by: holderOf(item) });
      return;
    case 'returnReport':
      returned.add(item.id);
      await client.items.returnReport(item.id, { by: holderOf(item), remarks: 'Репетиция: приложите подтверждение.' });
  }
}

async function moveDeadline({ client }: DriveDeps, item: ItemCard, to: LocalDate): Promise<void> {
  const by = item.head?.id;
  if (by === undefined) throw new VekhaError('party.unassigned', `У пункта ${item.no} нет подписанта распоряжения.`);
  await client.items.moveDeadline(item.id, { by, to, reason: 'Репетиция: задержка поставки.' });
}

function decision(document: DocumentCard, kind: 'approve' | 'return') {
  return { by: holder(document), decision: kind, version: document.version };
}

function holder(document: DocumentCard): string {
  if (document.holder === null)
    throw new VekhaError('document.wrong_state', `Документ ${document.id} ни у кого не на руках.`);
  return document.holder.id;
}

function holderOf(item: ItemCard): string {
  const [first] = item.waitsFor;
  if (first === undefined) throw new VekhaError('item.wrong_state', `Пункт ${item.no} никого не ждёт.`);
  return first.id;
}
