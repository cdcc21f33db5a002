import {Agent, request, type IncomingMessage} from 'node:http';
import {text} from 'node:stream/consumers';
import type {Scene} from './proxy-scene.js';

/** An answer, read to its end. */
export interface ReadAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Options of a request. */
export interface AskOptions {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A client with its own address (`127.0.0.2`). Any header can be set, and the path is sent unchanged. */
export function clientAt(scene: Scene, localAddress: string) {
  const agent = new Agent({keepAlive: true, maxSockets: Infinity});
  scene.after(() => agent.destroy());

  const open = (url: string, {method = 'GET', headers = {}, body}: AskOptions = {}) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const [, origin = '', path = ''] = /^(https?:\/\/[^/]+)(.*)$/.exec(url) ?? [];
      const {hostname, port} = new URL(origin);
      const options = {hostname, port, path, method, headers, localAddress, agent};
      request(options, resolve).on('error', reject).end(body);
    });

  const ask = async (url: string, options?: AskOptions): Promise<ReadAnswer> => {
    const response = await open(url, options);
    const {statusCode = 0, headers} = response;
    return {status: statusCode, headers, body: await text(response)};
  };
  return {open, ask};
}
