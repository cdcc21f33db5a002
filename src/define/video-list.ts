import {VideoListElement} from '../elements/video-list/video-list.js';
import {defineElement} from '../internal/define-element.js';
import './video-card.js';

defineElement('video-list', VideoListElement);

declare global {
  interface HTMLElementTagNameMap {
    'video-list': VideoListElement;
  }
}
