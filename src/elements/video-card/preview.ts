import type {ReactiveControllerHost} from 'lit';
import type {Video} from '../../model/video.js';

/** Replaces a cover while the mouse or the focus is on the card. URLs may be relative to the page. */
export interface Preview {
  /** URLs of pictures that are shown one after another. */
  readonly frames?: readonly string[];
  /** URL of a short clip, which plays muted in a loop. Overrides `frames`. */
  readonly clip?: string;
}

/** Returns the preview of a video or a promise of it; undefined if there is none. */
export type PreviewSource = (
  video: Video,
) => Preview | undefined | null | Promise<Preview | undefined | null>;

/** The part of a card that a preview needs. */
export interface PreviewHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly shownVideo: Video | undefined;
  readonly preview?: PreviewSource;
}
