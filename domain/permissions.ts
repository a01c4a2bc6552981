/**
 * Who may do what: one pure function over one table. Asked by `client` before a command is sent and again by the
 * Update's validator, with the acting person as data, so that no door can forget it.
 */
import type { ItemPeople } from './item.js';
import type { ExtensionAction } from './extension-rules.js';
import type { OfficialId } from './official.js';

export type ItemAction =
  | 'submitReport'
  | 'acceptReport'
  | 'returnReport'
  | 'moveDeadline'
  | 'nameDeadline'
  | 'reassign'
  | 'amend'
  | 'withdraw'
  | ExtensionAction;
export type RoadmapAction = 'changeEdition';
export type DocumentAction = 'fill' | 'upload' | 'decide' | 'register';

export interface DocumentPeople {
  readonly author: OfficialId;
  readonly approver: OfficialId;
  readonly signatory: OfficialId;
  readonly controller: OfficialId;
}

export type Decision = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/** Who answers for a whole roadmap. */
export type RoadmapPeople = Pick<ItemPeople, 'controller' | 'head'>;

interface Row<Subject> {
  readonly allowed: (subject: Subject) => readonly (OfficialId | null)[];
  readonly reason: string | ((person: OfficialId, subject: Subject) => string);
}

const NEW_EDITION = 'Новую редакцию распоряжения применяет контролёр или подписант распоряжения.';
const OWN_REPORT = 'Свой отчёт не принимают и не возвращают: это делает подписант распоряжения.';
const isOwn = (person: OfficialId, { responsible, controller }: ItemPeople) =>
  person === controller && person === responsible;

const ITEM_ROWS: Readonly<Record<ItemAction, Row<ItemPeople>>> = {
  submitReport: {
    allowed: (item) => [item.responsible],
    reason: 'Отчёт сдаёт ответственный исполнитель пункта.',
  },
  acceptReport: {
    allowed: (item) => [acceptorOf(item)],
    reason: (person, item) => (isOwn(person, item) ? OWN_REPORT : 'Отчёт принимает контролёр пункта.'),
  },
  returnReport: {
    allowed: (item) => [acceptorOf(item)],
    reason: (person, item) => (isOwn(person, item) ? OWN_REPORT : 'Отчёт возвращает контролёр пункта.'),
  },
  moveDeadline: {
    allowed: (item) => [item.head],
    reason: 'Срок переносит тот, кто его назначил: подписант распоряжения.',
  },
  nameDeadline: {
    allowed: (item) => [item.dateOwner, item.responsible, item.controller],
    reason: 'Дату называет сторона, от которой она зависит, ответственный исполнитель или контролёр.',
  },
  reassign: {
    allowed: (item) => [item.controller, item.head],
    reason: 'Ответственного исполнителя меняет контролёр или подписант распоряжения.',
  },
  amend: { allowed: (item) => [item.controller, item.head], reason: NEW_EDITION },
  withdraw: { allowed: (item) => [item.controller, item.head], reason: NEW_EDITION },
  askExtension: {
    allowed: (item) => (item.responsible === item.head ? [] : [item.responsible]),
    reason: (person, { head }) =>
      person === head
        ? 'Срок переносите вы сами: команда move-deadline.'
        : 'О переносе срока просит ответственный исполнитель.',
  },
  adviseExtension: {
    allowed: (item) => (item.controller === item.responsible ? [] : [item.controller]),
    reason: (person, item) =>
      isOwn(person, item)
        ? 'О своей просьбе мнения не высказывают: её решает подписант распоряжения.'
        : 'Мнение о переносе высказывает контролёр.',
  },
  grantExtension: { allowed: (item) => [item.head], reason: 'Срок переносит подписант распоряжения.' },
  refuseExtension: { allowed: (item) => [item.head], reason: 'О переносе срока решает подписант распоряжения.' },
  recallExtension: {
    allowed: (item) => [item.responsible],
    reason: 'Просьбу о переносе отзывает ответственный исполнитель.',
  },
};

const ROADMAP_ROWS: Readonly<Record<RoadmapAction, Row<RoadmapPeople>>> = {
  changeEdition: { allowed: (roadmap) => [roadmap.controller, roadmap.head], reason: NEW_EDITION },
};

const DOCUMENT_ROWS: Readonly<Record<DocumentAction, Row<DocumentPeople>>> = {
  fill: { allowed: (document) => [document.author], reason: 'Проект заполняет его исполнитель.' },
  upload: { allowed: (document) => [document.author], reason: 'Правленый проект загружает его исполнитель.' },
  decide: { allowed: (document) => [document.approver], reason: 'Решение по документу принимает согласующий.' },
  register: {
    allowed: (document) => [document.author, document.controller, document.signatory],
    reason: 'Документ регистрирует его исполнитель, контролёр или подписант.',
  },
};

/** The controller; when the controller is responsible for the item, the head: nobody accepts a report of one's own. */
export function acceptorOf(item: Pick<ItemPeople, 'responsible' | 'controller' | 'head'>): OfficialId {
  return item.controller === item.responsible ? item.head : item.controller;
}

/** The controller approves a draft, the head where the controller is its author. */
function approverOf(item: Pick<ItemPeople, 'responsible' | 'controller' | 'head'>): OfficialId {
  return acceptorOf(item);
}

/** Who has to do with the documents of an item. */
export function documentPeopleOf(item: ItemPeople): DocumentPeople {
  const { responsible: author, controller, head: signatory } = item;
  return { author, approver: approverOf(item), signatory, controller };
}

export function canOnItem(person: OfficialId, action: ItemAction, item: ItemPeople): Decision {
  return decide(person, ITEM_ROWS[action], item);
}

export function canOnRoadmap(person: OfficialId, action: RoadmapAction, roadmap: RoadmapPeople): Decision {
  return decide(person, ROADMAP_ROWS[action], roadmap);
}

export function canOnDocument(person: OfficialId, action: DocumentAction, document: DocumentPeople): Decision {
  return decide(person, DOCUMENT_ROWS[action], document);
}

function decide<Subject>(person: OfficialId, row: Row<Subject>, subject: Subject): Decision {
  if (row.allowed(subject).includes(person)) return { ok: true };
  return { ok: false, reason: typeof row.reason === 'string' ? row.reason : row.reason(person, subject) };
}
