import {isObject, readNumber, type JsonObject} from '../../../src/wire/fields.js';

/** `serverType` of `getVideoList` (source, PC, mobile) converted to that of a callback. */
const SERVER_TYPES: Readonly<Record<number, number>> = {[-1]: 1, 0: 0, 1: 2};

/**
 * Converts a record of `getVideoList` to the format of upload callbacks. The vendor's two documents define `videoState` and
 * `serverType` differently, and the store uses those of callbacks.
 */
export function callbackRecord(record: JsonObject): JsonObject {
  const state = readNumber(record['videoState']);
  const resolutions = record['videoResolutions'];
  return {
    ...record,
    // In a list, 0 is enabled and 1 is blocked. In a callback, 1 is available and 0 is not.
    ...((state === 0 || state === 1) && {videoState: String(1 - state)}),
    ...(Array.isArray(resolutions) && {videoResolutions: resolutions.map(callbackResolution)}),
  };
}

function callbackResolution(resolution: unknown): unknown {
  if (!isObject(resolution)) return resolution;
  const serverType = SERVER_TYPES[readNumber(resolution['serverType']) ?? NaN];
  return serverType === undefined ? resolution : {...resolution, serverType};
}
