import { defineConfig } from 'oxlint';
import { importOverrides } from './scripts/lint/import-rules.ts';

export default defineConfig({
  plugins: ['eslint', 'typescript', 'unicorn', 'oxc', 'import', 'react', 'promise', 'vitest', 'jsx-a11y'],
  categories: { correctness: 'error' },
  options: { typeAware: true, denyWarnings: true, respectEslintDisableDirectives: false },
  ignorePatterns: ['**/dist/**', '**/*.gen.ts', '.data/**', '.tools/**'],
  rules: {
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'max-lines': ['error', { max: 400 }],
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'hack', 'xxx'], location: 'start' }],
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'import/no-duplicates': 'error',
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    'typescript/no-namespace': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'no-unused-vars': [
      'error',
      { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true },
    ],
    'unicorn/prefer-node-protocol': 'error',
    // A status region or a styled list needs its role said: browsers drop the one and some readers miss the other.
    'jsx-a11y/prefer-tag-over-role': 'off',
    // A table with the keys of a grid says so; its cells are then the grid's.
    'jsx-a11y/no-noninteractive-element-to-interactive-role': ['error', { table: ['grid'] }],
    // Takes a function that reads a ref when it is called for one that reads it now.
    'react/refs': 'off',
    'promise/no-callback-in-promise': 'off',
    // Helpers that assert: they are named for it.
    'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'refuses', 'within'] }],
    'vitest/no-conditional-expect': 'off',
    'vitest/no-standalone-expect': 'off',
    'typescript/require-array-sort-compare': 'off',
    'vitest/require-mock-type-parameters': 'off',
    'vitest/require-to-throw-message': 'off',
    'vitest/valid-expect': ['error', { maxArgs: 2 }],
    'vitest/no-focused-tests': 'error',
    'vitest/no-disabled-tests': 'error',
    'vitest/warn-todo': 'error',
  },
  overrides: [
    ...importOverrides(),
    {
      files: ['**/*.test.ts', '**/*.test.tsx', 'tests/**'],
      rules: { 'max-lines': ['error', { max: 600 }] },
    },
    // A query of the driver is a promise that runs when it is awaited, and this file guards that moment.
    { files: ['packages/platform/db/src/handle.ts'], rules: { 'unicorn/no-thenable': 'off' } },
    // The tools that read these files ask for a default export.
    {
      files: ['**/*.config.ts', '**/*.config.*.ts', 'tests/e2e/support/global-setup.ts'],
      rules: { 'import/no-default-export': 'off' },
    },
  ],
});
