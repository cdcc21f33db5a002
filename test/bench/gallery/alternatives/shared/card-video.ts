import {formatDate} from '../../../../../src/internal/format.js';
import {formatClock} from '../../../../../src/model/duration.js';
import {defaultTiers, tierOf} from '../../../../../src/model/resolution.js';
import {parseTimestamp} from '../../../../../src/wire/timestamp.js';

/** The fields of a record that a card shows. A hand-written gallery keeps no others. */
export interface CardVideo {
  readonly id: string;
  readonly title: string;
  readonly coverUrl: string;
  readonly durationSeconds: number;
  readonly width: number;
  readonly height: number;
  readonly createdAtMs: number;
}

/** The texts of a card. Created when the card is rendered, not for all videos. */
export interface CardTexts {
  readonly quality: string;
  readonly duration: string;
  readonly date: string;
}

/** The fields of a wire record that a hand-written gallery uses without validation. */
interface WireVideo {
  readonly videoId: string;
  readonly videoName: string;
  readonly imageUrl: string;
  readonly videoDuration: string;
  readonly createTime: string;
  readonly videoResolutions: readonly {readonly width: number; readonly height: number}[];
}

interface WirePage {
  readonly data: {readonly total?: number; readonly videoListInfo: readonly WireVideo[]};
}

/** A page of a list, or the whole list. */
export interface CardPage {
  readonly videos: readonly CardVideo[];
  readonly total: number;
}

/** Requests a list from the benchmark's server. */
export async function fetchCardPage(url: string, signal?: AbortSignal): Promise<CardPage> {
  const response = await fetch(url, signal ? {signal} : {});
  const {data} = (await response.json()) as WirePage;
  const videos = data.videoListInfo.map(readVideo);
  return {videos, total: data.total ?? videos.length};
}

/** The texts of a video as a card shows them. */
export function textsOf({width, height, durationSeconds, createdAtMs}: CardVideo): CardTexts {
  return {
    quality: tierOf({width, height}, defaultTiers)?.label ?? '',
    duration: formatClock(durationSeconds),
    date: formatDate(createdAtMs, 'en'),
  };
}

function readVideo(record: WireVideo): CardVideo {
  const {width = 0, height = 0} = record.videoResolutions[0] ?? {};
  return {
    id: record.videoId,
    title: record.videoName,
    coverUrl: record.imageUrl,
    durationSeconds: Number(record.videoDuration),
    width,
    height,
    createdAtMs: parseTimestamp(record.createTime) ?? 0,
  };
}
