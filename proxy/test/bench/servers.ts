import {fork} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

/** A response of the bare server. */
export interface BareAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The kind of a server process, with its options. */
export type ServerRole =
  | {readonly kind: 'vendor'; readonly videos: number}
  | {readonly kind: 'proxy'; readonly endpoint: string; readonly freshMs: number}
  | {readonly kind: 'store-proxy'; readonly databaseUrl: string; readonly secret: string}
  | {readonly kind: 'bare'; readonly answers: Readonly<Record<string, BareAnswer>>};

/** What a server has counted since its start. */
export interface ServerCounts {
  /** Processor time of all threads. */
  readonly cpuMicroseconds: number;
  /** Calls that the fake vendor received; 0 for other servers. */
  readonly calls: number;
  /** Calls that it refused: signature, replay, limit. */
  readonly refused: number;
}

/** A server in a separate process. */
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
