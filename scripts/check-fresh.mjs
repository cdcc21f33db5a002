/** Fails when custom-elements.json or the README's tables are older than the sources. */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

const files = ['custom-elements.json', 'README.md'];
const before = files.map(read);
execFileSync('npm', ['run', '--silent', 'manifest'], {stdio: ['ignore', 'ignore', 'inherit']});
const stale = files.filter((file, index) => read(file) !== before[index]);
if (stale.length > 0) {
  console.error(`Stale: ${stale.join(', ')}. Both are up to date now: commit them.`);
  process.exitCode = 1;
}

function read(file) {
  return readFileSync(file, 'utf8');
}
