import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';
import {buildCommand} from './built-command.js';
import type {Scene} from './proxy-scene.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The file of the command, compiled. */
export const COMMAND = await buildCommand();

/** The command in a separate process, with only this environment. */
export function runCommand(
  scene: Scene,
  args: readonly string[],
  environment: Record<string, string> = {},
) {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: ROOT,
    env: {PATH: process.env['PATH'], ...environment},
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (errors += chunk));
  const ended = once(child, 'close').then(([code, signal]) => ({code, signal, output, errors}));
  scene.after(() => {
    child.kill('SIGKILL');
    return ended;
  });
  return {child, ended, output: () => output, errors: () => errors};
}

/** The proxy in a separate process. Resolves when it listens. */
export async function startProcess(scene: Scene, environment: Record<string, string>) {
  const run = runCommand(scene, [], {PORT: '0', ...environment});
  const listening = new Promise<string>((resolve) => {
    run.child.stdout.on('data', () => {
      const url = /http:\S+(?=\/videos)/.exec(run.output())?.[0];
      if (url) resolve(url);
    });
  });
  const url = await Promise.race([
    listening,
    run.ended.then(({code, errors}) => {
      throw new Error(`The proxy ended with ${code}: ${errors}`);
    }),
  ]);
  return {...run, url};
}
