/** Tabs for code in HTML, React and Vue: the tabs pattern of the ARIA Authoring Practices. */
export function prepareTabs() {
  for (const list of tabLists()) {
    list.addEventListener('click', ({target}) => {
      if (target.role === 'tab') show(target.textContent);
    });
    list.addEventListener('keydown', move);
  }
  const stored = localStorage.getItem('framework');
  if (stored) show(stored);
}

function move(event) {
  const tabs = [...event.currentTarget.children];
  const at = tabs.indexOf(event.target);
  const places = {
    ArrowRight: (at + 1) % tabs.length,
    ArrowLeft: (at - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  const tab = tabs[places[event.key]];
  if (!tab) return;
  event.preventDefault();
  show(tab.textContent);
  tab.focus();
}

/** Shows the code for a framework in all examples, also on the next visit. */
function show(kind) {
  localStorage.setItem('framework', kind);
  for (const tab of tabLists().flatMap((list) => [...list.children])) {
    const isShown = tab.textContent === kind;
    tab.ariaSelected = String(isShown);
    tab.tabIndex = isShown ? 0 : -1;
    document.getElementById(tab.getAttribute('aria-controls')).hidden = !isShown;
  }
}

function tabLists() {
  return [...document.querySelectorAll('[role=tablist]')];
}
