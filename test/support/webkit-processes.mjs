/** The programs behind a WebKitGTK window, and how all of them end, whatever ends the tests. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';

const HOST = '127.0.0.1';
const SCREEN = '1920x1400x24';

/** Starts the driver, with a virtual screen where there is no real one. */
export async function startWebKitDriver(driverPath) {
  const stopAll = [];
  const stop = () => stopAll.splice(0).forEach((stopOne) => stopOne());
  endWithProcess(stop);

  const profile = mkdtempSync(path.join(tmpdir(), 'webkit-tests-'));
  stopAll.push(() => rmSync(profile, {recursive: true, force: true, maxRetries: 5}));
  const display = process.env.DISPLAY || (await startScreen(stopAll));
  const port = await freePort();
  const driver = spawn(driverPath, [`--host=${HOST}`, `--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: {
      ...process.env,
      DISPLAY: display,
      // Without a locale, `navigator.language` would be "C".
      LANG: 'en_US.UTF-8',
      // Without a graphics card, frames that go through its buffers take twice the time.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      // Nothing of the developer's own settings, and nothing left behind.
      XDG_CONFIG_HOME: profile,
      XDG_CACHE_HOME: profile,
      XDG_DATA_HOME: profile,
    },
  });
  stopAll.unshift(() => killGroup(driver));
  return {url: `http://${HOST}:${port}`, stop};
}

/** Starts an X server without a screen; it chooses a free display and writes its number to pipe 3. */
async function startScreen(stopAll) {
  const args = ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'];
  const screen = spawn('Xvfb', args, {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true,
  });
  stopAll.unshift(() => killGroup(screen));
  const failed = once(screen, 'exit').then(([code]) => {
    throw new Error(`Xvfb ended with ${code}.`);
  });
  const [number] = await Promise.race([once(screen.stdio[3], 'data'), failed]);
  failed.catch(() => {
    // By now it ends because it is told to.
  });
  return `:${String(number).trim()}`;
}

/** The driver starts the browser as a child of its own: the whole group must go. */
function killGroup({pid}) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has gone already.
  }
}

/** `exit` does not fire for a signal that nobody listens to. */
function endWithProcess(stop) {
  process.once('exit', stop);
  for (const [signal, number] of [
    ['SIGTERM', 15],
    ['SIGHUP', 1],
  ]) {
    process.once(signal, () => {
      stop();
      process.exit(128 + number);
    });
  }
}

async function freePort() {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
