/** Types are checked by rule, the rooms' arrows in the editor; the same arrows are checked whole by dependency-cruiser. */
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';
import { ROOMS, SANDBOX_BANS } from './boundaries.mjs';

const BUILTINS = [...new Set(builtinModules.map((name) => name.replace(/^node:/, '').split('/')[0]))];

/** `#workflows` is the room, `#workflows/messages/…` the room inside it. */
function doorOf(room) {
  return room === 'workflows' ? '^#workflows$' : `^#${room}(/|$)`;
}

/** In the editor: what a room may not import, by the names of the imports map. */
function arrows(room, { values, types, packages }) {
  const allowed = new Set([room, ...values, ...types]);
  const forbidden = Object.keys(ROOMS).filter((other) => !allowed.has(other));
  const builtins = BUILTINS.filter((name) => !packages.includes('node:*') && !packages.includes(`node:${name}`));
  return {
    files: [`${room}/**/*.ts`],
    ...(room === 'workflows' ? { ignores: ['workflows/messages/**'] } : {}),
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          paths: builtins.flatMap((name) => [
            { name, message: `The room ${room} does without Node's ${name}.` },
            { name: `node:${name}`, message: `The room ${room} does without Node's ${name}.` },
          ]),
          patterns: [
            // Regular expressions: in a gitignore pattern a leading # begins a comment, and the rule would never fire.
            ...forbidden.map((other) => ({
              regex: doorOf(other),
              message: `No arrow leads there from ${room}: see boundaries.mjs.`,
            })),
            ...types.map((other) => ({
              regex: doorOf(other),
              allowTypeImports: true,
              message: `${room} takes only types from ${other}: values arrive as arguments.`,
            })),
          ],
        },
      ],
    },
  };
}

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', 'rehearsal-out/', '.vekha/', 'coverage/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/non-nullable-type-assertion-style': 'off', // it asks for the ! that strict forbids
      '@typescript-eslint/no-misused-spread': 'off', // strings are spread by code point on purpose
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/require-await': 'off', // async is how a throw becomes a rejection where a Promise is promised
      '@typescript-eslint/no-unsafe-enum-assignment': 'off', // pg names the ids of its types by an enum of numbers
      '@typescript-eslint/unbound-method': 'off', // Kysely hands its functions to be taken apart
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'bin/settings.ts alone reads the environment.' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Names are exported by name.' },
      ],
    },
  },
  ...Object.entries(ROOMS).map(([room, row]) => arrows(room, row)),
  {
    files: ['workflows/**/*.ts', 'domain/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...SANDBOX_BANS] },
  },
  {
    files: ['bin/vekha.ts', 'bin/worker-process.ts', 'test/fixtures/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  { files: ['**/*.mjs'], languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } } },
);
