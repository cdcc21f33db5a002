import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

/** An answer that the bare server sends. */
export interface BareAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a server process is to be. */
export type ServerRole =
  | {readonly kind: 'vendor'; readonly videos: number}
  | {readonly kind: 'proxy'; readonly endpoint: string; readonly freshMs: number}
  | {readonly kind: 'store-proxy'; readonly databaseUrl: string; readonly secret: string}
  | {readonly kind: 'bare'; readonly answers: Readonly<Record<string, BareAnswer>>};

/** What a server has done so far. */
export interface ServerCounts {
  /** Time of the processor, of all its threads. */
  readonly cpuMicroseconds: number;
  /** Calls that the fake vendor got; none for other servers. */
  readonly calls: number;
  /** Calls of these that it refused: signature, replay, limit. */
  readonly refused: number;
}

/** A server in a process of its own. */
export interface RunningServer {
  readonly port: number;
  count(): Promise<ServerCounts>;
  stop(): void;
}

/** Starts a server and waits until it listens. */
export async function startServer(role: ServerRole): Promise<RunningServer> {
  const path = fileURLToPath(new URL('server-process.ts', import.meta.url));
  const child = fork(path, {execArgv: ['--import', 'tsx']});
  const ask = async <Reply>(message: ServerRole | 'count') => {
    child.send(message);
    const [reply] = (await once(child, 'message')) as [Reply];
    return reply;
  };
  const {port} = await ask<{port: number}>(role);
  return {port, count: () => ask('count'), stop: () => child.disconnect()};
}
