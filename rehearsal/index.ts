/** The door of the rehearsal: a year lived in seconds, told as a timeline and as a page. */
export { drive, type DriveDeps, type Driven, type RehearsalTime } from './drive.js';
export { renderReport } from './report.js';
export { SCENARIOS, type ScenarioName } from './scenario.js';
export { standInDirectory } from './stand-ins.js';
export { summarise, type Rehearsal, type RehearsalSummary } from './summary.js';
export { timelineOf, type TimelineEvent } from './timeline.js';
