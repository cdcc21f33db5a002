/** The events of the player by the names of their handlers. */
export const playerEvents = {
  onVideoPlay: 'video-play',
  onVideoEnded: 'video-ended',
  onVideoError: 'video-error',
  onVideoQuality: 'video-quality',
  onVideoStep: 'video-step',
} as const;
