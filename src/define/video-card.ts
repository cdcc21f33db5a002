import {VideoCardElement} from '../elements/video-card/video-card.js';
import {defineElement} from '../internal/define-element.js';
import './resolution-badge.js';

defineElement('video-card', VideoCardElement);

declare global {
  interface HTMLElementTagNameMap {
    'video-card': VideoCardElement;
  }
}
