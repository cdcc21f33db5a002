import {assert} from '@open-wc/testing/pure';
import {VideoListError} from '../../../src/data/video-list-error.js';
import {ListAnnouncer} from '../../../src/elements/video-list/list-announcer.js';
import {heard} from '../../support/events.js';

describe('The events of a list', () => {
  it('are also fired after a rendering that has failed', async () => {
    const list = Object.assign(new EventTarget(), {drawn: Promise.resolve<unknown>(true)});
    const events = heard(list, 'video-list-error');
    const announcer = new ListAnnouncer(list);
    const error = new VideoListError('network', 'No answer.', {});
    for (const drawn of [Promise.reject(new Error('A text is missing.')), Promise.resolve()]) {
      Object.assign(list, {drawn});
      announcer.announce({type: 'error', error});
      await announcer.settled;
    }
    assert.lengthOf(events, 2);
  });
});
