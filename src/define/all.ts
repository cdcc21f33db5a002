/**
 * Registers all three tags, with everything that a list can do: nothing but languages is fetched later. For servers, and
 * for pages that want one file.
 */
import '../features/all.js';
import './player-later.js';
import './video-list.js';

export {registerLanguage} from '../languages/registry.js';
