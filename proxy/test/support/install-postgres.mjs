/**
 * Checks that PostgreSQL and PgBouncer are installed for the tests. On Debian-based systems they are installed as root.
 * Elsewhere their tests are skipped with a message.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import process from 'node:process';

const isThere = () =>
  ['/usr/lib/postgresql', '/usr/sbin/pgbouncer'].every((path) => existsSync(path));
const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
if (!isThere() && canInstall) {
  const packages = ['postgresql', 'postgresql-contrib', 'pgbouncer'];
  console.log(`Installing ${packages.join(', ')} …`);
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}

if (!isThere() && process.env.CI) {
  console.error('PostgreSQL or PgBouncer is not installed: CI does not skip their tests.');
  process.exitCode = 1;
}

/** Errors are ignored here, because the tests check for it. */
function aptGet(...args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  spawnSync('apt-get', ['-qq', ...args], {env, stdio: 'inherit'});
}
