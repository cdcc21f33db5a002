import {defineConfig, globalIgnores} from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import {importRules} from './scripts/import-rules.mjs';

export default defineConfig(
  globalIgnores([
    '**/dist/',
    'site/',
    'coverage/',
    'data/',
    'demo/catalogue/',
    // They have their own dependencies and check their own types.
    'test/apps/react/',
    'test/apps/vue/',
    'test/apps/next/',
    'test/apps/nuxt/',
    'test/apps/svelte/',
    'test/apps/solid/',
    'test/apps/angular/',
    'test/apps/astro/',
  ]),
  tseslint.configs.recommendedTypeChecked,
  lit.configs['flat/recommended'],
  wc.configs['flat/best-practice'],
  litA11y.configs.recommended,
  {
    languageOptions: {
      parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname},
    },
    linterOptions: {reportUnusedDisableDirectives: 'error'},
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      // The reason of an abort is passed on unchanged and can be anything.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', {allowThrowingAny: true}],
      // Safari removes the list semantics of lists without bullets, unless the role is explicit.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    // Code in host pages only writes warnings to the console.
    files: ['src/**'],
    rules: {'no-console': ['error', {allow: ['warn']}]},
  },
  ...importRules,
  {
    files: ['test/**', 'proxy/test/**'],
    rules: {
      // node:test handles the promises that it returns.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite']},
          ],
        },
      ],
      // Tests check responses of unknown type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Tests define several elements in a file.
      'wc/max-elements-per-file': 'off',
    },
  },
  {
    // JavaScript files are not type-checked.
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
