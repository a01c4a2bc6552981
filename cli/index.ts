/** The door of the command line: commands that parse, call and print. It listens to nothing and ends no process by itself. */
export type {
  AskedTemplate,
  Connected,
  CountedBy,
  DoctorReport,
  Doors,
  PaperForm,
  Printed,
  RehearseOptions,
  RehearseReport,
  RenderOptions,
  ScenarioName,
  TableDoors,
  TableFormat,
  TemplateDoors,
  TemplateFields,
  TemplateRendering,
  TemplatesReport,
  Terminal,
} from './doors.js';
export { rulesText, yearsText } from './counted-by.js';
export type { ExitCode } from './exit-codes.js';
export { createProgram, tellEarlyFault, type Program } from './program.js';
