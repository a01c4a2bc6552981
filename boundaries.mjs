/**
 * The rooms and their arrows as data: the one table from which dependency-cruiser (CI) and ESLint (editor) are made.
 * `values`: rooms whose values a room may import; `types`: rooms of which it may take types only; `packages`: npm packages
 * and Node built-ins. `test/boundaries.unit.test.ts` adds a forbidden import for every rule and expects red.
 */
const TEMPORAL_CLIENT = ['@temporalio/client', '@temporalio/common'];

export const ROOMS = {
  domain: { values: [], types: [], packages: ['lvovich'] },
  'workflows/messages': { values: ['domain'], types: [], packages: [] },
  workflows: {
    values: ['domain', 'workflows/messages'],
    types: ['activities'],
    packages: ['@temporalio/workflow', '@temporalio/common'],
  },
  activities: {
    values: ['domain', 'workflows/messages'],
    types: ['store', 'documents', 'mail'],
    packages: ['@temporalio/activity', '@temporalio/common'],
  },
  worker: {
    values: ['domain', 'activities', 'workflows/messages'],
    types: [],
    packages: ['@temporalio/worker', 'node:fs', 'node:path', 'node:url', 'node:module'],
  },
  client: {
    values: ['domain', 'workflows/messages', 'store', 'importer'],
    types: [],
    packages: [...TEMPORAL_CLIENT, 'csv-parse'],
  },
  archive: { values: ['domain'], types: [], packages: ['fflate', 'saxes', 'node:zlib'] },
  importer: {
    values: ['domain', 'archive', 'spreadsheets'],
    types: [],
    packages: ['parse5', 'unpdf', 'node:child_process', 'node:worker_threads'],
  },
  documents: {
    values: ['domain', 'archive'],
    types: [],
    packages: [
      'docx',
      'diff',
      'handlebars',
      'saxes',
      'fflate',
      'node:crypto',
      'node:fs',
      'node:path',
      'node:zlib',
      'node:buffer',
      'node:worker_threads',
    ],
  },
  mail: {
    values: ['domain'],
    types: [],
    packages: ['nodemailer', 'handlebars', 'ical-generator', 'node:crypto', 'node:fs', 'node:path', 'node:url'],
  },
  store: {
    values: ['domain'],
    types: [],
    packages: ['kysely', 'pg', 'node:timers', 'node:crypto', 'node:fs', 'node:path', 'node:url'],
  },
  printing: {
    values: ['domain', 'archive'],
    types: [],
    packages: ['node:child_process', 'node:fs', 'node:os', 'node:path', 'node:url'],
  },
  spreadsheets: { values: ['domain', 'archive'], types: [], packages: ['csv-parse'] },
  pages: { values: ['domain'], types: ['client'], packages: [] },
  cli: { values: ['domain', 'pages'], types: ['client'], packages: ['commander'] },
  rehearsal: { values: ['domain', 'pages'], types: ['client'], packages: [] },
  embedded: { values: ['domain'], types: [], packages: ['pg', 'smtp-server', 'postal-mime', 'fflate', 'node:*'] },
  bin: {
    values: [
      'domain',
      'workflows/messages',
      'activities',
      'worker',
      'client',
      'archive',
      'importer',
      'documents',
      'mail',
      'store',
      'printing',
      'spreadsheets',
      'cli',
      'rehearsal',
      'embedded',
    ],
    types: [],
    packages: [
      ...TEMPORAL_CLIENT,
      '@temporalio/worker',
      '@temporalio/testing',
      '@temporalio/envconfig',
      'zod',
      'node:*',
    ],
  },
};

/** Rooms whose files are imported one by one; every other room has one door, its `index.ts`. */
export const BY_FILE = ['domain', 'workflows/messages'];

/** Files that are a door of their own. */
export const EXTRA_DOORS = ['store/projection'];

/** Never imported by the product. */
export const OUTSIDE = ['test', 'bench', 'examples', 'docs'];

/** What would make a workflow depend on the machine, the clock or the zone it runs in. */
export const SANDBOX_BANS = [
  { selector: "MemberExpression[object.name='Intl']", message: 'Intl reads the real clock and the machine’s data.' },
  { selector: "Identifier[name='Intl']", message: 'Intl reads the real clock and the machine’s data.' },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale/]',
    message: 'toLocale* depends on the machine; format dates in domain/russian-date.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^(getFullYear|getMonth|getDate|getDay|getHours|getMinutes|getSeconds|getMilliseconds|getTimezoneOffset|setFullYear|setMonth|setDate|setHours|setMinutes)$/]',
    message: 'Local date getters depend on the machine’s zone; use domain/local-date.',
  },
];
