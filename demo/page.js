/** Runs on every page: connects the lists; content below the first screen, colour scheme, tabs and copy buttons. */
import {addNearView} from './near-view.js';
import {connect} from './proxy.js';
import {prepareTabs} from './tabs.js';

const schemes = ['auto', 'light', 'dark'];
const select = document.querySelector('#scheme');
const message = document.querySelector('#message');

document.querySelectorAll('video-list').forEach(connect);
prepareTabs();
addNearView();

select.append(...schemes.map((name) => new Option(name)));
select.value = localStorage.getItem('scheme') ?? 'auto';
select.addEventListener('change', apply);

document.addEventListener('click', async ({target}) => {
  if (!target.matches('.copy')) return;
  const code = target.closest('.code').querySelector('code').textContent;
  try {
    await navigator.clipboard.writeText(code);
    message.textContent = 'Copied';
  } catch {
    message.textContent = 'The browser does not allow copying.';
  }
  target.textContent = message.textContent;
  setTimeout(() => (target.textContent = 'Copy'), 2000);
});

function apply() {
  localStorage.setItem('scheme', select.value);
  globalThis.applyScheme(select.value);
}
