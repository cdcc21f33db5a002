/** On every page of the demo: the choice of colours. */
const schemes = {auto: 'light dark', light: 'light', dark: 'dark'};
const select = document.querySelector('#scheme');

select.append(...Object.keys(schemes).map((name) => new Option(name)));
select.value = localStorage.getItem('scheme') ?? 'auto';
select.addEventListener('change', apply);
apply();

function apply() {
  localStorage.setItem('scheme', select.value);
  document.documentElement.style.colorScheme = schemes[select.value];
}
