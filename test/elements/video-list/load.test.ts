import {assert, oneEvent} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard, warningsDuring} from '../../support/events.js';
import {answering, holding} from '../../support/test-server.js';
import {
  hasPart,
  hasState,
  part,
  partsOf,
  render,
  renderSettled,
  settled,
  textOf,
  titlesIn,
} from '../../support/page.js';
import {aPage, aPageTitled, aRecord, recordsTitled} from '../../support/records.js';
import {videosTitled} from '../../support/videos.js';

describe('<video-list>', () => {
  it('accepts an attribute for a property', async () => {
    const list = await render<VideoListElement>(
      html`<video-list page-size="12" card-href="/w/{videoId}" timeout="9000"></video-list>`,
    );
    assert.deepInclude(list, {pageSize: 12, cardHref: '/w/{videoId}', timeout: 9000});
  });

  it('shows what a bare tag lacks', async () => {
    const list = await render(html`<video-list></video-list>`);
    assert.isTrue(hasState(list, 'unconfigured'));
    assert.include(textOf(list, 'message'), 'src');
  });

  it('shows the videos of the proxy, in their order', async () => {
    const {url} = await answering(aPageTitled('First', 'Second', 'Third'));
    const list = await renderSettled(html`<video-list src=${url}></video-list>`);
    assert.isTrue(hasState(list, 'ready'));
    assert.deepEqual(titlesIn(list), ['First', 'Second', 'Third']);
  });

  it('shows the example of the vendor’s document', async () => {
    const list = await renderSettled(
      html`<video-list src="/demo/catalogue/example.json"></video-list>`,
    );
    assert.deepEqual(titlesIn(list), ['creattest_20170801171220', 'creattest_20170801171104']);
  });

  it('shows as many skeletons as requested videos until the response', async () => {
    const server = await holding(aPageTitled('First'));
    const list = await render<VideoListElement>(
      html`<video-list src=${server.url} page-size="7"></video-list>`,
    );
    assert.isTrue(hasState(list, 'loading'));
    assert.lengthOf(partsOf(list, 'card'), 7);
    assert.isTrue(partsOf(list, 'card').every((card) => card.ariaHidden === 'true'));
    assert.equal(part(list, 'grid').ariaBusy, 'true');
    assert.equal(textOf(list, 'status'), 'Loading videos');
    await server.release();
    await settled(list);
    assert.lengthOf(partsOf(list, 'card'), 1);
    assert.equal(textOf(list, 'status'), '1 video');
  });

  it('shows a message if there are no videos', async () => {
    const {url} = await answering(aPage([]));
    const list = await renderSettled(html`<video-list src=${url}></video-list>`);
    assert.isTrue(hasState(list, 'empty'));
    assert.equal(textOf(list, 'message'), 'No videos yet');
    assert.isFalse(hasPart(list, 'grid'));
  });

  it('fires an event that does not bubble when the videos are in the DOM', async () => {
    const {url} = await answering(aPageTitled('First', 'Second'));
    const scene = await render(html`<div></div>`);
    const list = document.createElement('video-list');
    const furtherUp = heard(scene, 'video-list-load');
    const titlesAtLoad: string[][] = [];
    list.addEventListener('video-list-load', ({detail}) => {
      titlesAtLoad.push(
        titlesIn(list),
        detail.page.videos.map(({title}) => title),
      );
    });
    list.src = url;
    scene.append(list);
    await settled(list);
    assert.deepEqual(titlesAtLoad, [
      ['First', 'Second'],
      ['First', 'Second'],
    ]);
    assert.isEmpty(furtherUp);
  });

  it('skips a bad record with a warning, and shows the others', async () => {
    const {url} = await answering(aPage([...recordsTitled('First'), null, {videoName: 'No id'}]));
    const list = await render<VideoListElement>(html`<video-list></video-list>`);
    const loads = heard(list, 'video-list-load');
    const warnings = await warningsDuring(async () => {
      list.src = url;
      await oneEvent(list, 'video-list-load');
    });
    assert.deepEqual(titlesIn(list), ['First']);
    assert.match(warnings.join(), /2 records could not be read/);
    const {page} = loads[0]?.detail ?? {};
    assert.equal(page?.recordCount, 3);
    assert.deepEqual(
      page?.skipped.map(({index}) => index),
      [1, 2],
    );
  });

  it('reads videoState according to the attribute', async () => {
    const {url} = await answering(aPage([aRecord({videoState: 1})]));
    const states = async (source: string) => {
      const list = await renderSettled(html`<video-list src=${url} source=${source}></video-list>`);
      return partsOf(part(list, 'card'), 'state').map((chip) => chip.textContent);
    };
    assert.deepEqual(await states('callback'), []);
    assert.deepEqual(await states('getVideoList'), ['Unavailable']);
  });

  it('reads videoState according to the envelope', async () => {
    const {url} = await answering(aPage([aRecord({videoState: 1})], {source: 'getVideoList'}));
    const list = await renderSettled(html`<video-list src=${url}></video-list>`);
    assert.equal(textOf(part(list, 'card'), 'state'), 'Unavailable');
  });

  describe('when it is handed videos', () => {
    it('shows these without a request', async () => {
      const server = await answering(aPageTitled('From the proxy'));
      const list = await renderSettled(html`
        <video-list src=${server.url} .videos=${videosTitled('By hand')}></video-list>
      `);
      assert.deepEqual(titlesIn(list), ['By hand']);
      assert.isTrue(hasState(list, 'ready'));
      assert.isEmpty(await server.requests({count: 0}));
    });

    it('is empty if there are none', async () => {
      const list = await renderSettled(html`<video-list .videos=${[]}></video-list>`);
      assert.isTrue(hasState(list, 'empty'));
    });

    it('requests videos when they are removed', async () => {
      const {url} = await answering(aPageTitled('From the proxy'));
      const list = await renderSettled(html`
        <video-list src=${url} .videos=${videosTitled('By hand')}></video-list>
      `);
      const loaded = oneEvent(list, 'video-list-load');
      list.videos = undefined;
      await loaded;
      assert.deepEqual(titlesIn(list), ['From the proxy']);
    });

    it('keeps the card of a video while others are added and removed', async () => {
      const [a, b, c] = videosTitled('A', 'B', 'C');
      const list = await renderSettled(html`<video-list .videos=${[a, b]}></video-list>`);
      const cardOfB = partsOf(list, 'card')[1];
      list.videos = [c, b, a].filter((video) => video !== undefined);
      await settled(list);
      assert.deepEqual(titlesIn(list), ['C', 'B', 'A']);
      assert.isTrue(partsOf(list, 'card')[1] === cardOfB);
    });
  });

  it('shows the texts of the page instead of its own', async () => {
    const strings = {empty: '영상이 없습니다', loaded: '{count}개'};
    const none = await renderSettled(
      html`<video-list .strings=${strings} .videos=${[]}></video-list>`,
    );
    assert.equal(textOf(none, 'message'), '영상이 없습니다');
    const {url} = await answering(aPageTitled('A', 'B'));
    const some = await renderSettled(
      html`<video-list .strings=${strings} src=${url}></video-list>`,
    );
    assert.equal(textOf(some, 'status'), '2개');
  });

  for (const [slot, videos] of [
    ['empty', []],
    ['unconfigured', undefined],
  ] as const) {
    it(`shows the page’s own content in the slot "${slot}"`, async () => {
      const list = await renderSettled(
        html`<video-list .videos=${videos}><p slot=${slot}>Ours</p></video-list>`,
      );
      const content = list.querySelector('p') as HTMLElement;
      assert.isAbove(content.getBoundingClientRect().height, 0);
    });
  }
});
