import {find} from './near-view.js';

/** The languages page: selects a language, and adds texts of the page. */
// The same script as in the page: texts are registered only for the elements of this script.
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
find('#own-text').strings = {more: 'Her mit dem Rest'};

const sample = document.querySelector('#sample');
const select = document.querySelector('#language');
const fetched = document.querySelector('#fetched');

select.value = location.hash.slice(1);
// The URL may contain a language that is not an option.
if (!select.value) select.value = 'en';
select.addEventListener('change', applyLanguage);
applyLanguage();

function applyLanguage() {
  sample.lang = select.value;
  sample.dir = select.value.startsWith('ar') ? 'rtl' : 'ltr';
  history.replaceState(history.state, '', `#${select.value}`);
}

new PerformanceObserver((list) => {
  const names = list.getEntries().map(({name}) => /languages\/(\S+)\.js/.exec(name)?.[1]);
  const known = [fetched.value.replace('none', ''), ...names];
  fetched.value = known.filter(Boolean).join(', ') || 'none';
}).observe({type: 'resource', buffered: true});
