import type {VideoFilters} from 'cloud-vod-gallery';
import {VideoList} from 'cloud-vod-gallery/react';
import {useState} from 'react';

/** Readers search and sort; that only what can be played is shown is not theirs to change. */
export function Filters() {
  const [filters, setFilters] = useState<VideoFilters>({});
  return (
    <>
      <VideoList
        src="/api/videos"
        toolbar="search order category"
        state="available"
        locked="state"
        onVideoListFilter={({detail}) => setFilters(detail.filters)}
      />
      <p role="status">
        {filters.search ? `Videos with “${filters.search}” in their name` : 'All videos'}
      </p>
    </>
  );
}
