import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

/** Where callbacks go. */
export interface SenderOptions {
  readonly ports: readonly number[];
  readonly secret: string;
}

/** What became of them. */
export interface SentCallbacks {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Attempts that were not acknowledged, and made again. */
  readonly refused: number;
}

/** Sends callbacks one after another, in a process of its own, until told to stop. */
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
