import {isObject, readNumber, type JsonObject} from '../../../src/wire/fields.js';

/** `serverType` of a list (source, PC, mobile) as a callback has it. */
const SERVER_TYPES: Readonly<Record<number, number>> = {[-1]: 1, 0: 0, 1: 2};

/**
 * A record of `getVideoList` as an upload callback would have brought it: the vendor's two documents
 * disagree on what `videoState` and `serverType` mean, and the store has them as callbacks do.
 */
export function callbackRecord(record: JsonObject): JsonObject {
  const state = readNumber(record['videoState']);
  const resolutions = record['videoResolutions'];
  return {
    ...record,
    // Of a list 0 is enabled and 1 blocked; of a callback 1 is available and 0 is not.
    ...((state === 0 || state === 1) && {videoState: String(1 - state)}),
    ...(Array.isArray(resolutions) && {videoResolutions: resolutions.map(callbackResolution)}),
  };
}

function callbackResolution(resolution: unknown): unknown {
  if (!isObject(resolution)) return resolution;
  const serverType = SERVER_TYPES[readNumber(resolution['serverType']) ?? NaN];
  return serverType === undefined ? resolution : {...resolution, serverType};
}
