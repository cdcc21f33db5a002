/** The languages page: a choice of language, and words of the page's own. */
// The script of the page itself, where what is registered counts.
const address = new URL('js/cloud-vod-gallery.min.js', document.baseURI).href;
const {registerLanguage} = await import(/* @vite-ignore */ address);

registerLanguage({
  language: 'nl',
  more: 'Meer laden',
  filters: {order: 'Volgorde'},
  choices: {newest: 'Nieuwste eerst', oldest: 'Oudste eerst'},
  states: {transcoding: 'Wordt verwerkt'},
});
registerLanguage({language: 'fr-CA', more: 'Montrez-m’en d’autres'});
document.querySelector('#worded').strings = {more: 'Her mit dem Rest'};

const spoken = document.querySelector('#spoken');
const select = document.querySelector('#language');
const fetched = document.querySelector('#fetched');

select.value = location.hash.slice(1);
// An address may ask for a language that is not among them.
if (!select.value) select.value = 'en';
select.addEventListener('change', speak);
speak();

function speak() {
  spoken.lang = select.value;
  spoken.dir = select.value.startsWith('ar') ? 'rtl' : 'ltr';
  history.replaceState(history.state, '', `#${select.value}`);
}

new PerformanceObserver((list) => {
  const names = list.getEntries().map(({name}) => /languages\/(\S+)\.js/.exec(name)?.[1]);
  const known = [fetched.value.replace('none', ''), ...names];
  fetched.value = known.filter(Boolean).join(', ') || 'none';
}).observe({type: 'resource', buffered: true});
