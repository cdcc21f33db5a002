import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../src/define/resolution-badge.js';
import {render, textOf} from '../support/page.js';

describe('<resolution-badge> alone', () => {
  it('needs no other tag', async () => {
    const badge = await render(
      html`<resolution-badge width="1920" height="1080"></resolution-badge>`,
    );
    assert.equal(textOf(badge, 'base'), 'Full HD');
    assert.isUndefined(customElements.get('video-card'));
    assert.isUndefined(customElements.get('video-list'));
  });
});
