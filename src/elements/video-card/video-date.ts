import {formatDate} from '../../internal/format.js';
import type {Video} from '../../model/video.js';
import type {Language} from '../language-controller.js';

/** Distance of the first and the last time of a `Date` from 1970, in milliseconds. `Intl` throws for others. */
const LAST_TIME = 8.64e15;

/** The formatted date of a video: of its creation, otherwise of its upload; empty if neither is known or valid. */
export function videoDate({createdAtMs, uploadedAtMs}: Video, {tag, timeZone}: Language): string {
  const time = createdAtMs ?? uploadedAtMs ?? NaN;
  return Math.abs(time) <= LAST_TIME ? formatDate(time, tag, timeZone) : '';
}
