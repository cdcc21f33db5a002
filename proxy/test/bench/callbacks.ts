import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

/** Where to send callbacks. */
export interface SenderOptions {
  readonly ports: readonly number[];
  readonly secret: string;
}

/** The result of all callbacks. */
export interface SentCallbacks {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Attempts that were not acknowledged and were repeated. */
  readonly refused: number;
}

/** Sends callbacks one after another in a separate process, until `stop` is called. */
export async function sendCallbacks(
  options: SenderOptions,
): Promise<{stop(): Promise<SentCallbacks>}> {
  const path = fileURLToPath(new URL('callback-sender.ts', import.meta.url));
  const child = fork(path, {execArgv: ['--import', 'tsx']});
  await once(child, 'message');
  child.send(options);
  return {
    async stop() {
      child.send('stop');
      const [sent] = (await once(child, 'message')) as [SentCallbacks];
      child.disconnect();
      return sent;
    },
  };
}
