/**
 * Finds the three browsers of the tests on this machine. Used by the configuration of the test runner, and by
 * `scripts/install-browsers.mjs`, which installs missing ones.
 */
import {existsSync} from 'node:fs';

const MAC = '/Applications';
const WINDOWS = 'C:/Program Files';

/** Usual paths of each browser, and its Debian packages. */
const BROWSERS = {
  chromium: {
    title: 'Chromium or Chrome',
    variable: 'CHROME_PATH',
    places: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      `${MAC}/Google Chrome.app/Contents/MacOS/Google Chrome`,
      `${MAC}/Chromium.app/Contents/MacOS/Chromium`,
      `${WINDOWS}/Google/Chrome/Application/chrome.exe`,
    ],
    packages: ['chromium'],
  },
  firefox: {
    title: 'Firefox',
    variable: 'FIREFOX_PATH',
    places: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      `${MAC}/Firefox.app/Contents/MacOS/firefox`,
      `${WINDOWS}/Mozilla Firefox/firefox.exe`,
    ],
    packages: ['firefox-esr'],
  },
  webkit: {
    title: 'the driver of WebKitGTK',
    variable: 'WEBKIT_DRIVER',
    places: ['/usr/bin/WebKitWebDriver'],
    packages: ['webkit2gtk-driver', 'xvfb'],
  },
};

const ALL = Object.keys(BROWSERS);

/** A virtual display for WebKitGTK on machines without one. */
const XVFB = '/usr/bin/Xvfb';

/** The browsers to test in: all three, or those that the variable ENGINES names. */
export function wantedEngines(environment = process.env) {
  const names = environment.ENGINES?.split(',').map((name) => name.trim()) ?? ALL;
  const unknown = names.filter((name) => !ALL.includes(name));
  if (unknown.length > 0) {
    throw new Error(`ENGINES may name ${ALL.join(', ')}; it names "${unknown.join('", "')}".`);
  }
  return names;
}

/** The path of a browser's program; undefined where it is not installed. */
export function findBrowser(name, environment = process.env) {
  const {variable, places} = BROWSERS[name];
  const isReady = name !== 'webkit' || environment.DISPLAY || existsSync(XVFB);
  const chosen = environment[variable];
  if (chosen && !existsSync(chosen)) {
    throw new Error(`${variable} names "${chosen}", which does not exist.`);
  }
  return isReady ? (chosen ?? places.find((place) => existsSync(place))) : undefined;
}

/** Those of the browsers that are not installed. */
export function missingBrowsers(names) {
  return names.filter((name) => !findBrowser(name));
}

/** The Debian packages of browsers. */
export function packagesOf(names) {
  return names.flatMap((name) => BROWSERS[name].packages);
}

/** A sentence that says which browsers are missing and what to do. */
export function adviceFor(names) {
  const titles = names.map((name) => BROWSERS[name].title).join(', ');
  const variables = names.map((name) => BROWSERS[name].variable).join(', ');
  const rest = ALL.filter((name) => !names.includes(name)).join(',');
  const fewer = rest ? `, or test in fewer browsers with ENGINES=${rest}` : '';
  return (
    `Not found: ${titles}. Install with "sudo apt-get install ${packagesOf(names).join(' ')}" ` +
    `(or as your system does it), or name the program in ${variables}${fewer}.`
  );
}
