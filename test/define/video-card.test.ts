import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../src/define/video-card.js';
import {render, textOf} from '../support/page.js';

describe('<video-card> alone', () => {
  it('defines also the badge that it renders, and nothing else', async () => {
    const card = await render(
      html`<video-card heading="Harbour" width="1280" height="720"></video-card>`,
    );
    assert.equal(textOf(card, 'title'), 'Harbour');
    assert.equal(textOf(card, 'badge-base'), 'HD');
    assert.isUndefined(customElements.get('video-list'));
  });
});
