import type {CardLayout} from 'cloud-vod-gallery';
import {VideoList} from 'cloud-vod-gallery/react';
import {useState} from 'react';

const layouts = ['grid', 'list', 'row'] as const;

/** One list, laid out as the reader likes it. */
export function Layouts() {
  const [layout, setLayout] = useState<CardLayout>('grid');
  const [isCompact, setIsCompact] = useState(false);
  return (
    <>
      {layouts.map((name) => (
        <button key={name} aria-pressed={name === layout} onClick={() => setLayout(name)}>
          {name}
        </button>
      ))}
      <label>
        <input
          type="checkbox"
          checked={isCompact}
          onChange={({target}) => setIsCompact(target.checked)}
        />
        compact
      </label>
      <VideoList src="/api/videos" layout={layout} density={isCompact ? 'compact' : 'normal'} />
    </>
  );
}
