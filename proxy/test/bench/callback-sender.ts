/**
 * Sends callbacks with one video each to several servers in turn. Runs in a separate process: in the process of a thousand
 * clients, a callback would wait until their responses are read. Started by `sendCallbacks` in callbacks.ts.
 */
import {aRecord, anEnvelope} from '../../../test/support/records.js';
import {asker} from '../support/proxy-scene.js';
import type {SenderOptions, SentCallbacks} from './callbacks.js';

const MAX_ATTEMPTS = 20;

let isOver = false;

process.on('message', (message: SenderOptions | 'stop') => {
  if (message === 'stop') isOver = true;
  else void sendAll(message).then((sent) => process.send?.(sent));
});
process.on('disconnect', () => process.exit());
process.send?.('ready');

async function sendAll({ports, secret}: SenderOptions): Promise<SentCallbacks> {
  const timesMs: number[] = [];
  const startedMs = performance.now();
  let refused = 0;
  for (let n = 0; !isOver; n++) {
    const sinceMs = performance.now();
    refused += await send(ports[n % ports.length]!, secret, `callback-${n}`);
    timesMs.push(performance.now() - sinceMs);
  }
  const perSecond = (timesMs.length * 1000) / (performance.now() - startedMs);
  const sorted = timesMs.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? NaN;
  return {perSecond, p50Ms: at(0.5), p99Ms: at(0.99), refused};
}

/**
 * Repeats a callback until it is acknowledged, as the vendor does.
 *
 * @returns the number of refused attempts.
 */
async function send(port: number, secret: string, videoId: string): Promise<number> {
  const {callback} = asker(`http://127.0.0.1:${port}`);
  const envelope = anEnvelope([aRecord({videoId})]);
  for (let refused = 0; refused < MAX_ATTEMPTS; refused++) {
    const {status} = await callback('/callbacks', envelope, {'x-callback-secret': secret});
    if (status === 200) return refused;
  }
  throw new Error(`A callback is not acknowledged after ${MAX_ATTEMPTS} attempts.`);
}
