/** What the form has sent, from the address: it needs no server. */
const entries = document.querySelector('#entries');

for (const entry of new URLSearchParams(location.search)) {
  const row = document.createElement('tr');
  for (const text of entry) {
    const cell = document.createElement('td');
    cell.textContent = text;
    row.append(cell);
  }
  entries.append(row);
}
