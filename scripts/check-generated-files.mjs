/** Fails if custom-elements.json or the generated parts of docs are not up to date with the source. */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const files = [
  'custom-elements.json',
  'docs/reference.md',
  'docs/types.md',
  'docs/installation.md',
  'docs/size-history.md',
];
const before = files.map(read);
for (const script of ['manifest', 'figures']) {
  execFileSync('npm', ['run', '--silent', script], {stdio: ['ignore', 'ignore', 'inherit']});
}
const outdated = files.filter((file, index) => read(file) !== before[index]);
if (outdated.length > 0) {
  console.error(
    `Not up to date: ${outdated.join(', ')}. They have been written again: commit them.`,
  );
  process.exitCode = 1;
}

function read(file) {
  return readFileSync(file, 'utf8');
}
