/**
 * Registers all three tags with all features of a list. Only languages are loaded later. For servers, and for pages that load
 * only one file.
 */
import '../features/all.js';
import './player-later.js';
import './video-list.js';

export {registerLanguage} from '../languages/registry.js';
