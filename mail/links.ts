/** Addresses of pages. Without a base address an installation has no pages, and a mail has no links. */
import type { LetterLink, LinkTarget } from './letter.js';
import type { Matter } from './matter.js';

export interface PageLink {
  readonly word: string;
  readonly url: string;
}

/** What a link may point into: a roadmap, one of its items, one of the item's documents. */
export interface LinkSubject {
  readonly code: string;
  readonly itemNo: string | null;
  readonly documentId: string | null;
}

export function subjectOf(matter: Matter): LinkSubject {
  return {
    code: matter.roadmap.code,
    itemNo: matter.item.keptNo ?? matter.item.no,
    documentId: 'document' in matter ? matter.document.id : null,
  };
}

/** @returns null when there are no pages, or the link needs an item or a document that the mail is not about */
export function pageLink(link: LetterLink | null, subject: LinkSubject, baseUrl: string | null): PageLink | null {
  if (link === null || baseUrl === null) return null;
  const path = pathTo(link.target, subject);
  return path === null ? null : { word: link.word, url: `${baseUrl.replace(/\/+$/, '')}${path}` };
}

function pathTo(target: LinkTarget, { code, itemNo, documentId }: LinkSubject): string | null {
  if (target === 'сегодня') return '/today';
  const roadmap = `/${encodeURIComponent(code)}`;
  if (target === 'карта') return roadmap;
  if (itemNo === null) return null;
  const item = `${roadmap}/${encodeURIComponent(itemNo)}`;
  switch (target) {
    case 'пункт':
      return item;
    case 'отчёт':
      return `${item}/report`;
    case 'перенос':
      return `${item}/extend`;
    case 'дата':
      return `${item}/date`;
    case 'документ':
      return documentId === null ? null : `${item}/documents/${encodeURIComponent(documentId)}`;
  }
}
