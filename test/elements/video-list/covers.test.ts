import {assert, oneEvent} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import {answering} from '../../support/test-server.js';
import {part, renderSettled, until} from '../../support/page.js';
import {aPage, aRecord} from '../../support/records.js';

const PIXEL = 'R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';

describe('A cover of a <video-list> that could not be loaded', () => {
  it('is tried again by refresh(), at the same address', async () => {
    const cover = await answering(
      {status: 503},
      {body: PIXEL, type: 'image/gif', encoding: 'base64'},
    );
    const {url} = await answering(
      aPage([aRecord({imageUrl: new URL(cover.url, location.href).href})]),
    );
    const list = await renderSettled(html`<video-list src=${url}></video-list>`);
    const card = part(list, 'card');
    await until(() => card.matches(':state(cover-broken)'));
    const loaded = oneEvent(list, 'video-list-load');
    void list.refresh();
    await loaded;
    await until(() => card.matches(':state(cover-loaded)'));
    assert.lengthOf(await cover.requests({count: 2}), 2);
  });
});
