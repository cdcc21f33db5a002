import {assert} from '@open-wc/testing/pure';
import type {VideoCardElement} from '../../src/elements/video-card/video-card.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import {settled, textOf, titlesIn} from '../support/page.js';

describe('A page that sets properties before the script has loaded', () => {
  it('finds them in the elements when they are defined', async () => {
    document.body.innerHTML = '<video-list></video-list><video-card heading="Old"></video-card>';
    const list = document.querySelector('video-list') as VideoListElement;
    const card = document.querySelector('video-card') as VideoCardElement;
    list.videos = [{id: 'id-1', title: 'Early'}];
    list.strings = {loaded: 'all here'};
    card.video = {id: 'id-2', title: 'New'};

    await import('../../src/define.js');
    await settled(list);
    await card.updateComplete;

    assert.deepEqual(titlesIn(list), ['Early']);
    assert.equal(textOf(card, 'title'), 'New');
  });
});
