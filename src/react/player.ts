'use client';
/**
 * The player as a component for React 18 and 19. Importing this registers its tag. A separate entry, so that pages without
 * a player do not load it.
 */
import '../internal/hydration.js';
import {VideoPlayerElement} from '../define/player.js';
import type {VideoPlayerHandlers} from '../elements/event-handlers.js';
import {createComponent, type ComponentProps, type ElementComponent} from './create-component.js';
import {playerEvents} from './player-events.js';

export type {VideoPlayerHandlers};

export type VideoPlayerProps = ComponentProps<VideoPlayerElement, VideoPlayerHandlers>;

/** `<video-player>` as a component. Properties are props (`htmlFor` for `for`), events are handlers, and `ref` is the element. */
export const VideoPlayer: ElementComponent<VideoPlayerElement, VideoPlayerHandlers> =
  createComponent('video-player', VideoPlayerElement.elementProperties, playerEvents);
VideoPlayer.displayName = 'VideoPlayer';
