import {NO_SUCH_VIDEO_CODE} from '../../../src/wire/publish-urls.js';
import {ProxyError} from '../proxy-error.js';

/** The same error for a video that does not exist and one outside the scope, so that it reveals nothing. */
export function noSuchVideo(): ProxyError {
  return new ProxyError(404, 'There is no such video.', {code: NO_SUCH_VIDEO_CODE});
}
