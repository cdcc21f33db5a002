import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../src/define.js';
import {accessibilityFaults} from '../support/axe.js';
import {answering, pagesOf} from '../support/test-server.js';
import {languages} from '../support/languages.js';
import {hasPart, hasState, render, settled, textOf, until} from '../support/page.js';
import {aVideo} from '../support/videos.js';

const videos = [
  aVideo({id: 'id-1'}),
  aVideo({id: 'id-2', transcoding: 'failed', availability: 'unavailable', encrypted: true}),
  aVideo({id: 'id-3', transcoding: 'transcoding', resolutions: [{clarity: 'live-recording'}]}),
  aVideo({id: 'id-4', transcoding: 'not-transcoded', title: ''}),
];

const controls = 'search order category state transcoding';

describe('axe-core finds no violation in a gallery', function () {
  // Each test is a whole page of galleries, and three engines may share a small machine.
  this.timeout(30_000);

  for (const {language, empty} of languages) {
    const direction = language === 'ar' ? 'rtl' : 'ltr';

    it(`in "${language}", written ${direction}`, async () => {
      const pages = await answering(pagesOf(9));
      const page = await render(html`
        <main
          lang=${language}
          dir=${direction}
          style="color-scheme: light; background: Canvas; color: CanvasText"
        >
          <h1>${empty}</h1>
          <video-list
            toolbar=${controls}
            state="available"
            created-from="2016-01-01"
            .categories=${['7']}
            .videos=${videos}
          ></video-list>
          <video-list src=${pages.url} paging="pages" page="2" page-size="3"></video-list>
          <video-list .videos=${[]}></video-list>
          <video-list src="/test-server/none"></video-list>
          <video-list
            aria-label=${empty}
            selection="multiple"
            playable-only
            value="id-1"
            layout="list"
            .videos=${videos}
          ></video-list>
          <video-list selection="single" layout="row" .videos=${videos}></video-list>
        </main>
      `);
      const [ready, paged, without, failed, ...toSelect] = page.querySelectorAll('video-list');
      await until(() => textOf(without!, 'message') === empty && hasState(failed!, 'error'));
      await settled(ready!);
      await settled(paged!);
      for (const list of toSelect) await settled(list);
      assert.isTrue(hasPart(paged!, 'pages'));
      assert.deepEqual(await accessibilityFaults(page), []);
    });
  }
});
