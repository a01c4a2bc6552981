/** Door of the pages: HTML files that a person opens without a server. Values are text until they are said to be markup. */
export { explanationPage } from './explanation.js';
export { html, Html, NOTHING } from './html.js';
export { page } from './page.js';
