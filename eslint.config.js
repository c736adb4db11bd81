import tseslint from 'typescript-eslint';

/** What paths cannot see: the core knows no clock, no chance and no environment (style.md 5). */
const pureCore = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'time comes from the clock port' },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'time comes from the clock port' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'chance comes from the ids port' },
  { selector: "MemberExpression[object.name='process']", message: 'configuration comes from bootstrap' },
  { selector: "MemberExpression[object.name='performance']", message: 'time comes from the clock port' },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'var/', 'coverage/', 'docs/', '*.js', '*.cjs'] },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './adapters/web/console/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true, allow: [{ from: 'package', package: 'node:url', name: ['URL', 'URLSearchParams'] }, { from: 'lib', name: ['URL', 'URLSearchParams', 'Error'] }] }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off',
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      // The rule cannot follow a narrowing by typeof and flags unknown values that were checked.
      '@typescript-eslint/no-base-to-string': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  { files: ['domain/**/*.ts', 'application/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...pureCore] } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off', 'max-lines': 'off', '@typescript-eslint/unbound-method': 'off', '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off', '@typescript-eslint/restrict-template-expressions': 'off',
    },
  },
);
