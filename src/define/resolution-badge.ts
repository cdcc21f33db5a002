import {ResolutionBadgeElement} from '../elements/resolution-badge/resolution-badge.js';
import {defineElement} from '../internal/define-element.js';

defineElement('resolution-badge', ResolutionBadgeElement);

declare global {
  interface HTMLElementTagNameMap {
    'resolution-badge': ResolutionBadgeElement;
  }
}
