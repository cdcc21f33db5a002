import {formatDate} from '../../internal/format.js';
import type {Video} from '../../model/video.js';
import type {Language} from '../language-controller.js';

/** The formatted date of a video: of its creation, otherwise of its upload; empty if neither is known. */
export function videoDate({createdAtMs, uploadedAtMs}: Video, {tag, timeZone}: Language): string {
  const time = createdAtMs ?? uploadedAtMs;
  return time === undefined ? '' : formatDate(time, tag, timeZone);
}
