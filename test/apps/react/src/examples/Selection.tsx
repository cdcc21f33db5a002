import {VideoList} from 'cloud-vod-gallery/react';
import {useState} from 'react';

/** Up to three videos for a programme, kept in the state of the component. */
export function Selection() {
  const [ids, setIds] = useState<readonly string[]>([]);
  return (
    <form>
      <VideoList
        src="/api/videos"
        name="video"
        aria-label="Videos of the programme"
        selection="multiple"
        max={3}
        playableOnly
        selectedIds={ids}
        onSelectionChange={({detail}) => setIds(detail.videos.map(({id}) => id))}
      />
      <p role="status">{ids.length} of 3 selected</p>
      <button type="button" onClick={() => setIds([])}>
        Start again
      </button>
    </form>
  );
}
