import type {VideoPage} from 'cloud-vod-gallery';
import {VideoList} from 'cloud-vod-gallery/react';
import {useId, useState} from 'react';

/** The first result page, as a server has it. */
const videos = Array.from({length: 24}, (_, index) => ({
  id: `id-${index + 1}`,
  title: `Video ${index + 1}`,
  coverUrl: '/covers/alpine-1.webp',
  createdAtMs: 1_700_000_000_000 - index * 1000,
}));
const initialPage: VideoPage = {videos, skipped: [], recordCount: 24, total: 60};

/** A list whose first page is drawn on the server, beside what React itself counts and toggles. */
export function Drawn() {
  const [title, setTitle] = useState('');
  return (
    <>
      <VideoList
        lang="en"
        src="/api/videos"
        pageSize={24}
        hidden={false}
        inert={false}
        draggable={false}
        aria-busy={true}
        initialPage={initialPage}
        onVideoSelect={({detail}) => setTitle(detail.video.title)}
      >
        <Header />
      </VideoList>
      <p role="status">{title ? `Picked: ${title}` : 'Pick a video.'}</p>
    </>
  );
}

/** Its id has to be the same on the server and in the browser. */
function Header() {
  const id = useId();
  return (
    <h2 slot="header" id={id}>
      Videos
    </h2>
  );
}
