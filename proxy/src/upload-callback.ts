import {readEnvelope, readVideoListData, SUCCESS_CODE} from '../../src/wire/envelope.js';
import {parseJson} from '../../src/wire/parse-json.js';
import {ProxyError} from './proxy-error.js';
import {recordFault, type VideoRecord} from './video-record.js';

/** An entry of `videoListInfo` that is not stored. */
interface RejectedRecord {
  /** Index in `videoListInfo`, from 0. */
  readonly index: number;
  /** Why it is not stored. */
  readonly reason: string;
}

/** The content of an upload callback. */
export interface UploadCallback {
  readonly records: readonly VideoRecord[];
  readonly rejected: readonly RejectedRecord[];
}

/**
 * Reads the body of an upload callback. Invalid records are left out.
 *
 * @throws {ProxyError} 400 if it is not an envelope, 422 if it has no valid record.
 */
export function readUploadCallback(text: string): UploadCallback {
  const entries = readEntries(text);
  const records: VideoRecord[] = [];
  const rejected: RejectedRecord[] = [];
  entries.forEach((entry, index) => {
    const reason = recordFault(entry);
    if (reason === undefined) records.push(entry as VideoRecord);
    else rejected.push({index, reason});
  });
  if (rejected.length > 0 && records.length === 0) {
    throw new ProxyError(422, 'None of the records can be stored.', {data: {rejected}});
  }
  return {records, rejected};
}

function readEntries(text: string): readonly unknown[] {
  const {json, cause} = parseJson(text);
  if (cause) throw new ProxyError(400, 'The body is not JSON.');
  const envelope = readEnvelope(json);
  if (!envelope) throw new ProxyError(400, 'The envelope has no "code".');
  if (envelope.code !== SUCCESS_CODE) {
    throw new ProxyError(422, `The envelope reports an error: its code is ${envelope.code}.`);
  }
  const list = readVideoListData(envelope.data);
  if (!list) throw new ProxyError(400, 'The envelope has no "data.videoListInfo".');
  return list.records;
}
