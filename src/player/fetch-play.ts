import {bodyText} from '../data/body-text.js';
import {timeLimit} from '../data/time-limit.js';
import type {Fetcher} from '../data/video-page-query.js';
import {decodeVideoPage} from '../model/decode-video-page.js';
import {failureReason, type FailureReason} from '../model/failure-reason.js';
import type {PlayFailureReason} from '../model/play-failure-reason.js';
import {videoAddress} from '../model/video-address.js';
import type {Video} from '../model/video.js';
import {readEnvelope, SUCCESS_CODE} from '../wire/envelope.js';
import {parseJson} from '../wire/parse-json.js';
import {PlayFailure} from './play-failure.js';
import {readPlayAddresses, type PlayAddresses} from './sources.js';

/** Options of a request. */
export interface PlayRequest {
  /** Absolute address of the list at the proxy. */
  readonly url: string;
  readonly fetcher: Fetcher;
  readonly credentials: RequestCredentials;
  readonly headers: Readonly<Record<string, string>>;
  /** Time limit for the whole response in milliseconds. */
  readonly timeout: number;
}

/** Reasons for a refused request, as reasons for a video. */
const REASONS: Partial<Record<FailureReason, PlayFailureReason>> = {
  'no-permission': 'denied',
  'no-such-video': 'missing',
  'too-many-calls': 'busy',
};

/**
 * Requests the play addresses of a video.
 *
 * @throws {PlayFailure} for every failure except an abort.
 */
export async function fetchPlayAddresses(
  request: PlayRequest,
  videoId: string,
  signal: AbortSignal,
): Promise<PlayAddresses> {
  const {json, url} = await fetchJson(request, videoAddress(request.url, videoId, 'play'), signal);
  return readPlayAddresses(json, url);
}

/**
 * Requests one video.
 *
 * @throws {PlayFailure} for every failure except an abort.
 */
export async function fetchVideo(
  request: PlayRequest,
  videoId: string,
  signal: AbortSignal,
): Promise<Video> {
  const {json, url} = await fetchJson(request, videoAddress(request.url, videoId), signal);
  const page = decodeVideoPage(json, {baseUrl: url});
  const video = 'videos' in page ? page.videos.find(({id}) => id === videoId) : undefined;
  if (!video) throw new PlayFailure('missing', `The proxy does not have the video "${videoId}".`);
  // Addresses of covers are below the address of the list.
  return video.cover ? {...video, cover: {...video.cover, listUrl: request.url}} : video;
}

async function fetchJson(
  {fetcher, credentials, headers, timeout}: PlayRequest,
  address: URL,
  signal: AbortSignal,
) {
  const {href} = address;
  // Kept in a variable, because WebKit garbage-collects a combined signal that only `fetch` references.
  const either = AbortSignal.any([signal, timeLimit(timeout)]);
  try {
    const response = await fetcher(href, {credentials, headers, signal: either});
    const {json} = parseJson(await bodyText(response));
    const envelope = readEnvelope(json);
    const {code = 0, message = ''} = envelope ?? {};
    if (response.ok && code === SUCCESS_CODE) return {json, url: response.url || href};
    const reason = reasonFor(response.status, code);
    throw new PlayFailure(
      reason,
      `${address.pathname}: HTTP ${response.status}, ${code} ${message}`,
    );
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof PlayFailure) throw cause;
    const reason = navigator.onLine ? 'unreachable' : 'offline';
    throw new PlayFailure(reason, `No answer from ${address.pathname}.`, cause);
  }
}

function reasonFor(status: number, vendorCode: number): PlayFailureReason {
  if (status === 501) return 'unconfigured';
  const reason = failureReason({status, vendorCode});
  return (reason && REASONS[reason]) ?? (status === 404 ? 'missing' : 'unreachable');
}
