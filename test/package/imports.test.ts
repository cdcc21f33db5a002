import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ESLint} from 'eslint';
import tseslint from 'typescript-eslint';
import {importRules} from '../../scripts/import-rules.mjs';

/** Only the import rule, which needs no types, so that a test file need not exist. */
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [
    {files: ['**/*.ts'], languageOptions: {parser: tseslint.parser}},
    ...importRules,
  ],
});

async function complaints(filePath: string, code: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(code, {filePath});
  return result!.messages.map(({ruleId}) => ruleId);
}

const IMPORTS = '@typescript-eslint/no-restricted-imports';

describe('the import rule of the source', () => {
  for (const [file, code] of [
    ['src/wire/planted.ts', `import {a} from '../model/video.js';`],
    ['src/model/planted.ts', `import {a} from '../data/fetch-video-page.js';`],
    ['src/model/planted.ts', `export {a} from '../internal/format.js';`],
    ['src/data/planted.ts', `import type {A} from '../store/list-state.js';`],
    ['src/data/planted.ts', `import {a} from '../elements/video-list/video-list.js';`],
    ['src/store/planted.ts', `import {a} from '../elements/video-list/video-list.js';`],
    ['src/store/planted.ts', `import {a} from '../features/window/list-window.js';`],
    ['src/store/planted.ts', `import {html} from 'lit';`],
    ['src/store/planted.ts', `import {Task} from '@lit/task';`],
    ['src/languages/planted.ts', `import {a} from '../store/list-store.js';`],
    ['src/internal/planted.ts', `import {a} from '../languages/en.js';`],
    ['src/elements/video-list/planted.ts', `import '../../define.js';`],
    ['src/elements/video-list/planted.ts', `import {a} from '../../features/row/row.js';`],
    ['src/elements/video-list/planted.ts', `import {a} from '../../react/index.js';`],
    ['src/elements/video-list/planted.ts', `import {a} from '../../../proxy/src/index.js';`],
    ['src/features/row/planted.ts', `import '../../define/all.js';`],
    ['src/react/planted.ts', `import {a} from '../vue/index.js';`],
    ['src/vue/planted.ts', `import {a} from '../store/list-store.js';`],
    ['proxy/src/planted.ts', `import {a} from '../../src/model/video.js';`],
    ['proxy/src/store/planted.ts', `import {a} from '../../../src/elements/gallery-element.js';`],
    ['proxy/src/planted.ts', `import {html} from 'lit';`],
  ] as const) {
    it(`does not let ${file} say: ${code}`, async () => {
      assert.deepEqual(await complaints(file, code), [IMPORTS]);
    });
  }

  for (const code of [
    'document.title;',
    'new HTMLElement();',
    'requestAnimationFrame(() => {});',
  ]) {
    it(`does not let the store use the page: ${code}`, async () => {
      assert.deepEqual(await complaints('src/store/planted.ts', code), ['no-restricted-globals']);
    });
  }

  it('does not let the store load anything later', async () => {
    const code = `void import('../elements/video-list/video-list.js');`;
    assert.deepEqual(await complaints('src/store/planted.ts', code), ['no-restricted-syntax']);
  });

  for (const [file, code] of [
    ['src/model/planted.ts', `import {a} from '../wire/fields.js';`],
    ['src/store/planted.ts', `import {a} from '../data/fetch-video-page.js';`],
    ['src/store/planted.ts', `import {a} from './list-state.js';`],
    ['src/elements/video-list/planted.ts', `import {a} from '../../store/list-store.js';`],
    ['src/elements/video-list/planted.ts', `import type {A} from '../../features/feature.js';`],
    ['src/elements/video-list/planted.ts', `import {a} from '../../features/feature-host.js';`],
    ['src/elements/video-list/planted.ts', `void import('../../features/row/row.js');`],
    ['src/features/row/planted.ts', `import {a} from '../../elements/video-list/video-list.js';`],
    ['src/react/planted.ts', `import '../define.js';`],
    ['proxy/src/store/planted.ts', `import {a} from '../../../src/wire/fields.js';`],
    ['proxy/src/store/planted.ts', `import {a} from '../vendor/clock.js';`],
  ] as const) {
    it(`lets ${file} say: ${code}`, async () => {
      assert.deepEqual(await complaints(file, code), []);
    });
  }
});
