import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import type {Browser} from 'puppeteer-core';
import {openChromium, openPage} from '../support/chromium.js';
import {pickFirst, seeGallery} from '../support/gallery-page.js';
import {
  emptyFolder,
  installPacked,
  NAME,
  outputOf,
  packProject,
  PROJECT,
  readManifest,
} from '../support/package.js';
import {openSite, type Site} from '../support/web-site.js';

/** What package.json promises to those who read it. */
interface Manifest {
  readonly exports: Readonly<Record<string, unknown>>;
  readonly unpkg: string;
  readonly jsdelivr: string;
}

describe('The packed package, installed in an empty folder', () => {
  let folder: string;
  let packed: string[];
  let manifest: Manifest;

  before(async () => {
    folder = await emptyFolder('installed');
    packed = (await packProject()).files.map((file) => file.path);
    manifest = await readManifest(await installPacked(folder));
  });

  const runModule = (code: string) => outputOf(folder, code);

  it('has the documented files, and neither tests nor sources', () => {
    for (const file of ['README.md', 'LICENSE', 'custom-elements.json', 'dist/define.d.ts']) {
      assert.ok(packed.includes(file), `${file} is missing.`);
    }
    assert.deepEqual(
      packed.filter((file) => /^(src|test|demo|scripts)\//.test(file)),
      [],
    );
  });

  // Types alone cannot be resolved: exports.test.ts sees that they are right.
  it('has a file for every import path', async () => {
    const names: Record<string, readonly string[]> = {
      './define/*': ['video-list', 'video-card', 'resolution-badge'],
      './languages/*': ['en', 'zh-hans', 'zh-hant', 'ko', 'ja', 'de', 'fr', 'es', 'pt', 'ar'],
    };
    const paths = Object.entries(manifest.exports)
      .filter(([key, target]) => target !== null && !['./jsx', './svelte'].includes(key))
      .flatMap(([key]) => names[key]?.map((name) => key.replace('*', name)) ?? [key]);
    assert.ok(paths.length > 5);
    const code = `
      import {existsSync} from 'node:fs';
      const urls = ${JSON.stringify(paths)}.map((key) => import.meta.resolve('${NAME}' + key.slice(1)));
      console.log(JSON.stringify(urls.filter((url) => !existsSync(new URL(url)))));
    `;
    assert.deepEqual(JSON.parse(await runModule(code)), []);
  });

  it('can be imported without a DOM', async () => {
    const code = `
      import {decodeVideoPage, VideoListElement} from '${NAME}';
      console.log(typeof VideoListElement, decodeVideoPage({}).fault);
    `;
    assert.match(await runModule(code), /^function no envelope/);
  });

  it('exports the texts of a language, and nothing else', async () => {
    const code = `
      import {strings} from '${NAME}/languages/pt';
      const registry = import('${NAME}/languages/registry');
      console.log(strings.language, await registry.catch(({code}) => code));
    `;
    assert.equal(await runModule(code), 'pt ERR_PACKAGE_PATH_NOT_EXPORTED');
  });

  it('installs Lit, including hydration, and nothing that only a server needs', async () => {
    const lock = await readFile(path.join(folder, 'node_modules/.package-lock.json'), 'utf8');
    const {packages} = JSON.parse(lock) as {packages: Record<string, object>};
    const others = Object.keys(packages).map((name) => name.replace('node_modules/', ''));
    const fromLit =
      /^(lit|lit-element|lit-html|@lit\/.*|@lit-labs\/ssr-(client|dom-shim)|@types\/trusted-types)$/;
    assert.deepEqual(
      others.filter((name) => name !== NAME && !fromLit.test(name)),
      [],
    );
  });

  describe('on a bare HTML page', () => {
    let browser: Browser;
    let site: Site;

    before(async () => {
      browser = await openChromium();
      site = await openSite({
        folders: {'/node_modules/': path.join(folder, 'node_modules')},
        pages: {
          '/index.html': `<!doctype html>
            <script type="module" src="/node_modules/${NAME}/${manifest.unpkg}"></script>
            <video-list src="/example.json"></video-list>`,
          '/example.json': await readFile(
            path.join(PROJECT, 'demo/catalogue/example.json'),
            'utf8',
          ),
        },
      });
    });

    after(async () => {
      await browser.close();
      await site.close();
    });

    it('shows the videos, and fires an event for a selected one', async () => {
      assert.equal(manifest.unpkg, manifest.jsdelivr);
      const [page, faults] = await openPage(browser, `${site.origin}/index.html`);
      const {titles, gridDisplay} = await seeGallery(page);
      assert.deepEqual(titles, ['creattest_20170801171220', 'creattest_20170801171104']);
      assert.equal(gridDisplay, 'grid');
      assert.equal(await pickFirst(page), '9B0F7BA8BCB9D056D4C24ADDBF821D10');
      assert.deepEqual(faults, []);
    });
  });
});
