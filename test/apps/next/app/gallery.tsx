'use client';
import type {VideoPage} from 'cloud-vod-gallery';
import {VideoList} from 'cloud-vod-gallery/react';
import {useState} from 'react';

/** A gallery whose first videos are in the HTML. */
export function Gallery({initialPage}: {initialPage: VideoPage | undefined}) {
  const [title, setTitle] = useState('');
  return (
    <main>
      <VideoList
        lang="en"
        src="/api/videos"
        cardHref="/watch/{videoId}"
        initialPage={initialPage}
        onVideoSelect={(event) => {
          event.preventDefault();
          setTitle(event.detail.video.title);
        }}
      />
      <p role="status">{title ? `Picked: ${title}` : 'Pick a video.'}</p>
    </main>
  );
}
