import type {Video} from 'cloud-vod-gallery';
import {VideoCard} from 'cloud-vod-gallery/react';
import {useState} from 'react';

const video: Video = {
  id: 'aurora',
  title: 'Aurora over the lake',
  coverUrl: '/covers/aurora-1.webp',
  durationSeconds: 754,
  uploadedAtMs: Date.UTC(2026, 0, 15),
  resolutions: [{width: 3840, height: 2160}],
};

/** One card alone, from data that the page has. */
export function SingleCard() {
  const [isPicked, setIsPicked] = useState(false);
  return (
    <VideoCard
      video={video}
      headingLevel={3}
      selected={isPicked}
      onVideoSelect={() => setIsPicked(!isPicked)}
    />
  );
}
