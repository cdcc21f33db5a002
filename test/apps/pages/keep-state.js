// htmx writes over the state of a history entry, where the list has its position.
let state;
addEventListener('htmx:beforeHistorySave', () => (state = history.state));
for (const name of ['beforeHistoryUpdate', 'historyCacheHit', 'historyCacheMiss']) {
  addEventListener(`htmx:${name}`, () => history.replaceState({...state, htmx: true}, ''));
}
