/** The fields a text gets for its matter: the common ones and those of its kind. */
import type { Zone } from '#domain/body-time';
import { commonFields } from './fields/common.js';
import { offControlFields, reassignedFields, reportReturnedFields, reportSubmittedFields } from './fields/control.js';
import {
  dateNamedFields,
  deadlineMovedFields,
  dueTodayFields,
  nameDateFields,
  overdueFields,
  reminderFields,
} from './fields/deadline.js';
import {
  approvalRequestedFields,
  approvedFields,
  draftReadyFields,
  registeredFields,
  returnedFields,
} from './fields/document.js';
import { rewordedFields, withdrawnFields } from './fields/edition.js';
import { extensionGrantedFields, extensionRefusedFields, extensionRequestedFields } from './fields/extension.js';
import type { Matter, PersonBrief } from './matter.js';

export interface FieldsFor {
  readonly recipient: PersonBrief;
  readonly zone: Zone;
  readonly baseUrl: string | null;
}

export function fieldsOf(matter: Matter, context: FieldsFor): object {
  return { ...commonFields(matter, context.recipient), ...ownFields(matter, context) };
}

function ownFields(matter: Matter, { recipient, zone, baseUrl }: FieldsFor): object {
  switch (matter.kind) {
    case 'assignment':
      return {};
    case 'reminder':
      return reminderFields(matter);
    case 'due-today':
      return dueTodayFields(matter);
    case 'overdue':
      return overdueFields(matter, recipient);
    case 'name-date':
      return nameDateFields(matter);
    case 'date-named':
      return dateNamedFields(matter);
    case 'draft-ready':
      return draftReadyFields(matter);
    case 'approval-requested':
      return approvalRequestedFields(matter);
    case 'approved':
      return approvedFields(matter, zone, baseUrl);
    case 'returned':
      return returnedFields(matter, baseUrl);
    case 'registered':
      return registeredFields(matter);
    case 'deadline-moved':
      return deadlineMovedFields(matter);
    case 'reassigned':
      return reassignedFields(matter, baseUrl);
    case 'report-submitted':
      return reportSubmittedFields(matter);
    case 'report-returned':
      return reportReturnedFields(matter, baseUrl);
    case 'off-control':
      return offControlFields(matter);
    case 'reworded':
      return rewordedFields(matter);
    case 'withdrawn':
      return withdrawnFields(matter);
    case 'extension-requested':
      return extensionRequestedFields(matter);
    case 'extension-granted':
      return extensionGrantedFields(matter);
    case 'extension-refused':
      return extensionRefusedFields(matter);
  }
}
