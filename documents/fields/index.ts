/**
 * Fields of documents: what an order, its item and the people concerned give to a template, what a person may type, and how
 * the file is called. Pure; the engine next door turns the result into a .docx.
 */
import type { DocumentKind } from '#domain/document-kind';
import type { DocumentFacts, GatheredFields } from './facts.js';
import { gatherCover } from './letter-cover.js';
import { gatherFormRequest } from './letter-form.js';
import { gatherScheduleRequest } from './letter-schedule.js';
import { gatherMemo } from './memo-extension.js';
import { gatherAmendment } from './order-amendment.js';
import { gatherApprovalSheet } from './approval-sheet.js';
import { gatherReport } from './report-item.js';
import { gatherRemoval } from './note-removal.js';
import { gatherControlCard } from './control-card.js';
import { gatherSummary } from './summary.js';
import { gatherDiscipline } from './report-discipline.js';
import { gatherMonitoring } from './form-monitoring.js';
import { gatherLetterOfEquipment } from './letter-equipment.js';
import { gatherLetterOfOrganisations } from './letter-organisations.js';
import { gatherNotice } from './notice-assignment.js';
import { gatherAppointment } from './order-appointment.js';
import { gatherActOfEquipment } from './order-equipment.js';
import { gatherActOfOrganisations } from './order-organisations.js';
import { gatherAcceptance } from './register-acceptance.js';
import { gatherNotices } from './register-notices.js';

export type { DocumentFacts, GatheredFields, Registration } from './facts.js';
export { fileName } from './file-name.js';
export type { FileNameFacts } from './file-name.js';
export { parseValues } from './parse-values.js';
export type { ParsedValues } from './parse-values.js';
export { fieldQuestions } from './questions.js';
export type { FieldQuestion } from './questions.js';
export { shownValues } from './shown-values.js';
export { standInValues } from './stand-in-values.js';
export { readTable, type TableReading } from './tables/read-table.js';
export { REGISTER_TABLES, registerTable, type RegisterTable } from './tables/register-tables.js';
export { formSheets, tableSheet } from './tables/write-table.js';

const GATHER: Readonly<Record<DocumentKind, (facts: DocumentFacts) => GatheredFields>> = {
  'order-appointment': gatherAppointment,
  'letter-organisations': gatherLetterOfOrganisations,
  'order-organisations': gatherActOfOrganisations,
  'letter-equipment': gatherLetterOfEquipment,
  'order-equipment': gatherActOfEquipment,
  'register-notices': gatherNotices,
  'register-acceptance': gatherAcceptance,
  'form-monitoring': gatherMonitoring,
  'notice-assignment': gatherNotice,
  'letter-cover': gatherCover,
  'letter-form': gatherFormRequest,
  'letter-schedule': gatherScheduleRequest,
  'memo-extension': gatherMemo,
  'order-amendment': gatherAmendment,
  'approval-sheet': gatherApprovalSheet,
  'report-item': gatherReport,
  'note-removal': gatherRemoval,
  'control-card': gatherControlCard,
  summary: gatherSummary,
  'report-discipline': gatherDiscipline,
};

/**
 * @param facts what the store and the directory know; a value that nobody has given stays out of `data` and becomes a gap
 * @returns data for the template of this kind, the description of its fields, the title of the version
 */
export function gatherFields(kind: DocumentKind, facts: DocumentFacts): GatheredFields {
  return GATHER[kind](facts);
}
