/**
 * Checks that nginx, Apache and Caddy are installed for the tests. On Debian-based systems they are installed as root.
 * Elsewhere their tests are skipped with a message.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import process from 'node:process';

const SERVERS = {
  '/usr/sbin/nginx': 'nginx-light',
  '/usr/sbin/apache2': 'apache2-bin',
  '/usr/bin/caddy': 'caddy',
};

const missing = Object.keys(SERVERS).filter((program) => !existsSync(program));
const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
if (missing.length > 0 && canInstall) {
  const packages = missing.map((program) => SERVERS[program]);
  console.log(`Installing ${packages.join(', ')} …`);
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}
const stillMissing = missing.filter((program) => !existsSync(program));
// In CI, a missing server is an error.
if (stillMissing.length > 0 && process.env.CI) {
  console.error(`Not found: ${stillMissing.join(', ')}.`);
  process.exitCode = 1;
}

/** Errors are ignored here, because missing servers are reported afterwards. */
function aptGet(...args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  spawnSync('apt-get', ['-qq', ...args], {env, stdio: 'inherit'});
}
