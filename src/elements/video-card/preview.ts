import type {ReactiveControllerHost} from 'lit';
import type {Video} from '../../model/video.js';

/** What is shown in place of a cover while its card is looked at. Addresses are relative to the page. */
export interface Preview {
  /** Pictures that are shown one after another. */
  readonly frames?: readonly string[];
  /** A short clip, which plays without sound and over again. Goes before `frames`. */
  readonly clip?: string;
}

/** Finds the preview of a video, at once or later; nothing for a video that has none. */
export type PreviewSource = (
  video: Video,
) => Preview | undefined | null | Promise<Preview | undefined | null>;

/** The card, as far as its preview is concerned. */
export interface PreviewHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly shownVideo: Video | undefined;
  readonly preview?: PreviewSource;
}
