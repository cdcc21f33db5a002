/** Shows what the form has sent. The values are in the URL, so this page needs no server. */
const values = [...new URLSearchParams(location.search)];
const entries = document.querySelector('#entries');

for (const value of values) {
  const row = document.createElement('tr');
  for (const text of value) {
    const cell = document.createElement('td');
    cell.textContent = text;
    row.append(cell);
  }
  entries.append(row);
}

if (values.length === 0) {
  document.querySelector('h1').textContent = 'Nothing was sent';
  document.querySelector('#sent').textContent = 'Fill in the form first.';
  document.querySelector('.table').hidden = true;
}
