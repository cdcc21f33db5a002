/** Registers `<video-list>`, `<video-card>` and `<resolution-badge>`. */
import './define/video-list.js';
