/** The home page shows, above the gallery, the last event that its list has fired. */
const list = document.querySelector('.window video-list');
const heard = document.querySelector('#heard');

const lines = {
  'video-list-error': ({error}) => error.message,
  'video-list-filter': ({filters}) => filters.search || filters.category || 'all videos',
  'video-select': ({video}) => video.title || video.id,
  'video-ended': ({video}) => video.title || video.id,
};

for (const [type, describe] of Object.entries(lines)) {
  list.addEventListener(type, ({detail}) => {
    heard.textContent = `${type}: ${describe(detail)}`;
  });
}
