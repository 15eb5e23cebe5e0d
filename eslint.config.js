import tseslint from 'typescript-eslint';

const LAYOUT_READS = [
  'getBoundingClientRect',
  'getComputedStyle',
  'offsetWidth',
  'offsetHeight',
  'offsetTop',
  'offsetLeft',
];

export default tseslint.config(
  {
    ignores: [
      'dist',
      'demo/build',
      'node_modules',
      'coverage',
      'docs/api',
      'bench/node_modules',
      'prior',
    ],
  },
  ...tseslint.configs.strict,
  {
    files: ['**/*.ts'],
    ignores: ['*.config.ts'],
    extends: [tseslint.configs.recommendedTypeCheckedOnly],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      // Objects here are closures: their methods have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
        {
          selector: 'ForInStatement',
          message: 'A polluted Object.prototype leaks in; use for…of.',
        },
        { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' },
      ],
    },
  },
  {
    files: ['src/browser/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...LAYOUT_READS.map((property) => ({
          property,
          message: 'Forces layout in the page of the host.',
        })),
      ],
    },
  },
  {
    files: ['test/**', 'demo/**', 'scripts/**', 'bench/**'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  // These tools ask for a default export.
  {
    files: ['*.config.js', '*.config.ts', 'test/browser/globalSetup.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
);
