/** Fetches what a player is made of, in one place: all of it comes later, and only where it is used. */
export const loadPlayer = () => import('./video-player.js');
export const loadPositions = () => import('./positions.js');
export const loadHls = () => import('./hls.js');
