/** Makes sure that Orca is there, with what it needs to speak without a screen and a sound card. For Debian, as root. */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import process from 'node:process';

const PROGRAMS = {
  '/usr/bin/orca': 'orca',
  '/usr/bin/speech-dispatcher': 'speech-dispatcher',
  '/usr/libexec/at-spi-bus-launcher': 'at-spi2-core',
  '/usr/bin/dbus-daemon': 'dbus-daemon',
  '/usr/bin/gdbus': 'libglib2.0-bin',
  '/usr/bin/openbox': 'openbox',
  '/usr/bin/xdotool': 'xdotool',
  '/usr/bin/Xvfb': 'xvfb',
};

/** Libraries that Orca only recommends, and does not work without. */
const LIBRARIES = ['gir1.2-atspi-2.0', 'python3-pyatspi'];

const missing = Object.keys(PROGRAMS).filter((program) => !existsSync(program));
const canInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
if (missing.length > 0 && canInstall) {
  const packages = [...missing.map((program) => PROGRAMS[program]), ...LIBRARIES];
  console.log(`Installing ${packages.join(', ')} …`);
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}
const stillMissing = missing.filter((program) => !existsSync(program));
if (stillMissing.length > 0) {
  console.error(`Not found: ${stillMissing.join(', ')}. Orca runs on Linux only.`);
  process.exitCode = 1;
}

/** What fails here shows as a program that is still missing. */
function aptGet(...args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  spawnSync('apt-get', ['-qq', ...args], {env, stdio: 'inherit'});
}
