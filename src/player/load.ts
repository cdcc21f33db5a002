/** All dynamic imports of the player, which load its modules when they are used. */
export const loadPlayer = () => import('./video-player.js');
export const loadPositions = () => import('./positions.js');
export const loadHls = () => import('./hls.js');
