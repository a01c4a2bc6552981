/** The door of documents: facts and templates in, .docx out, and the checks of a .docx. */
export {
  checkLayoutFile,
  checkLetterhead,
  checkTemplates,
  loadAllTemplates,
  onLetterhead,
  openKind,
  openTemplateFile,
} from './all-templates.js';
export type { OpenedTemplate, TemplateFolders } from './all-templates.js';
export { compareTexts } from './compare.js';
export { documentText } from './document-text.js';
export { readEditedDraft } from './edited-draft.js';
export { registerDraft } from './register-draft.js';
export type { EditedDraft } from './edited-draft.js';
export { FIELD_SOURCES, fieldEntry } from './field-catalogue.js';
export type { FieldCatalogue, FieldEntry, FieldSource, Gap, TemplateField } from './field-catalogue.js';
export {
  fieldQuestions,
  fileName,
  formSheets,
  gatherFields,
  parseValues,
  readTable,
  REGISTER_TABLES,
  registerTable,
  shownValues,
  standInValues,
  tableSheet,
} from './fields/index.js';
export type {
  DocumentFacts,
  FieldQuestion,
  FileNameFacts,
  GatheredFields,
  ParsedValues,
  RegisterTable,
  Registration,
  TableReading,
} from './fields/index.js';
export { LAYOUT_FILE } from './layout/read-layout.js';
export { lint } from './lint.js';
export { loadTemplates } from './load-templates.js';
export { openNames, unusedNames } from './preview-data.js';
export { profileFor } from './profiles.js';
export type { ProfileName } from './profiles.js';
export { renderBlocks, renderDocument } from './render.js';
export type { RenderedDocument, RenderOptions } from './render.js';
export { createRenderer } from './renderer.js';
export type { Renderer, RendererOptions } from './renderer.js';
export { templateFields } from './template-fields.js';
export type { TemplateSet } from './template-tree.js';
