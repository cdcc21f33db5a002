/** The landing page chooses where videos play, and writes down what it hears. */
const list = document.querySelector('video-list');
const log = document.querySelector('#log');

const lines = {
  'video-list-load': ({page}) => `${page.videos.length} videos`,
  'video-list-error': ({error}) => `${error.code}: ${error.message}`,
  'video-select': ({video, index, trigger}) =>
    `${video.title || video.id}, card ${index}, by ${trigger}`,
  'video-play': ({video}) => video.title || video.id,
  'video-quality': ({quality}) => quality,
  'video-step': ({step}) => (step > 0 ? 'next' : 'previous'),
  'video-ended': ({video}) => video.title || video.id,
  'video-error': ({error}) => error.reason,
};

for (const [type, describe] of Object.entries(lines)) {
  list.addEventListener(type, ({detail}) => note(type, describe(detail)));
}

document.querySelector('#places').addEventListener('change', ({target}) => {
  list.play = target.value;
});

function note(type, text) {
  const item = document.createElement('li');
  const name = document.createElement('code');
  const rest = document.createElement('span');
  name.textContent = type;
  rest.textContent = text;
  item.append(name, rest);
  log.prepend(item);
}
