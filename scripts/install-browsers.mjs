/**
 * Checks that the browsers for the tests are installed, codecs for films, and pdftotext for printed pages. On Debian-based
 * systems it installs missing ones as root. Otherwise it says what to do.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import process from 'node:process';
import {adviceFor, missingBrowsers, packagesOf, wantedEngines} from '../test/support/browsers.mjs';

/** Titles in tests and demo use many scripts. Without these fonts, their characters are boxes. */
const FONTS = ['fonts-noto-core', 'fonts-noto-cjk'];

/** Reads the text of printed pages. */
const PDF_READER = {program: '/usr/bin/pdftotext', package: 'poppler-utils'};

/** Plays MP4 in Firefox, whose package only recommends it. The name of the library's own package has its version. */
const CODECS = {library: 'libavcodec.so', package: 'libavcodec-extra'};

const missing = missingBrowsers(wantedEngines());
const packages = missing.length > 0 ? [...packagesOf(missing), ...FONTS] : [];
if (!existsSync(PDF_READER.program)) packages.push(PDF_READER.package);
if (wantedEngines().includes('firefox') && !hasCodecs()) packages.push(CODECS.package);
if (packages.length > 0 && canInstall()) install(packages);

const stillMissing = missingBrowsers(missing);
if (stillMissing.length > 0) {
  console.error(adviceFor(stillMissing));
  process.exitCode = 1;
}

function hasCodecs() {
  const {stdout} = spawnSync('/sbin/ldconfig', ['-p'], {encoding: 'utf8'});
  return stdout?.includes(CODECS.library);
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(packages) {
  console.log(`Installing ${packages.join(', ')} …`);
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}

/** Errors are ignored here, because missing browsers are reported afterwards. */
function aptGet(...args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  spawnSync('apt-get', ['-qq', ...args], {env, stdio: 'inherit'});
}
