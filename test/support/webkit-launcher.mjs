/**
 * WebKitGTK as a browser of @web/test-runner. Playwright and Puppeteer do not support the WebKit of a distribution, so this
 * uses WebDriver.
 *
 * A test page runs in a frame, because the window of WebKitGTK's MiniBrowser cannot be narrower than about 450 pixels. The
 * frame is at 0, 0, so that positions are those of the window.
 */
import {startWebKitDriver} from './webkit-processes.mjs';
import {WebDriverSession} from './webdriver.mjs';

/** Larger than any viewport in the tests. */
const WINDOW = {width: 1600, height: 1200};

/** The viewport of test pages in the other browsers. */
const VIEWPORT = {width: 800, height: 600};

const CAPABILITIES = {browserName: 'MiniBrowser'};

/** A launcher for the `browsers` of a test runner's configuration. */
export function webkitLauncher({driverPath}) {
  return new WebKitLauncher(driverPath);
}

class WebKitLauncher {
  name = 'WebKitGTK';
  /** Makes the commands of the runner use `getPage` as for Puppeteer. */
  type = 'puppeteer';
  /** There is only one window. */
  concurrency = 1;

  #driverPath;
  #browser;
  #activePage;

  constructor(driverPath) {
    this.#driverPath = driverPath;
  }

  async startSession(id, url) {
    const {window} = await (this.#browser ??= this.#start());
    await openInFrame(window, url);
    this.#activePage = {id, page: pageOf(window, url)};
  }

  isActive(id) {
    return this.#activePage?.id === id;
  }

  getPage(id) {
    if (!this.isActive(id)) throw new Error(`There is no page for session ${id}.`);
    return this.#activePage.page;
  }

  async getBrowserUrl() {
    const {window} = await this.#browser;
    return await window.call(() => document.querySelector('iframe')?.contentWindow.location.href);
  }

  async stopSession() {
    const {window} = await this.#browser;
    await window.releaseAll();
    await window.goTo('about:blank');
    this.#activePage = undefined;
    return {};
  }

  startDebugSession() {
    return Promise.reject(new Error('WebKitGTK cannot be debugged from the test runner.'));
  }

  async stop() {
    const {window, driver} = (await this.#browser?.catch(() => undefined)) ?? {};
    this.#browser = undefined;
    await window?.close().catch(() => {
      // The driver also closes the window.
    });
    driver?.stop();
  }

  async #start() {
    const driver = await startWebKitDriver(this.#driverPath);
    const window = await WebDriverSession.open(driver.url, CAPABILITIES);
    await window.resize(WINDOW.width, WINDOW.height);
    this.name = `WebKitGTK ${window.version}`;
    return {driver, window};
  }
}

/** Uses an empty page of the runner on the same origin. */
async function openInFrame(window, url) {
  await window.goTo(new URL('/?mode=iframe', url).href);
  await window.call(() => {
    const frame = document.createElement('iframe');
    Object.assign(frame.style, {position: 'fixed', left: '0', top: '0', border: '0'});
    document.documentElement.style.overflow = 'hidden';
    document.body.append(frame);
  });
  await resizeFrame(window, VIEWPORT);
  await window.call((src) => {
    const frame = document.querySelector('iframe');
    frame.src = src;
    frame.focus();
  }, url);
}

function resizeFrame(window, {width, height}) {
  // Sized by style, because WebKit stretches a fixed frame that is sized by attributes.
  return window.call(
    (size) => {
      Object.assign(document.querySelector('iframe').style, size);
    },
    {width: `${width}px`, height: `${height}px`},
  );
}

/** The part of Puppeteer's `Page` that the commands of the runner use. */
function pageOf(window, url) {
  const move = (x, y) => ({type: 'pointerMove', duration: 0, x, y});
  return {
    url: () => url,
    keyboard: {
      down: (key) => window.pressKeys([['keyDown', key]]),
      up: (key) => window.pressKeys([['keyUp', key]]),
      press: (key) => window.pressKeys(stroke(key)),
      type: (text) => window.pressKeys([...text].flatMap(stroke)),
    },
    mouse: {
      move: (x, y) => window.pointMouse([move(x, y)]),
      down: ({button = 'left'} = {}) => window.pointMouse([{type: 'pointerDown', button}]),
      up: ({button = 'left'} = {}) => window.pointMouse([{type: 'pointerUp', button}]),
      click: (x, y, {button = 'left'} = {}) =>
        window.pointMouse([move(x, y), {type: 'pointerDown', button}, {type: 'pointerUp', button}]),
      reset: async () => {
        await window.releaseAll();
        await window.pointMouse([move(0, 0)]);
      },
    },
    setViewport: (size) => resizeFrame(window, size),
    screenshot: () => window.screenshot(),
    emulateMediaFeatures: () =>
      Promise.reject(new Error('WebKitGTK cannot emulate media features while it runs.')),
  };
}

function stroke(key) {
  return [
    ['keyDown', key],
    ['keyUp', key],
  ];
}
