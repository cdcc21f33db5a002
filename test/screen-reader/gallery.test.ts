import assert from 'node:assert/strict';
import path from 'node:path';
import {after, before, describe, it} from 'node:test';
import {PROJECT} from '../support/package.js';
import {openSite, type Site} from '../support/web-site.js';
import {Orca, type SpokenBrowser} from './orca.js';

/** A page with six videos, three for each result page. The third video is blocked, and the second request fails. */
const SIX = `
  const titles = ['Harbour', 'Énorme', 'Meadow', 'Ocean', 'Station', 'Tower'];
  const refusal = {code: 1535, message: 'no'};`;

/** A page with 300 videos. */
const MANY = `
  const titles = Array.from({length: 300}, (_, index) => 'Video ' + (index + 1));
  const refusal = undefined;`;

const pageWith = (videos: string, attributes: string) => `<!doctype html>
  <html lang="en">
    <title>Gallery</title>
    <label for="list">Films</label>
    <video-list id="list" ${attributes}></video-list>
    <script type="module">
      import '/dist/cloud-vod-gallery.min.js';
      ${videos}
      const records = titles.map((videoName, index) => ({
        videoId: 'id-' + index, videoName, videoDuration: '65', transcodeState: '1', encrypt: 0,
        videoState: videoName === 'Meadow' ? '0' : '1',
        videoResolutions: [{width: 1920, height: 1080, clarity: 1, serverType: 0}],
      }));
      let requests = 0;
      const list = document.querySelector('video-list');
      list.fetcher = (url) => {
        const {searchParams} = new URL(url);
        const [page, size] = ['pageIndex', 'pageSize'].map((name) => Number(searchParams.get(name)));
        const videoListInfo = records.slice(size * (page - 1), size * page);
        const {length} = videoListInfo;
        const data = {videoListInfo, videoTotal: length, pageSize: size, total: records.length};
        const answer = {code: 200, message: 'success', data};
        requests += 1;
        const respond = () => Response.json(requests === 2 && refusal ? refusal : answer);
        // As on a slow line: whoever jumps far is there before the video.
        return new Promise((resolve) => setTimeout(() => resolve(respond()), page > 5 ? 2500 : 0));
      };
      list.src = '/videos';
    </script>
  </html>`;

const PAGES = {
  '/browse.html': pageWith(SIX, 'card-href="/watch/{videoId}" paging="button" page-size="3"'),
  '/select.html': pageWith(
    SIX,
    'selection="multiple" playable-only required paging="button" page-size="3"',
  ),
  '/long.html': pageWith(MANY, 'selection="multiple"'),
};

/** What Orca must say once about a playable video, in addition to the title. */
const DETAILS = /1 minute, 5 seconds, Quality: Full HD, 1920 by 1080 pixels/;

for (const browser of ['chromium', 'firefox'] satisfies SpokenBrowser[]) {
  describe(`Orca in ${browser}`, {timeout: 240_000}, () => {
    let site: Site;
    let orca: Orca | undefined;

    before(async () => {
      site = await openSite({pages: PAGES, folders: {'/dist/': path.join(PROJECT, 'dist')}});
    });

    after(() => site.close());

    /** Runs with Orca on a page. What Orca says is written to the output of the test. */
    const on = (page: keyof typeof PAGES, walk: (orca: Orca) => Promise<void>) => async () => {
      orca = await Orca.open(browser, site.origin + page, 'Gallery');
      try {
        await walk(orca);
      } finally {
        console.log(`\n${browser}, ${page}\n${await orca.transcript()}`);
        await orca.close();
      }
    };

    it(
      'reads a card as its title, then its facts, each once',
      on('/browse.html', async (orca) => {
        const harbour = await orca.tabTo(/Harbour/);
        assert.match(harbour, /Harbour/);
        assert.match(harbour, DETAILS);
        assert.ok(harbour.indexOf('Harbour') < harbour.indexOf('Quality'), harbour);
        assert.equal(harbour.split('Full HD').length - 1, 1, harbour);
        const blocked = await orca.tabTo(/Meadow/, 2);
        assert.match(blocked, /Unavailable/);
      }),
    );

    it(
      'says what is selected, why one cannot be, and how loading more went',
      on('/select.html', async (orca) => {
        const first = await orca.tabTo(/Select all 3 loaded|Clear selection/);
        assert.match(first, /Select all 3 loaded/);
        const entered = await orca.press('Tab', DETAILS);
        assert.match(entered, /Films/);
        assert.match(entered, /Harbour/);
        assert.match(entered, /not selected/);
        assert.equal(entered.split('Full HD').length - 1, 1, entered);
        assert.doesNotMatch(entered, /invalid/);
        assert.doesNotMatch(await orca.press('e', /Énorme/), /Harbour/);
        assert.doesNotMatch(await orca.press('space', /selected/), /not selected/);
        await orca.press('End', /Meadow[^]*Cannot be selected: Unavailable/);
        await orca.press('Tab', /Load more/);
        const failed = await orca.press('Return', /Try again/);
        assert.match(failed, /You do not have permission to see these videos/);
        const loaded = await orca.press('Return', /Ocean/);
        assert.doesNotMatch(loaded, /Harbour|Meadow/);
      }),
    );

    it(
      'says that the last of 300 videos is loading after End, then its title',
      on('/long.html', async (orca) => {
        await orca.tabTo(/Video 1\b/);
        const said = await orca.press('End', /Video 300/);
        assert.match(said, /^Loading videos/);
        assert.doesNotMatch(said, /image/);
      }),
    );
  });
}
