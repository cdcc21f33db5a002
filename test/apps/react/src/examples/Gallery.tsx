import type {Video} from 'cloud-vod-gallery';
import {VideoList} from 'cloud-vod-gallery/react';
import {useState} from 'react';

/** A gallery, and beside it the video that was picked. */
export function Gallery() {
  const [video, setVideo] = useState<Video>();
  return (
    <>
      <VideoList src="/api/videos" onVideoSelect={({detail}) => setVideo(detail.video)} />
      <p role="status">{video ? `Picked: ${video.title}` : 'Pick a video.'}</p>
    </>
  );
}
