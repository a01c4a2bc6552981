/**
 * The life of a routed document: draft → one approver → signed by hand → registered (or filed, when it bears no number).
 * Runs inside the workflow sandbox. A decision is bound to the SHA-256 it saw; a newer version makes it void.
 */
import type { Instant } from './body-time.js';
import { DOCUMENT_KIND_ROWS, type DocumentKind } from './document-kind.js';
import type { DocumentState } from './item.js';
import type { LocalDate } from './local-date.js';
import type { OfficialId } from './official.js';
import { canOnDocument, type DocumentAction, type DocumentPeople } from './permissions.js';
import { refusal, type Refusal } from './refusal.js';

export interface DocumentVersion {
  readonly no: number;
  readonly sha256: string;
  /** Number of fields that are required and missing; the names of them are in the store. */
  readonly requiredGaps: number;
  /** Edited by hand: the template would lose the edits. */
  readonly uploaded?: true;
}

export interface DocumentLife {
  readonly revision: number;
  readonly kind: DocumentKind;
  readonly state: DocumentState;
  readonly people: DocumentPeople;
  readonly version: DocumentVersion | null;
  readonly since: LocalDate;
  /** When the approver is reminded, the nearest first; empty while nobody approves. */
  readonly remindAt: readonly Instant[];
  readonly registration: { readonly number: string; readonly date: LocalDate } | null;
}

export interface DocumentAct {
  readonly action: DocumentAction;
  readonly by: OfficialId;
  /** The version that was seen; required to decide and to register. */
  readonly sha256?: string;
  readonly decision?: DecisionKind;
  /** Fill the template anew although the last version was edited by hand. */
  readonly anew?: boolean;
}

export type DecisionKind = 'approve' | 'return';

const CLOSED: ReadonlySet<DocumentState> = new Set<DocumentState>(['registered', 'filed', 'cancelled']);

export function isClosed(life: Pick<DocumentLife, 'state'>): boolean {
  return CLOSED.has(life.state);
}

/** Why this person may not do this now, or null. Synchronous: validators ask it. */
export function whyNotOnDocument(life: DocumentLife, act: DocumentAct): Refusal | null {
  if (isClosed(life))
    return refusal('document.wrong_state', `Документ ${CLOSED_WORDS[life.state] ?? 'закрыт'}: менять его нельзя.`);
  const allowed = canOnDocument(act.by, act.action, life.people);
  if (!allowed.ok) return refusal('permission.denied', `${allowed.reason} Действие не выполнено.`);
  if (act.action !== 'fill' && act.sha256 !== life.version?.sha256) {
    return refusal(
      'document.stale_version',
      `Действие не записано: указана не последняя версия документа. Откройте версию ${life.version?.no ?? 1} и решите по ней.`,
    );
  }
  return whyNotInState(life, act);
}

const CLOSED_WORDS: Partial<Record<DocumentState, string>> = {
  registered: 'зарегистрирован',
  filed: 'в деле',
  cancelled: 'отменён',
};

function whyNotInState(life: DocumentLife, { action, decision, anew }: DocumentAct): Refusal | null {
  if (action === 'fill' || action === 'upload') {
    if (action === 'fill' && life.version?.uploaded === true && anew !== true) {
      return refusal(
        'document.wrong_state',
        'Последняя версия правлена в файле: поля в неё не подставляются. Поправьте файл и загрузите снова (upload) или ' +
          'соберите проект из полей заново (fill --anew): правки останутся в прежней версии.',
      );
    }
    return life.state === 'toSign'
      ? refusal(
          'document.wrong_state',
          'Документ согласован и ждёт подписи: чтобы изменить его, попросите согласующего вернуть проект.',
        )
      : null;
  }
  if (action === 'decide') {
    if (life.state === 'filling') {
      return refusal('document.fields_missing', 'Проект не согласован: в нём не заполнены обязательные поля.');
    }
    return life.state === 'onApproval' || (life.state === 'toSign' && decision === 'return')
      ? null
      : refusal('document.wrong_state', 'Документ сейчас не на согласовании.');
  }
  return life.state === 'toSign'
    ? null
    : refusal('document.wrong_state', 'Регистрируют подписанный документ: сначала проект нужно согласовать.');
}

/** A new version: approvals start again; with required gaps it stays with its author. */
export function withVersion(life: DocumentLife, version: DocumentVersion, on: LocalDate): DocumentLife {
  return changed(life, { version, state: version.requiredGaps > 0 ? 'filling' : 'onApproval', since: on });
}

export function withApproval(life: DocumentLife, on: LocalDate): DocumentLife {
  return changed(life, { state: DOCUMENT_KIND_ROWS[life.kind].numbering !== null ? 'toSign' : 'filed', since: on });
}

export function withReturn(life: DocumentLife, on: LocalDate): DocumentLife {
  return changed(life, { state: 'returned', since: on });
}

export function withRegistration(
  life: DocumentLife,
  registration: { number: string; date: LocalDate },
  version: DocumentVersion,
  on: LocalDate,
): DocumentLife {
  return changed(life, { state: 'registered', registration, version, since: on });
}

export function withCancelled(life: DocumentLife, on: LocalDate): DocumentLife {
  return changed(life, { state: 'cancelled', since: on });
}

export function withPeople(life: DocumentLife, people: DocumentPeople): DocumentLife {
  return changed(life, { people });
}

/** Who holds the document now; null once it is closed. */
export function holderOf(life: DocumentLife): OfficialId | null {
  if (isClosed(life)) return null;
  if (life.state === 'onApproval') return life.people.approver;
  return life.state === 'toSign' ? life.people.signatory : life.people.author;
}

function changed(life: DocumentLife, change: Partial<DocumentLife>): DocumentLife {
  return { ...life, ...change, revision: life.revision + 1 };
}
