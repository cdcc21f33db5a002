/** The text below a live example, by event. */
const texts = {
  'video-select': ({video}) => `Picked: ${video.title}`,
  'selection-change': ({videos}) => `${videos.length} of 3 selected`,
  'video-list-filter': ({filters}) =>
    filters.search ? `Videos with “${filters.search}” in their name` : 'All videos',
};

for (const line of document.querySelectorAll('.event-message')) {
  const {event} = line.dataset;
  // In the capture phase, because not all of the events bubble.
  const show = ({detail}) => (line.textContent = texts[event](detail));
  line.parentElement.addEventListener(event, show, {capture: true});
}
