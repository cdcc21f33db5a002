/**
 * One server in a separate process, so that it does not share an event loop with the clients. Started by `startServer` in
 * servers.ts; the first message contains its role.
 */
import {serve} from '@hono/node-server';
import {createServer, type RequestListener, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {openVideoStore} from '../../src/video-store.js';
import {createVideoProxy} from '../../src/create-video-proxy.js';
import {FAKE_KEYS, startFakeVendor, type FakeVendor} from '../support/fake-vendor.js';
import {someRecords} from '../support/vendor-scene.js';
import type {BareAnswer, ServerCounts, ServerRole} from './servers.js';

/** All clients of the benchmarks have the same address. */
const NO_LIMITS = {requestsPerMinute: 0};

let vendor: FakeVendor | undefined;

process.on('message', (message: ServerRole | 'count') => {
  if (message === 'count') process.send?.(count());
  else void start(message).then((port) => process.send?.({port}));
});
process.on('disconnect', () => process.exit());

function count(): ServerCounts {
  const {user, system} = process.cpuUsage();
  const {calls = [], refusedCalls = []} = vendor ?? {};
  return {cpuMicroseconds: user + system, calls: calls.length, refused: refusedCalls.length};
}

async function start(role: ServerRole): Promise<number> {
  switch (role.kind) {
    case 'vendor':
      vendor = await startFakeVendor({records: someRecords(role.videos)});
      return Number(new URL(vendor.url).port);
    case 'proxy': {
      const {endpoint, freshMs} = role;
      const fetch = createVideoProxy({
        vendor: {...FAKE_KEYS, endpoint, freshMs},
        limits: NO_LIMITS,
      });
      return listening(serve({fetch, port: 0, hostname: '127.0.0.1'}) as Server);
    }
    case 'store-proxy': {
      const {databaseUrl: url, secret: callbackSecret} = role;
      const store = await openVideoStore({url});
      const events = {maxStreams: 10_000, maxStreamsPerClient: 10_000};
      const fetch = createVideoProxy({store, callbackSecret, events, limits: NO_LIMITS});
      return listening(serve({fetch, port: 0, hostname: '127.0.0.1'}) as Server);
    }
    case 'bare':
      return listening(createServer(sending(role.answers)).listen(0, '127.0.0.1'));
  }
}

/** Sends prepared bytes: the upper limit for a server in Node. */
function sending(answers: Readonly<Record<string, BareAnswer>>): RequestListener {
  return (request, response) => {
    const {headers, body} = answers[request.url ?? ''] ?? {headers: {}, body: ''};
    const isKnown = request.headers['if-none-match'] === headers['etag'];
    if (isKnown) response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(body);
  };
}

async function listening(server: Server): Promise<number> {
  // The clients of one server keep their connections during the measurement of the other.
  server.keepAliveTimeout = 10 * 60_000;
  if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
}
