/** The door of the command line: commands that parse, call and print. It listens to nothing and ends no process by itself. */
export type {
  Connected,
  DoctorReport,
  Doors,
  RehearseOptions,
  RehearseReport,
  ScenarioName,
  Terminal,
} from './doors.js';
export type { ExitCode } from './exit-codes.js';
export { createProgram, tellEarlyFault, type Program } from './program.js';
