/**
 * Registers `<video-list>`, `<video-card>` and `<resolution-badge>`. It has exports for pages with a script tag, which have no
 * other module to import from.
 */
import './define/player-later.js';
import './define/video-list.js';

export {registerLanguage} from './languages/registry.js';
