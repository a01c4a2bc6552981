/**
 * The life of an item as a pure state machine: what may be done now, and what the item is afterwards.
 * Runs inside the workflow sandbox: plain JSON in, plain JSON out; dates and plans arrive computed.
 */
import type { DocumentKind } from './document-kind.js';
import { firstAskedOf, whyNotExtension } from './extension-rules.js';
import { isOver, type DocumentState, type ItemPeople, type ItemStatus } from './item.js';
import { dotted, type LocalDate } from './local-date.js';
import type { OfficialId } from './official.js';
import type { ResultKind } from './order.js';
import { canOnItem, type ItemAction } from './permissions.js';
import { refusal, type Refusal } from './refusal.js';
import type { Wake } from './reminder.js';

/** How a named result is shown to be there: a document of ours, a paper described in the note, or a reasoned waiver. */
export interface Evidence {
  readonly result: string;
  readonly by: 'document' | 'paper' | 'waiver';
  readonly documentId?: string;
}

export interface ItemReport {
  readonly by: OfficialId;
  /** Body day on which it was submitted. */
  readonly on: LocalDate;
  /** The words themselves stay in the store: histories hold no personal data. */
  readonly noteId: string;
  readonly interim: boolean;
  readonly evidence: readonly Evidence[];
}

export interface ItemDocument {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly state: DocumentState;
}

export interface DeadlineMove {
  readonly from: LocalDate | null;
  readonly to: LocalDate;
  readonly by: OfficialId;
  readonly on: LocalDate;
  readonly noteId: string;
}

/** A later deadline that is asked for and not decided yet. */
export interface ExtensionRequest {
  readonly by: OfficialId;
  readonly on: LocalDate;
  /** Its reason stays in the store under this id. */
  readonly noteId: string;
  readonly to: LocalDate;
  readonly workingDue: LocalDate;
  readonly opinion: {
    readonly by: OfficialId;
    readonly on: LocalDate;
    readonly supports: boolean;
    readonly noteId: string;
  } | null;
}

export interface ItemLife {
  /** Rises with every change; the projection of a lower revision loses. */
  readonly revision: number;
  readonly status: ItemStatus;
  readonly people: ItemPeople;
  readonly due: LocalDate | null;
  readonly workingDue: LocalDate | null;
  readonly awaitsDate: boolean;
  readonly results: readonly { readonly key: string; readonly kind: ResultKind }[];
  readonly plan: readonly Wake[];
  readonly requestsMade: number;
  readonly documents: readonly ItemDocument[];
  readonly report: ItemReport | null;
  readonly moves: readonly DeadlineMove[];
  readonly extension: ExtensionRequest | null;
  /** Since when the present holder has the matter. */
  readonly since: LocalDate;
  readonly closedOn: LocalDate | null;
}

export interface ItemAct {
  readonly action: ItemAction;
  readonly by: OfficialId;
}

export interface ReportAct extends ItemAct {
  readonly action: 'submitReport';
  readonly noteId: string;
  readonly interim: boolean;
  readonly evidence: readonly Evidence[];
}

/** Why this person may not do this now, or null. Guards integrity and permission; asked by validators, so synchronous. */
export function whyNotOnItem(life: ItemLife, act: ItemAct): Refusal | null {
  if (isOver(life.status)) {
    return refusal('item.closed', overTold(life));
  }
  const allowed = canOnItem(act.by, act.action, life.people);
  if (!allowed.ok) return refusal('permission.denied', `${allowed.reason} Действие не выполнено.`);
  return whyNotInState(life, act.action);
}

/** The day an item counts as done: that of the report that was accepted, not the day the controller came to it; null while on control. */
export function doneOn({
  status,
  report,
  closedOn,
}: Pick<ItemLife, 'status' | 'closedOn'> & { readonly report: Pick<ItemReport, 'on'> | null }): LocalDate | null {
  return status === 'offControl' ? (report?.on ?? closedOn) : null;
}

/** @param what «Пункт 5»; none where the reader knows which */
export function overTold({ status, closedOn }: Pick<ItemLife, 'status' | 'closedOn'>, what = 'Пункт'): string {
  const on = closedOn === null ? '' : ` ${dotted(closedOn)}`;
  const end = status === 'withdrawn' ? `исключён${on} новой редакцией распоряжения` : `снят с контроля${on}`;
  return `${what} ${end}: действия с ним больше не принимаются.`;
}

function whyNotInState(life: ItemLife, action: ItemAction): Refusal | null {
  switch (action) {
    case 'acceptReport':
    case 'returnReport':
      return life.status === 'reported'
        ? null
        : refusal('item.wrong_state', 'Отчёта на приёмке нет: сначала его сдаёт ответственный исполнитель.');
    case 'submitReport':
      return life.status === 'reported'
        ? refusal('item.wrong_state', 'Отчёт уже у контролёра: дождитесь его решения.')
        : null;
    case 'nameDeadline':
      return life.awaitsDate
        ? null
        : refusal('item.wrong_state', 'Срок пункта уже назван; чтобы изменить его, перенесите срок.');
    case 'moveDeadline':
      return life.workingDue === null
        ? refusal('item.wrong_state', 'Переносить нечего: дата ещё не названа. Сначала назовите дату.')
        : null;
    case 'reassign':
    case 'amend':
    case 'withdraw':
      return null;
    case 'askExtension':
    case 'adviseExtension':
    case 'grantExtension':
    case 'refuseExtension':
    case 'recallExtension':
      return whyNotExtension(life, action);
  }
}

