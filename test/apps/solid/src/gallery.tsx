import type {VideoListElement} from 'cloud-vod-gallery';
import 'cloud-vod-gallery/define';
import type {} from 'cloud-vod-gallery/jsx';
import {createSignal} from 'solid-js';

export function Gallery() {
  const [title, setTitle] = createSignal('');
  const [ids, setIds] = createSignal<readonly string[]>([]);
  let list!: VideoListElement;
  return (
    <>
      <video-list
        ref={list}
        src="/api/videos"
        selection="multiple"
        prop:pageSize={12}
        prop:live={false}
        prop:selectedIds={ids()}
        on:video-select={({detail}) => setTitle(detail.video.title)}
        on:selection-change={({detail}) => setIds(detail.videos.map(({id}) => id))}
      />
      <p role="status">{title() ? `Picked: ${title()}` : 'Pick a video.'}</p>
      <p id="count">{ids().length} selected</p>
      <button onClick={() => setIds([])}>Start again</button>
      <button id="refresh" onClick={() => void list.refresh()}>
        Refresh
      </button>
    </>
  );
}

/** Never shown: that the mistakes are found is the test. */
export const mistakes = () => [
  // @ts-expect-error There is no such layout.
  <video-list prop:layout="circle" />,
  // @ts-expect-error A handler gets the event.
  <video-list on:video-select={(event: KeyboardEvent) => event.key} />,
];
