import {createListStore, createPicker, createSelection, listRequest} from 'cloud-vod-gallery/store';

const store = createListStore({request: listRequest('/api/videos'), paging: 'button'});
const selection = createSelection(store, {mode: 'multiple', max: 3});
const picker = createPicker(selection);

const list = document.querySelector('ul')!;
const status = document.querySelector('[role=status]')!;
const more = document.querySelector<HTMLButtonElement>('#more')!;
const retry = document.querySelector<HTMLButtonElement>('#retry')!;

store.subscribe(({items, phase, isPending, hasNext, error, selection}) => {
  const buttons = Array.from({length: items.length}, (_, index) => {
    const video = items.at(index);
    const button = document.createElement('button');
    // Titles are text, whatever is in them.
    button.textContent = video?.title ?? '…';
    button.ariaPressed = String(!!video && selection.ids.has(video.id));
    button.onclick = ({shiftKey}) => void picker.pick(index, {isRange: shiftKey});
    const item = document.createElement('li');
    item.append(button);
    return item;
  });
  list.replaceChildren(...buttons);
  status.textContent =
    phase === 'ready'
      ? `${items.length} videos, ${selection.videos.length} selected`
      : phase === 'empty'
        ? 'No videos yet'
        : (error?.message ?? 'Loading');
  more.hidden = !hasNext || phase !== 'ready';
  more.disabled = isPending;
  retry.hidden = !error;
});

more.onclick = () => void store.loadMore();
retry.onclick = () => void store.retry();
void store.load();