/** A final report names evidence for every result; a document counts once it is registered or filed. */
export function whyNotReport(life: ItemLife, act: ReportAct): Refusal | null {
  const known = new Set(life.results.map((result) => result.key));
  const strange = act.evidence.find((evidence) => !known.has(evidence.result));
  if (strange) {
    return refusal('act.invalid', `У пункта нет результата № ${strange.result}: укажите номера от 1 до ${known.size}.`);
  }
  const unfinished = act.evidence.find(
    (evidence) => evidence.by === 'document' && !isFinal(life.documents.find((d) => d.id === evidence.documentId)),
  );
  if (unfinished) {
    return refusal(
      'act.invalid',
      `Документ к результату № ${unfinished.result} ещё не зарегистрирован: зарегистрируйте его или опишите бумагу.`,
    );
  }
  if (act.interim) return null;
  const covered = new Set(act.evidence.map((evidence) => evidence.result));
  const missing = life.results.filter((result) => !covered.has(result.key)).map((result) => result.key);
  return missing.length === 0
    ? null
    : refusal(
        'act.invalid',
        `Нет подтверждения для результатов: ${missing.map((key) => `№ ${key}`).join(', ')}. ` +
          'Приложите документ, опишите бумагу или укажите, почему результат не требуется.',
      );
}

/** An interim report informs and changes nothing: it never closes and never waits for acceptance. A final one takes back a request for
 * a later deadline. */
export function withReport(life: ItemLife, report: ItemReport): ItemLife {
  return changed(life, {
    report,
    ...(report.interim ? {} : { status: 'reported' as const, since: report.on, extension: null }),
  });
}

export function withReportReturned(life: ItemLife, on: LocalDate): ItemLife {
  return changed(life, { status: 'returned', since: on });
}

export function withClosed(life: ItemLife, on: LocalDate): ItemLife {
  return changed(life, { status: 'offControl', plan: [], extension: null, closedOn: on, since: on });
}

/** A named or moved date replaces the whole plan, but for drafts that are still to come and that the new one does not hold. */
export function withDeadline(
  life: ItemLife,
  deadline: { due: LocalDate; workingDue: LocalDate; plan: readonly Wake[]; on: LocalDate },
  move: DeadlineMove,
): ItemLife {
  const waited = life.status === 'waitingDate';
  return changed(life, {
    due: deadline.due,
    workingDue: deadline.workingDue,
    awaitsDate: false,
    plan: withDraftsToCome(deadline.plan, life.plan),
    moves: [...life.moves, move],
    extension: null,
    ...(waited ? { status: 'active' as const, since: deadline.on } : {}),
  });
}

/** The notice of assignment is drafted the morning after launch, whatever becomes of the date until then. */
export function withDraftsToCome(plan: readonly Wake[], before: readonly Wake[]): readonly Wake[] {
  const planned = new Set(plan.map(({ document }) => document));
  const toCome = before.filter(({ kind, document }) => kind === 'draft' && !planned.has(document));
  return [...toCome, ...plan].sort((a, b) => a.at - b.at);
}

export function withResponsible(life: ItemLife, to: OfficialId, on: LocalDate): ItemLife {
  const coExecutors = life.people.coExecutors.filter((id) => id !== to);
  return changed(life, { people: { ...life.people, responsible: to, coExecutors }, since: on });
}

export function withDocument(life: ItemLife, document: ItemDocument): ItemLife {
  const others = life.documents.filter((known) => known.id !== document.id);
  return changed(life, { documents: [...others, document] });
}

/** The earliest wake-up has been carried out. The first one that asks something of people makes a planned item active. */
export function withWakeDone(life: ItemLife, wake: Wake): ItemLife {
  const asks = wake.kind === 'draft' ? wake.document !== 'notice-assignment' : wake.kind !== 'planMore';
  return changed(life, {
    plan: life.plan.slice(1),
    requestsMade: wake.kind === 'dateRequest' ? wake.offset : life.requestsMade,
    ...(life.status === 'planned' && asks ? { status: 'active' as const } : {}),
  });
}

/** Further wake-ups appended when a bounded plan has run out. */
export function withPlan(life: ItemLife, plan: readonly Wake[]): ItemLife {
  return changed(life, { plan });
}

/** Who holds the item now. */
export function waitsFor(life: ItemLife, acceptor: OfficialId): readonly OfficialId[] {
  if (isOver(life.status)) return [];
  if (life.status === 'reported') return [acceptor];
  if (life.extension !== null) return [decidesOn(life.extension, life.people)];
  if (life.status === 'waitingDate') return [life.people.dateOwner ?? life.people.responsible];
  return [life.people.responsible];
}

/** Who has to say something about the request now. */
function decidesOn({ opinion }: ExtensionRequest, people: ItemPeople): OfficialId {
  return opinion === null ? firstAskedOf(people).id : people.head;
}

function isFinal(document: ItemDocument | undefined): boolean {
  return document?.state === 'registered' || document?.state === 'filed';
}

/** Every change of an item goes through here: the revision tells the projection which one is later. */
export function changed(life: ItemLife, change: Partial<ItemLife>): ItemLife {
  return { ...life, ...change, revision: life.revision + 1 };
}
