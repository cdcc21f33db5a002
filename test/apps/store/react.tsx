import {createListStore, listRequest} from 'cloud-vod-gallery/store';
import {useEffect, useState, useSyncExternalStore} from 'react';
import {createRoot} from 'react-dom/client';

function Gallery() {
  const [store] = useState(() => createListStore({request: listRequest('/api/videos')}));
  const state = useSyncExternalStore(store.subscribe, () => store.state);
  useEffect(() => {
    void store.load();
    return () => store.abort();
  }, [store]);

  const {items, phase, error, hasNext, isPending} = state;
  const search = (text: string) => {
    store.setFilters({search: text});
    void store.load();
  };
  return (
    <>
      <input type="search" aria-label="Search" onChange={({target}) => search(target.value)} />
      <ul>
        {items.loaded.map(({id, title}) => (
          <li key={id}>{title}</li>
        ))}
      </ul>
      <p role="status">{phase === 'ready' ? `${items.length} videos` : phase}</p>
      {error && <button onClick={() => void store.retry()}>Try again</button>}
      {hasNext && (
        <button id="more" disabled={isPending} onClick={() => void store.loadMore()}>
          Load more
        </button>
      )}
    </>
  );
}

createRoot(document.querySelector('#root')!).render(<Gallery />);
