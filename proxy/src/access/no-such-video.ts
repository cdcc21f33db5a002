import {NO_SUCH_VIDEO_CODE} from '../../../src/wire/publish-urls.js';
import {ProxyError} from '../proxy-error.js';

/** The same for a video that is not there and one that is out of scope: nothing can be learned from it. */
export function noSuchVideo(): ProxyError {
  return new ProxyError(404, 'There is no such video.', {code: NO_SUCH_VIDEO_CODE});
}
