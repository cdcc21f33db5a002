// Imported before all modules of Lit, as in a page.
import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
import {assert} from '@open-wc/testing/pure';
import '../../src/define.js';
import type {VideoSelectEvent} from '../../src/elements/video-card/video-card.events.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import {answering} from '../support/test-server.js';
import {cardsIn, part, settled, titlesIn} from '../support/page.js';
import {aPage, aRecord} from '../support/records.js';
import {videosTitled} from '../support/videos.js';

const TITLES = ['First', 'Second', 'Third'];

/** A list that a server has rendered. It is not in the page yet. */
async function drawnList(): Promise<VideoListElement> {
  const initialPage = {videos: videosTitled(...TITLES), skipped: [], recordCount: 24};
  const response = await fetch('/server-drawn', {
    method: 'POST',
    body: JSON.stringify(initialPage),
  });
  const container = document.createElement('div');
  container.setHTMLUnsafe(await response.text());
  const list = container.querySelector('video-list')!;
  customElements.upgrade(container);
  list.initialPage = initialPage;
  return list;
}

describe('A server-rendered list', () => {
  it('is hydrated: the same cards, which can be selected, without a request', async () => {
    const list = await drawnList();
    const {url, requests} = await answering(
      aPage([aRecord({videoId: 'id-4', videoName: 'Fourth'})]),
    );
    list.src = url;
    const cards = cardsIn(list);
    assert.equal(cards.length, 3);
    document.body.append(list);
    await settled(list);
    assert.deepEqual(cardsIn(list), cards);
    assert.deepEqual(titlesIn(list), TITLES);
    let picked: VideoSelectEvent | undefined;
    list.addEventListener('video-select', (event) => (picked = event));
    part(cards[1]!, 'link').click();
    assert.equal(picked?.detail.video.title, 'Second');
    await list.loadMore();
    await settled(list);
    const [first] = await requests();
    assert.equal(first?.query['pageIndex'], '2');
    assert.deepEqual(titlesIn(list), [...TITLES, 'Fourth']);
    list.remove();
  });

  it('has cards that contain their date once, like those of a browser', async () => {
    const list = await drawnList();
    document.body.append(list);
    await settled(list);
    for (const card of cardsIn(list)) {
      assert.equal(part(card, 'meta').ariaHidden, 'true', 'The description says it.');
    }
    list.remove();
  });
});
