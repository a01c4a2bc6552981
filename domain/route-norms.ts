/** How long a step of a route takes by its norm, in working days; a setting of the body later, the trade's habit now. */
import { DOCUMENT_KIND_ROWS, type DocumentKind } from './document-kind.js';

export const APPROVAL_NORM_DAYS = 2;
const SIGNING_NORM_DAYS = 2;
const REGISTRATION_NORM_DAYS = 1;

/** Working days from sending a draft on its route to its end. */
export function routeNormDays(kind: DocumentKind): number {
  return DOCUMENT_KIND_ROWS[kind].numbering !== null
    ? APPROVAL_NORM_DAYS + SIGNING_NORM_DAYS + REGISTRATION_NORM_DAYS
    : APPROVAL_NORM_DAYS;
}
