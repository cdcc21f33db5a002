import {spawn, type ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import {adviceFor, findBrowser} from '../support/browsers.mjs';

export type SpokenBrowser = 'chromium' | 'firefox';

/** Settings of the speech server: a voice that is silent. What Orca says is read from Orca's own log. */
const speechSettings = (folder: string) => `LogLevel 0
LogDir "${folder}"
DefaultVolume 100
AddModule "dummy" "sd_dummy" ""
DefaultModule dummy
AudioOutputMethod "alsa"
`;

/** A null audio output: without it, speech-dispatcher exits on a machine without a sound card. */
const SOUND_SETTINGS = 'pcm.!default {type null}\nctl.!default {type null}\n';

/**
 * The customization file of Orca. The log is written line by line, without buffering. Reading a whole page automatically is
 * off: without a voice it takes only a moment, and it scrolls the page.
 */
const CUSTOMIZATIONS = `from orca import debug, settings
debug.debugFile.reconfigure(line_buffering=True)
settings.sayAllOnLoad = False
`;

/** A new profile of Firefox shows several notices, which Orca would read. */
const FIREFOX_SETTINGS = {
  'accessibility.force_disabled': -1,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'browser.preonboarding.enabled': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'startup.homepage_welcome_url': '',
  'datareporting.policy.dataSubmissionEnabled': false,
  'termsofuse.acceptedVersion': 9999,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.normandy.enabled': false,
};

/** Milliseconds without a new word after which Orca has finished. */
const SILENCE = 1500;

/** Deadline in milliseconds for everything that a test waits for. */
const DEADLINE = 30_000;

/** What Orca says, without the names of pressed keys, which end with a space. */
const SPEECH = /SPEECH OUTPUT: '(.*?[^ ])' ?\{/;

/** The screen reader Orca with a browser and a keyboard, on a screen that nobody sees. */
export class Orca {
  readonly #folder: string;
  readonly #environment: NodeJS.ProcessEnv;
  readonly #children: ChildProcess[] = [];
  /** The pressed keys, each with the length of the spoken text before it. */
  readonly #presses: {readonly key: string; readonly before: number}[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
    this.#environment = {
      ...process.env,
      HOME: folder,
      XDG_RUNTIME_DIR: path.join(folder, 'run'),
      LANG: 'C.UTF-8',
      GNOME_ACCESSIBILITY: '1',
      ACCESSIBILITY_ENABLED: '1',
      MOZ_ENABLE_WAYLAND: '0',
    };
  }

  /** Starts the display, the speech server, Orca and a browser with a page. Resolves when Orca has read the title of the page. */
  static async open(browser: SpokenBrowser, url: string, title: string): Promise<Orca> {
    const folder = await mkdtemp(path.join(tmpdir(), 'orca-'));
    const settings = path.join(folder, '.config/speech-dispatcher');
    await mkdir(path.join(settings, 'modules'), {recursive: true});
    await mkdir(path.join(folder, 'run'), {mode: 0o700});
    await writeFile(path.join(settings, 'speechd.conf'), speechSettings(folder));
    await writeFile(path.join(folder, '.asoundrc'), SOUND_SETTINGS);
    const orcaSettings = path.join(folder, '.local/share/orca');
    await mkdir(orcaSettings, {recursive: true});
    await writeFile(path.join(orcaSettings, 'orca-customizations.py'), CUSTOMIZATIONS);
    await writeFile(path.join(folder, 'orca.log'), '');
    const orca = new Orca(folder);
    try {
      await orca.#start();
      await orca.#startBrowser(browser, url);
      await orca.#until(
        (spoken) => spoken.includes(`Finished loading ${title}`),
        `The page "${title}" is not read`,
      );
      await orca.#untilSilent();
    } catch (cause) {
      await orca.close();
      throw cause;
    }
    return orca;
  }

  /** Presses a key with its name in xdotool. Resolves with what Orca says after it, when that matches. */
  async press(key: string, expected: RegExp): Promise<string> {
    const before = (await this.#spoken()).length;
    const since = (spoken: string) => spoken.slice(before);
    this.#presses.push({key, before});
    await this.#run('xdotool', ['key', '--clearmodifiers', key]);
    await this.#until(
      (spoken) => expected.test(since(spoken)),
      `After ${key}, Orca does not say ${String(expected)}`,
    );
    return since(await this.#untilSilent());
  }

  /** All pressed keys, each with what Orca has said after it. */
  async transcript(): Promise<string> {
    const spoken = await this.#spoken();
    const [{before: end = spoken.length} = {}] = this.#presses;
    const parts = this.#presses.map(({key, before}, index) => {
      const next = this.#presses[index + 1];
      return `[${key}]\n${spoken.slice(before, next?.before)}`;
    });
    return [spoken.slice(0, end), ...parts].join('');
  }

  /** Presses Tab until Orca says a text. The first presses may focus controls of the browser. */
  async tabTo(expected: RegExp, most = 8): Promise<string> {
    let all = '';
    for (let turn = 0; turn < most; turn++) {
      const said = await this.press('Tab', /./);
      if (expected.test(said)) return said;
      all += said;
    }
    throw new Error(`After ${most} Tabs, Orca has not said ${String(expected)}, but: ${all}`);
  }

  /** Ends all that was started, with what that has started. */
  async close(): Promise<void> {
    for (const {pid} of this.#children.reverse()) {
      try {
        if (pid) process.kill(-pid, 'SIGKILL');
      } catch {
        // It has ended by itself.
      }
    }
    await rm(this.#folder, {recursive: true, force: true, maxRetries: 5});
  }

  async #start() {
    const environment = this.#environment;
    const screen = ['-screen', '0', '1280x900x24'];
    environment['DISPLAY'] = `:${await this.#lineOf('Xvfb', ['-displayfd', '1', ...screen])}`;
    const bus = ['--session', '--nofork', '--print-address'];
    environment['DBUS_SESSION_BUS_ADDRESS'] = await this.#lineOf('dbus-daemon', bus);
    this.#spawn('openbox');
    this.#spawn('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately']);
    for (const name of ['IsEnabled', 'ScreenReaderEnabled']) await this.#enable(name);
    this.#spawn('orca', ['--replace', `--debug-file=${this.#log}`]);
    await this.#until((spoken) => spoken.includes('Screen reader on'), 'Orca does not start');
  }

  async #startBrowser(browser: SpokenBrowser, url: string) {
    const program = findBrowser(browser);
    if (!program) throw new Error(adviceFor([browser]));
    const profile = path.join(this.#folder, 'profile');
    await mkdir(profile);
    if (browser === 'firefox') {
      const lines = Object.entries(FIREFOX_SETTINGS).map(
        ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
      );
      await writeFile(path.join(profile, 'user.js'), lines.join(''));
      this.#spawn(program, ['--profile', profile, '--no-remote', url]);
      return;
    }
    this.#spawn(program, [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--force-renderer-accessibility',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--user-data-dir=${profile}`,
      url,
    ]);
  }

  get #log() {
    return path.join(this.#folder, 'orca.log');
  }

  /** All spoken texts, one in each line. */
  async #spoken(): Promise<string> {
    const log = await readFile(this.#log, 'utf8');
    const utterances = log.split('\n').flatMap((line) => SPEECH.exec(line)?.[1] ?? []);
    return utterances.map((utterance) => `${utterance.trim()}\n`).join('');
  }

  async #untilSilent(): Promise<string> {
    const deadline = Date.now() + DEADLINE;
    let spoken = await this.#spoken();
    for (;;) {
      await wait(SILENCE);
      const later = await this.#spoken();
      if (later === spoken) return later;
      spoken = later;
      if (Date.now() > deadline) throw new Error(`Orca does not end: ${spoken}`);
    }
  }

  async #until(isSo: (spoken: string) => boolean, otherwise: string) {
    const deadline = Date.now() + DEADLINE;
    for (;;) {
      const spoken = await this.#spoken();
      if (isSo(spoken)) return;
      if (Date.now() > deadline) {
        throw new Error(`${otherwise} within ${DEADLINE} ms. It has said so far:\n${spoken}`);
      }
      await wait(100);
    }
  }

  async #enable(name: string) {
    await this.#run('gdbus', [
      ...['call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus'],
      ...['--method', 'org.freedesktop.DBus.Properties.Set', 'org.a11y.Status', name, '<true>'],
    ]);
  }

  #spawn(command: string, args: readonly string[] = []) {
    const child = spawn(command, args, {
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'ignore'],
      // A process group of its own, which can be ended whole.
      detached: true,
    });
    // A program that is missing shows as something that does not start in time.
    child.on('error', () => {});
    this.#children.push(child);
    return child;
  }

  /** Starts a program that keeps running, and resolves with its first line of output. */
  async #lineOf(command: string, args: readonly string[]): Promise<string> {
    const {stdout} = this.#spawn(command, args);
    const [line] = (await once(stdout, 'data', {signal: AbortSignal.timeout(DEADLINE)})) as [
      Buffer,
    ];
    return line.toString().trim();
  }

  async #run(command: string, args: readonly string[]) {
    const child = spawn(command, args, {env: this.#environment, stdio: 'ignore'});
    const [code] = (await once(child, 'exit')) as [number];
    if (code !== 0) throw new Error(`${command} ends with ${code}.`);
  }
}
