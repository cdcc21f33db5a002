import {formatDate} from '../../internal/format.js';
import type {Video} from '../../model/video.js';
import type {Language} from '../language-controller.js';

/** Maximum distance of a `Date` from 1970, in milliseconds. `Intl` throws for greater ones. */
const LAST_TIME = 8.64e15;

/** The formatted date of the creation of a video, otherwise of its upload; empty if neither is known and valid. */
export function videoDate({createdAtMs, uploadedAtMs}: Video, {tag, timeZone}: Language): string {
  const time = createdAtMs ?? uploadedAtMs ?? NaN;
  return Math.abs(time) <= LAST_TIME ? formatDate(time, tag, timeZone) : '';
}
