/** The rooms' arrows, made from boundaries.mjs; run by `npm run boundaries`. */
import { BY_FILE, EXTRA_DOORS, OUTSIDE, ROOMS } from './boundaries.mjs';

const names = Object.keys(ROOMS);
/** Longer names first: `workflows/messages/` is a room inside a room. */
const pathOf = (room) => (room === 'workflows' ? '^workflows/(?!messages/)' : `^${room}/`);
const either = (rooms) => rooms.map(pathOf).join('|');

const arrows = names.flatMap((room) => {
  const { values, types } = ROOMS[room];
  const forbidden = names.filter((other) => other !== room && !values.includes(other) && !types.includes(other));
  const rules = [
    {
      name: `arrow-${room}`,
      severity: 'error',
      comment: 'One direction, no back and forth.',
      from: { path: pathOf(room) },
      to: { path: either(forbidden) },
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `types-${room}`,
      severity: 'error',
      comment: 'Dependencies arrive as arguments.',
      from: { path: pathOf(room) },
      to: { path: either(types), dependencyTypesNot: ['type-only'] },
    });
  }
  return rules;
});

const packages = names.map((room) => {
  const allowed = ROOMS[room].packages;
  const npm = allowed.filter((name) => !name.startsWith('node:')).map((name) => `(^|/)node_modules/(@types/)?${name}/`);
  const core = allowed.includes('node:*')
    ? ['.*']
    : allowed.filter((name) => name.startsWith('node:')).map((name) => `^${name.slice(5)}(/|$)`);
  return [
    {
      name: `npm-${room}`,
      severity: 'error',
      comment: 'Packages are chosen room by room: sandbox and domain stay clean.',
      from: { path: pathOf(room) },
      to: { path: 'node_modules', ...(npm.length > 0 ? { pathNot: npm } : {}) },
    },
    {
      name: `node-${room}`,
      severity: 'error',
      comment: 'Node built-ins are chosen room by room.',
      from: { path: pathOf(room) },
      to: { dependencyTypes: ['core'], ...(core.length > 0 ? { pathNot: core } : {}) },
    },
  ];
});

const doors = names
  .filter((room) => !BY_FILE.includes(room) && room !== 'bin')
  .map((room) => ({
    name: `door-${room}`,
    severity: 'error',
    comment: 'A room is entered by its index.ts.',
    from: { pathNot: [pathOf(room), '^(test|bench|docs)/'] },
    to: {
      path: pathOf(room),
      pathNot: [`^${room}/index\\.ts$`, ...EXTRA_DOORS.map((door) => `^${door}\\.ts$`)],
    },
  }));

export default {
  forbidden: [
    ...arrows,
    ...packages.flat(),
    ...doors,
    {
      name: 'projection',
      severity: 'error',
      comment: 'The screens’ view has one writer.',
      from: { pathNot: '^(bin|store|test|bench|docs|activities)/' },
      to: { path: '^store/projection' },
    },
    {
      name: 'not-imported',
      severity: 'error',
      comment: 'Fixtures stay outside the product.',
      from: { pathNot: `^(${OUTSIDE.join('|')})/` },
      to: { path: `^(${OUTSIDE.join('|')})/` },
    },
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-orphan-import', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|node_modules|rehearsal-out|coverage)/' },
    includeOnly: undefined,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.boundaries.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
