/**
 * Runs npm scripts at the same time: `node scripts/run-parallel.mjs lint build`. The output of each script is shown when it
 * has ended, so that outputs are not mixed. Fails after all have ended, if one has failed.
 */
import {spawn} from 'node:child_process';
import process from 'node:process';
import {text} from 'node:stream/consumers';

async function run(name) {
  const startedMs = Date.now();
  // The shell merges both streams in their order.
  const child = spawn('sh', ['-c', 'exec npm run "$0" 2>&1', name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const output = await text(child.stdout);
  const code = await ended;
  const seconds = Math.round((Date.now() - startedMs) / 1000);
  console.log(`${output}\n${name}: ${code === 0 ? 'done' : 'FAILED'} after ${seconds} s`);
  return code === 0;
}

const results = await Promise.all(process.argv.slice(2).map(run));
process.exitCode = results.every(Boolean) ? 0 : 1;
