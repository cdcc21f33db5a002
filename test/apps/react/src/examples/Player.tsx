import type {VideoPlayerElement} from 'cloud-vod-gallery/player';
import {VideoList} from 'cloud-vod-gallery/react';
import {VideoPlayer} from 'cloud-vod-gallery/react/player';
import {useRef, useState} from 'react';

/** A player beside a gallery, and what it tells. */
export function Player() {
  const player = useRef<VideoPlayerElement>(null);
  const [status, setStatus] = useState('Nothing yet');
  return (
    <>
      <VideoPlayer
        ref={player}
        htmlFor="videos"
        remember
        onVideoPlay={({detail}) => setStatus(`About to play: ${detail.video.title}`)}
        onVideoError={({detail}) => setStatus(`Not played: ${detail.error.reason}`)}
      />
      <VideoList id="videos" src="/api/videos" pageSize={12} paging="button" />
      <p role="status">{status}</p>
      <button type="button" onClick={() => setStatus(`Shown: ${player.current?.video?.title}`)}>
        What is shown?
      </button>
    </>
  );
}
