import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import type {Browser, SerializedAXNode} from 'puppeteer-core';
import {openChromium, openPage} from '../support/chromium.js';
import {openSite, type Site} from '../support/web-site.js';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

const VIDEOS = [
  {id: '1', title: 'Harbour', durationSeconds: 3725, uploadedAtMs: Date.UTC(2024, 2, 1, 12)},
  {id: '2', title: '', transcoding: 'failed'},
];

const pageWith = (list: string) => `<!doctype html>
  <html lang="en">
    <script type="module">
      import '/dist/cloud-vod-gallery.min.js';
      document.querySelector('video-list').videos = ${JSON.stringify(VIDEOS)};
    </script>
    ${list}
  </html>`;

/** One line for each node of the accessibility tree: role, name, description and states. */
function lines(node: SerializedAXNode | null): string[] {
  if (!node) return [];
  const {role, name, description, selected, disabled, children = []} = node;
  const states = [selected && 'selected', disabled && 'disabled'].filter(Boolean).join(' ');
  const line = [role, name, description, states].filter(Boolean).join(' | ');
  return [line, ...children.flatMap(lines)];
}

describe('A screen reader in Chromium', () => {
  let browser: Browser;
  let site: Site;

  before(async () => {
    browser = await openChromium();
    site = await openSite({
      folders: {'/dist/': path.join(PROJECT, 'dist')},
      pages: {
        '/browse.html': pageWith('<video-list card-href="/watch/{videoId}"></video-list>'),
        '/select.html': pageWith(
          '<video-list selection="multiple" playable-only value="1" aria-label="Films"></video-list>',
        ),
      },
    });
  });

  after(async () => {
    await browser.close();
    await site.close();
  });

  const heardOn = async (address: string, role: string) => {
    const [page] = await openPage(browser, site.origin + address);
    await page.waitForSelector('video-list >>> video-card >>> [part=title]', {visible: true});
    return lines(await page.accessibility.snapshot({interestingOnly: true})).filter((line) =>
      line.startsWith(role),
    );
  };

  it('reads links with the title as name and the details as description', async () => {
    assert.deepEqual(await heardOn('/browse.html', 'link'), [
      'link | Harbour | 1 hour, 2 minutes, 5 seconds, Mar 1, 2024',
      'link | Untitled video | Failed',
    ]);
  });

  it('reads options with the same texts, the selection, and why one cannot be selected', async () => {
    assert.deepEqual(await heardOn('/select.html', 'option'), [
      'option | Harbour | 1 hour, 2 minutes, 5 seconds, Mar 1, 2024 | selected',
      'option | Untitled video | Cannot be selected: Failed | disabled',
    ]);
    assert.deepEqual(await heardOn('/select.html', 'listbox'), ['listbox | Films']);
  });
});
