import {assert, html} from '@open-wc/testing/pure';
import '../../src/define.js';
import {cardAt, hasPart, part, render, renderSettled, until} from '../support/page.js';
import {aVideo} from '../support/videos.js';
import {aProxy, LIST} from '../player/play-scene.js';

describe('A page without a <video-player> at first', () => {
  it('can add one later, also if a list has opened its own player before', async () => {
    const {fetcher} = aProxy();
    const list = await renderSettled(
      html`<video-list play="inline" src=${LIST} .fetcher=${fetcher}></video-list>`,
    );
    assert.isUndefined(customElements.get('video-player'), 'Nothing is fetched that is not used.');
    part(cardAt(list, 0), 'link').click();
    await until(() => hasPart(list, 'player'));
    assert.isUndefined(customElements.get('video-player'), 'The tag is the page’s.');

    const player = document.createElement('video-player');
    player.video = aVideo({title: 'Set before'});
    list.after(player);
    await until(() => hasPart(player, 'title'), 'The player is drawn.');
    await until(() => part(player, 'title').textContent === 'Set before');

    const {VideoPlayerElement} = await import('../../src/define/player.js');
    assert.equal(customElements.get('video-player'), VideoPlayerElement);
    const another = await render(html`<video-player></video-player>`);
    assert.instanceOf(another, VideoPlayerElement);
  });
});
