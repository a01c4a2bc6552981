// Tests run on the TypeScript sources; only the workflow bundle and the command line are taken from dist/ (see `pretest`).
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: {
    '^#domain/(.+)$': '<rootDir>/domain/$1.ts',
    '^#bin/(.+)$': '<rootDir>/bin/$1.ts',
    '^#store/projection$': '<rootDir>/store/projection.ts',
    '^#workflows/messages/(.+)$': '<rootDir>/workflows/messages/$1.ts',
    '^#(activities|archive|cli|client|documents|embedded|importer|mail|pages|printing|rehearsal|spreadsheets|store|worker|workflows)$':
      '<rootDir>/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testTimeout: 60_000,
  maxWorkers: 2,
};
