/** What the live examples say of their events. */
const texts = {
  'video-select': ({video}) => `Picked: ${video.title}`,
  'selection-change': ({videos}) => `${videos.length} of 3 selected`,
  'video-list-filter': ({filters}) =>
    filters.search ? `Videos with “${filters.search}” in their name` : 'All videos',
};

for (const line of document.querySelectorAll('.tell')) {
  const {event} = line.dataset;
  line.parentElement.addEventListener(
    event,
    ({detail}) => (line.textContent = texts[event](detail)),
  );
  line.previousElementSibling.addEventListener(event, ({detail}) => {
    line.textContent = texts[event](detail);
  });
}
