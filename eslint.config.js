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
    // They check their own types, with what they have installed.
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
      // An abort is passed on with its reason, which may be anything.
      '@typescript-eslint/prefer-promise-reject-errors': ['error', {allowThrowingAny: true}],
      // Safari forgets that a list is one when it has no bullets; an explicit role reminds it.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    // What runs in somebody else's page warns its author, and says nothing else.
    files: ['src/**'],
    rules: {'no-console': ['error', {allow: ['warn']}]},
  },
  ...importRules,
  {
    files: ['test/**', 'proxy/test/**'],
    rules: {
      // node:test looks after the promises that it hands out.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite']},
          ],
        },
      ],
      // The shape of an answer is what tests are there to find out.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      // Elements that tests make up on the way.
      'wc/max-elements-per-file': 'off',
    },
  },
  {
    // There are no types to check these with.
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
  },
);
