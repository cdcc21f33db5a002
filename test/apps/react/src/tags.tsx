import type {VideoListElement} from 'cloud-vod-gallery';
import 'cloud-vod-gallery/define';
import type {} from 'cloud-vod-gallery/jsx';
import {useEffect, useRef, useState} from 'react';

/** The plain tag, which React 19 sets properties of and listens to by itself; React 18 writes attributes. */
export function Tags() {
  const list = useRef<VideoListElement>(null);
  const [title, setTitle] = useState('');
  useEffect(() => {
    const listen = ({detail}: HTMLElementEventMap['video-select']) => setTitle(detail.video.title);
    const element = list.current!;
    element.addEventListener('video-select', listen);
    return () => element.removeEventListener('video-select', listen);
  }, []);
  return (
    <>
      <video-list ref={list} src="/api/videos" page-size={6} onClick={() => {}} />
      <p role="status">{title ? `Picked: ${title}` : 'Pick a video.'}</p>
    </>
  );
}
