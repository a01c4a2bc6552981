/** Kinds of documents, as rows: what they are called, whether they are routed and numbered, which result they fulfil. */
import type { ResultKind } from './order.js';

export const DOCUMENT_KINDS = [
  'order-appointment',
  'letter-organisations',
  'order-organisations',
  'letter-equipment',
  'order-equipment',
  'register-notices',
  'register-acceptance',
  'form-monitoring',
  'notice-assignment',
  'letter-cover',
  'letter-form',
  'letter-schedule',
  'memo-extension',
  'order-amendment',
  'approval-sheet',
  'report-item',
  'note-removal',
  'control-card',
  'summary',
  'report-discipline',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface DocumentKindRow {
  /** «распоряжение»: the noun used in mails and on pages. */
  readonly noun: string;
  readonly gender: 'm' | 'f' | 'n';
  readonly fulfils: ResultKind | null;
  /** Approved by a person; false: made by the program, nobody approves. */
  readonly routed: boolean;
  /**
   * The book from which it gets its number at registration, anew every year: acts, letters and memos are numbered apart.
   * Null: it bears none and is filed when approved.
   */
  readonly numbering: 'order' | 'letter' | 'memo' | null;
  /**
   * `launch`; `dateNamed`: once an external party has named the date; `beforeDue`: ten working days before the working due
   * date; `onDemand`: when a person or a later step asks for it, never by the item's own plan.
   */
  readonly drafted: 'launch' | 'dateNamed' | 'beforeDue' | 'onDemand';
}

/** Folders: `<template folder>/<kind>.hbs`. Terms of drafting: documents table of kinds, docs/domain/documents.md. */
export const DOCUMENT_KIND_ROWS: Readonly<Record<DocumentKind, DocumentKindRow>> = {
  'order-appointment': {
    noun: 'распоряжение',
    gender: 'n',
    fulfils: 'order',
    routed: true,
    numbering: 'order',
    drafted: 'launch',
  },
  'letter-organisations': {
    noun: 'письмо',
    gender: 'n',
    fulfils: 'letter',
    routed: true,
    numbering: 'letter',
    drafted: 'launch',
  },
  'order-organisations': {
    noun: 'распоряжение',
    gender: 'n',
    fulfils: 'order',
    routed: true,
    numbering: 'order',
    drafted: 'launch',
  },
  'letter-equipment': {
    noun: 'письмо',
    gender: 'n',
    fulfils: 'letter',
    routed: true,
    numbering: 'letter',
    drafted: 'dateNamed',
  },
  'order-equipment': {
    noun: 'распоряжение',
    gender: 'n',
    fulfils: 'order',
    routed: true,
    numbering: 'order',
    drafted: 'dateNamed',
  },
  'register-notices': {
    noun: 'реестр',
    gender: 'm',
    fulfils: 'register',
    routed: true,
    numbering: null,
    drafted: 'beforeDue',
  },
  'register-acceptance': {
    noun: 'реестр',
    gender: 'm',
    fulfils: 'register',
    routed: true,
    numbering: null,
    drafted: 'beforeDue',
  },
  'form-monitoring': {
    noun: 'форма',
    gender: 'f',
    fulfils: 'form',
    routed: true,
    numbering: null,
    drafted: 'beforeDue',
  },
  'notice-assignment': {
    noun: 'уведомление',
    gender: 'n',
    fulfils: null,
    routed: false,
    numbering: null,
    drafted: 'launch',
  },
  'letter-cover': {
    noun: 'письмо',
    gender: 'n',
    fulfils: null,
    routed: true,
    numbering: 'letter',
    drafted: 'onDemand',
  },
  'letter-form': {
    noun: 'письмо',
    gender: 'n',
    fulfils: null,
    routed: true,
    numbering: 'letter',
    drafted: 'onDemand',
  },
  'letter-schedule': {
    noun: 'письмо',
    gender: 'n',
    fulfils: null,
    routed: true,
    numbering: 'letter',
    drafted: 'onDemand',
  },
  'memo-extension': {
    noun: 'служебная записка',
    gender: 'f',
    fulfils: null,
    routed: true,
    numbering: 'memo',
    drafted: 'onDemand',
  },
  'order-amendment': {
    noun: 'распоряжение',
    gender: 'n',
    fulfils: null,
    routed: true,
    numbering: 'order',
    drafted: 'onDemand',
  },
  'approval-sheet': {
    noun: 'лист согласования',
    gender: 'm',
    fulfils: null,
    routed: false,
    numbering: null,
    drafted: 'onDemand',
  },
  'report-item': {
    noun: 'справка',
    gender: 'f',
    fulfils: null,
    routed: true,
    numbering: null,
    drafted: 'onDemand',
  },
  'note-removal': {
    noun: 'справка',
    gender: 'f',
    fulfils: null,
    routed: false,
    numbering: null,
    drafted: 'onDemand',
  },
  'control-card': {
    noun: 'карточка контроля',
    gender: 'f',
    fulfils: null,
    routed: false,
    numbering: null,
    drafted: 'onDemand',
  },
  summary: {
    noun: 'сводка',
    gender: 'f',
    fulfils: null,
    routed: false,
    numbering: null,
    drafted: 'onDemand',
  },
  'report-discipline': {
    noun: 'отчёт',
    gender: 'm',
    fulfils: null,
    routed: false,
    numbering: null,
    drafted: 'onDemand',
  },
};

export function isDocumentKind(word: string): word is DocumentKind {
  return (DOCUMENT_KINDS as readonly string[]).includes(word);
}
