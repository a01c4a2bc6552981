/** The door of the workflow bundle: exactly the registered processes. */
export { document } from './document.js';
export { item } from './item.js';
export { mailroom } from './mailroom.js';
export { roadmap } from './roadmap.js';
