/** Shows the last event of the list above the gallery of the home page. */
const list = document.querySelector('.window video-list');
const lastEvent = document.querySelector('#last-event');

const lines = {
  'video-list-error': ({error}) => error.message,
  'video-list-filter': ({filters}) => filters.search || filters.category || 'all videos',
  'video-select': ({video}) => video.title || video.id,
  'video-ended': ({video}) => video.title || video.id,
};

for (const [type, describe] of Object.entries(lines)) {
  list.addEventListener(type, ({detail}) => {
    lastEvent.textContent = `${type}: ${describe(detail)}`;
  });
}
