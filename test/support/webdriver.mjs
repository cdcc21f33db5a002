/** The little of W3C WebDriver (https://www.w3.org/TR/webdriver2/) that the tests need, over `fetch`. */
import {setTimeout as wait} from 'node:timers/promises';

const POLL_MS = 50;

/** Private-use characters that WebDriver defines for keys without a character. */
const KEYS = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Meta: '\uE03D',
};

const BUTTONS = ['left', 'middle', 'right'];

/** A remote-controlled browser window. */
export class WebDriverSession {
  #url;

  constructor(url) {
    this.#url = url;
  }

  /** Opens a window. Waits for a driver that is still starting. */
  static async open(driverUrl, capabilities, patienceMs = 20_000) {
    await untilReady(driverUrl, Date.now() + patienceMs);
    const answer = await send('POST', `${driverUrl}/session`, {
      capabilities: {alwaysMatch: capabilities},
    });
    const session = new WebDriverSession(`${driverUrl}/session/${answer.sessionId}`);
    session.version = answer.capabilities.browserVersion;
    return session;
  }

  close() {
    return send('DELETE', this.#url);
  }

  goTo(url) {
    return this.#post('url', {url});
  }

  resize(width, height) {
    return this.#post('window/rect', {width, height});
  }

  /** Calls a function in the page. It is sent as text, so it can use only its arguments. */
  call(fn, ...args) {
    return this.#post('execute/sync', {script: `return (${fn})(...arguments)`, args});
  }

  async screenshot() {
    return Buffer.from(await send('GET', `${this.#url}/screenshot`), 'base64');
  }

  /** @param steps Pairs of `keyDown` or `keyUp` and a key's name or character. */
  pressKeys(steps) {
    const actions = steps.map(([type, key]) => ({type, value: KEYS[key] ?? key}));
    return this.#post('actions', {actions: [{type: 'key', id: 'keyboard', actions}]});
  }

  /** @param steps Moves, `pointerDown`s and `pointerUp`s. */
  pointMouse(steps) {
    const parameters = {pointerType: 'mouse'};
    const actions = steps.map(({button, ...step}) =>
      button ? {...step, button: BUTTONS.indexOf(button)} : step,
    );
    return this.#post('actions', {actions: [{type: 'pointer', id: 'mouse', parameters, actions}]});
  }

  /** Releases all keys and buttons. */
  releaseAll() {
    return send('DELETE', `${this.#url}/actions`);
  }

  #post(command, body) {
    return send('POST', `${this.#url}/${command}`, body);
  }
}

async function send(method, url, body) {
  const response = await fetch(url, {method, body: body && JSON.stringify(body)});
  const {value} = await response.json();
  if (value?.error) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function untilReady(driverUrl, deadline) {
  for (;;) {
    try {
      await send('GET', `${driverUrl}/status`);
      return;
    } catch (cause) {
      if (Date.now() > deadline) throw new Error('The WebDriver does not answer.', {cause});
      await wait(POLL_MS);
    }
  }
}
