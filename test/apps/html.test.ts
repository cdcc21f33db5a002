import assert from 'node:assert/strict';
import {createHash} from 'node:crypto';
import {cp, readFile} from 'node:fs/promises';
import path from 'node:path';
import {describe, it} from 'node:test';
import {itDoesWhatExamplesDo, sceneOf} from '../support/app-examples.js';
import {serveApp} from '../support/app.js';
import {untilListHas} from '../support/gallery-page.js';
import {emptyFolder, PROJECT, unpackProject} from '../support/package.js';

const PAGES = path.join(PROJECT, 'test/apps/html');

/** Strict, but for the one script that stands in the page: by its hash. */
function policyFor(text: string) {
  const scripts = [...text.matchAll(/<script type="module">([^]*?)<\/script>/g)];
  const hashes = scripts.map(
    ([, code]) => `'sha256-${createHash('sha256').update(code!).digest('base64')}'`,
  );
  return [
    `default-src 'none'`,
    `script-src 'self' ${hashes.join(' ')}`,
    `style-src 'self'`,
    `img-src 'self'`,
    `connect-src 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types lit-html`,
  ].join('; ');
}

describe('A page without a build, under a strict content security policy', () => {
  const scene = sceneOf(async () => {
    const folder = await emptyFolder('html-app');
    await cp(path.join(await unpackProject(), 'dist'), path.join(folder, 'dist/js'), {
      recursive: true,
    });
    await cp(path.join(PAGES, 'gallery.html'), path.join(folder, 'dist/index.html'));
    return serveApp(
      {folder},
      {
        draw: (_, {searchParams}) =>
          readFile(path.join(PAGES, `${fileOf(searchParams.get('example') ?? '')}.html`), 'utf8'),
        headersFor: (text) => ({'content-security-policy': policyFor(text)}),
      },
    );
  });
  itDoesWhatExamplesDo(scene);

  it('sends no request after the list is removed', async () => {
    const [page, faults] = await scene.open('example=Gallery');
    await untilListHas(page, 'Video 1');
    const requests = scene.asked.length;
    await page.evaluate(async () => {
      const list = document.querySelector('video-list')!;
      list.remove();
      list.search = 'Video 2';
      await list.updateComplete;
    });
    assert.equal(scene.asked.length, requests);
    assert.deepEqual(faults, []);
    await page.close();
  });
});

/** `VideoCard` is in video-card.html. */
function fileOf(example: string) {
  return example.replace(/\B[A-Z]/g, '-$&').toLowerCase();
}
