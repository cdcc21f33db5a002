/** Starts the programs of a WebKitGTK window, and ends all of them however the tests end. */
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {createServer} from 'node:net';
import {tmpdir} from 'node:os';
import path from 'node:path';

const HOST = '127.0.0.1';
const SCREEN = '1920x1400x24';

/** Starts the driver, with a virtual display if there is no real one. */
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
      // Without a graphics card, frames in DMA buffers take twice as long.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      // A temporary profile, without the developer's settings.
      XDG_CONFIG_HOME: profile,
      XDG_CACHE_HOME: profile,
      XDG_DATA_HOME: profile,
    },
  });
  stopAll.unshift(() => killGroup(driver));
  return {url: `http://${HOST}:${port}`, stop};
}

/** Starts a virtual X server, which chooses a free display and writes its number to pipe 3. */
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
    // From here on, an exit is intended.
  });
  return `:${String(number).trim()}`;
}

/** Kills the whole process group, because the driver starts the browser as its child. */
function killGroup({pid}) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has already ended.
  }
}

/** `exit` does not fire for signals without a listener. */
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
