/** Structured data about videos for search engines, in the vocabulary of schema.org. Runs on servers and in browsers. */
import {cardLink} from './card-link.js';
import {safeUrl} from './safe-url.js';
import {unplayableState, type Video} from './video.js';

export interface JsonLdOptions {
  /** URL of the page, which relative URLs are resolved against. */
  readonly baseUrl: string;
  /** URL of the page of a video, like `card-href` of a list: `/watch/{videoId}`. */
  readonly cardHref?: string | undefined;
  /** Returns the URL of a video's file. Set it only if the files may be public. */
  readonly contentUrl?: ((video: Video) => string | undefined) | undefined;
  /** Returns the URL of a page with a player for a video, for frames of other sites. */
  readonly embedUrl?: ((video: Video) => string | undefined) | undefined;
}

/**
 * Describes videos as an `ItemList` of `VideoObject`s. Videos that have no title or cannot be played are left out, and so are
 * fields that a video does not have.
 *
 * @see https://schema.org/VideoObject
 * @returns JSON for a `<script type="application/ld+json">`. It contains no `<`, so no title can end the script.
 */
export function videoListJsonLd(videos: readonly Video[], options: JsonLdOptions): string {
  const items = videos.filter((video) => video.title && !unplayableState(video));
  const list = {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    itemListElement: items.map((video, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      item: videoObject(video, options),
    })),
  };
  return JSON.stringify(list).replaceAll('<', String.raw`\u003c`);
}

/** `JSON.stringify` leaves out undefined fields. */
function videoObject(video: Video, {baseUrl, cardHref, contentUrl, embedUrl}: JsonLdOptions) {
  const absolute = (url: string | undefined) => safeUrl(url, baseUrl);
  const {title, description, coverUrl, durationSeconds, uploadedAtMs, createdAtMs} = video;
  return {
    '@type': 'VideoObject',
    name: title,
    description: description || undefined,
    url: absolute(cardLink(cardHref ?? null, video)),
    thumbnailUrl: absolute(coverUrl),
    uploadDate: isoDate(uploadedAtMs ?? createdAtMs),
    duration: isoDuration(durationSeconds),
    contentUrl: absolute(contentUrl?.(video)),
    embedUrl: absolute(embedUrl?.(video)),
  };
}

/** Formats a time as ISO 8601; undefined for an invalid time. */
function isoDate(ms: number | undefined) {
  const date = new Date(ms ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** Formats a playing time as ISO 8601: `PT65S`. */
function isoDuration(seconds = 0) {
  return seconds > 0 && Number.isFinite(seconds) ? `PT${Math.round(seconds)}S` : undefined;
}
