/** The page of 100,000 videos: selects the paging, scrolls to a number, and shows the number of cards. */
const list = document.querySelector('#many');
const cards = document.querySelector('#cards');
const {paging, number} = document.querySelector('#choices').elements;

paging.addEventListener('change', () => {
  const isUnknown = paging.value !== 'auto';
  list.src = isUnknown ? 'many/videos?total=no' : 'many/videos';
  list.paging = paging.value === 'grow' ? 'auto' : paging.value;
});

document.querySelector('#choices').addEventListener('submit', (event) => {
  event.preventDefault();
  // The list has its full height from the start, so the position of a video is proportional to its number.
  const {top, height} = list.getBoundingClientRect();
  const share = (Number(number.value) - 1) / 100_000;
  scrollTo({top: scrollY + top + height * share});
});

addEventListener('scroll', count);
list.addEventListener('video-list-load', count);

/** Waits for a frame, because the list renders the cards around the view then. */
function count() {
  requestAnimationFrame(() =>
    setTimeout(() => {
      cards.value = list.shadowRoot.querySelectorAll('video-card').length;
    }),
  );
}
