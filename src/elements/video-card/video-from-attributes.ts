import {pageUrl} from '../../internal/page-url.js';
import {parseClarity} from '../../model/clarity.js';
import {parseTimestamp} from '../../wire/timestamp.js';
import type {Transcoding, Video} from '../../model/video.js';

/** The attributes that describe the video of a card. */
export interface CardAttributes {
  readonly videoId: string;
  readonly heading: string;
  readonly cover: string;
  readonly duration?: number | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
  readonly clarity: string;
  readonly uploaded: string;
  readonly state: string;
}

const UNFINISHED: readonly Transcoding[] = ['failed', 'transcoding', 'not-transcoded'];

/** The video that the attributes of a card describe; undefined if there is none. */
export function videoFromAttributes(card: CardAttributes, baseUrl: string): Video | undefined {
  if (!card.heading && !card.videoId) return undefined;
  const states = String(card.state).split(/\s+/);
  const {width, height} = card;
  return {
    id: card.videoId,
    title: card.heading,
    coverUrl: pageUrl(card.cover, baseUrl),
    durationSeconds: card.duration,
    // A day without a time: 10:00 UTC is the same day in all time zones from -10:00 to +13:59.
    uploadedAtMs: parseTimestamp(String(card.uploaded).replace(/^\d+-\d+-\d+$/, '$& 10:00Z')),
    encrypted: states.includes('encrypted'),
    availability: states.includes('unavailable') ? 'unavailable' : undefined,
    transcoding: UNFINISHED.find((state) => states.includes(state)),
    resolutions: [{width, height, clarity: parseClarity(card.clarity)}],
  };
}
