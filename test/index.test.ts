import {assert} from '@open-wc/testing/pure';

const TAGS = ['video-list', 'video-card', 'resolution-badge'];

describe('Importing the package', () => {
  it('registers nothing by itself', async () => {
    const gallery = await import('../src/index.js');
    assert.deepEqual(
      TAGS.map((tag) => customElements.get(tag)),
      [undefined, undefined, undefined],
    );

    await import('../src/define.js');
    assert.deepEqual(
      TAGS.map((tag) => customElements.get(tag)),
      [gallery.VideoListElement, gallery.VideoCardElement, gallery.ResolutionBadgeElement],
    );
  });
});
