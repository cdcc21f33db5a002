/**
 * Checks that PostgreSQL is installed for the tests. On Debian-based systems it is installed as root. Elsewhere its tests
 * are skipped with a message.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import process from 'node:process';

const isThere = () => existsSync('/usr/lib/postgresql');
const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
if (!isThere() && canInstall) {
  const packages = ['postgresql', 'postgresql-contrib'];
  console.log(`Installing ${packages.join(', ')} …`);
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}

if (!isThere() && process.env.CI) {
  console.error('PostgreSQL is not installed: CI does not skip its tests.');
  process.exitCode = 1;
}

/** Errors are ignored here, because the tests check for it. */
function aptGet(...args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  spawnSync('apt-get', ['-qq', ...args], {env, stdio: 'inherit'});
}
