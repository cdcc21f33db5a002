/** The page of 100,000 videos: other ways of paging, a leap to anywhere, and how many cards there are. */
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
  // The list spans all of them, so their places are where one would think.
  const {top, height} = list.getBoundingClientRect();
  const share = (Number(number.value) - 1) / 100_000;
  scrollTo({top: scrollY + top + height * share});
});

addEventListener('scroll', count);
list.addEventListener('video-list-load', count);

/** After a frame: what is around the view is drawn only then. */
function count() {
  requestAnimationFrame(() =>
    setTimeout(() => {
      cards.value = list.shadowRoot.querySelectorAll('video-card').length;
    }),
  );
}
