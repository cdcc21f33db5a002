/**
 * Makes sure that the browsers of the tests are there, and what reads the pages that they print. Installs what is missing when that is possible
 * without asking anybody: on a Debian-like system, as root. Says what to do otherwise.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import process from 'node:process';
import {adviceFor, missingBrowsers, packagesOf, wantedEngines} from '../test/support/browsers.mjs';

/** Titles of the tests and the demo are in many scripts; without fonts every character is a box. */
const FONTS = ['fonts-noto-core', 'fonts-noto-cjk'];

/** Reads the text of what a browser prints. */
const PDF_READER = {program: '/usr/bin/pdftotext', package: 'poppler-utils'};

const missing = missingBrowsers(wantedEngines());
const packages = missing.length > 0 ? [...packagesOf(missing), ...FONTS] : [];
if (!existsSync(PDF_READER.program)) packages.push(PDF_READER.package);
if (packages.length > 0 && canInstall()) install(packages);

const stillMissing = missingBrowsers(missing);
if (stillMissing.length > 0) {
  console.error(adviceFor(stillMissing));
  process.exitCode = 1;
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function install(packages) {
  console.log(`Installing ${packages.join(', ')} …`);
  aptGet('update');
  aptGet('install', '-y', '--no-install-recommends', ...packages);
}

/** What fails here shows as a browser that is still missing. */
function aptGet(...args) {
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  spawnSync('apt-get', ['-qq', ...args], {env, stdio: 'inherit'});
}
