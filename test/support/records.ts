import type {Answer} from './test-server.js';

/** One entry of `videoListInfo`, as the vendor writes it. */
export type WireRecord = Record<string, unknown>;

/** A record of an ordinary video, with some fields changed; a change to `undefined` leaves a field out. */
export function aRecord(changes: WireRecord = {}): WireRecord {
  return {
    videoId: 'id-1',
    videoName: 'A walk by the sea',
    videoDescription: 'Waves, mostly.',
    createUser: 'editor',
    encrypt: 0,
    videoSize: '11153160',
    videoDuration: '65',
    createTime: '2024-03-01 20:00:00',
    uploadTime: '1709294400',
    updateTime: '1709294460',
    videoState: '1',
    transcodeState: '1',
    videoSourceCode: 1,
    videoClassification: 'nature, sea',
    publishDomain: 'media.example.com',
    imageUrl: '',
    videoResolutions: [{clarity: 1, serverType: -1, width: 1920, height: 1080, fileSize: 11153160}],
    ...changes,
  };
}

/** Records with these titles, and ids `id-1`, `id-2`, … */
export function recordsTitled(...titles: string[]): WireRecord[] {
  return titles.map((videoName, index) => aRecord({videoName, videoId: `id-${index + 1}`}));
}

/** The vendor's envelope around records. */
export function anEnvelope(records: readonly unknown[], changes: WireRecord = {}): WireRecord {
  const data = {videoListInfo: records, videoTotal: records.length};
  return {code: 200, message: 'success', data, ...changes};
}

/** An answer with a page of these records, and with its page size: the requested one. */
export function aPage(records: readonly unknown[], changes?: WireRecord): Answer {
  const {data, ...envelope} = anEnvelope(records, changes);
  const body = {...envelope, data: data && {pageSize: 24, ...data}};
  return {body: JSON.stringify(body), saysSize: true};
}

/** An answer with a page of ordinary videos with these titles. */
export function aPageTitled(...titles: string[]): Answer {
  return aPage(recordsTitled(...titles));
}

/** A response with a page of this many ordinary videos. */
export function aPageOf(count: number): Answer {
  return aPageTitled(...Array.from({length: count}, (_, index) => `Video ${index + 1}`));
}

/** An answer with any body. */
export function anAnswer(body: string, status = 200): Answer {
  return {body, status};
}
