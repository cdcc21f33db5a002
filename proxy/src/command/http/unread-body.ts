import type {IncomingMessage} from 'node:http';
import type {NodeEnv} from './request-records.js';

/** Milliseconds for the rest of a body that nobody wants. */
const LINGER_MS = 5_000;

/** Bytes of such a rest, at most. */
const LINGER_BYTES = 64 * 1024 * 1024;

/**
 * Reads what is left of a request's body after it was answered, for a while. A server that closes instead cuts off
 * whoever is still sending, and a proxy in front then says 502 in place of our answer.
 */
export function readRestAfterAnswer({incoming, outgoing}: NodeEnv): void {
  // Before Node's own listener, which closes a connection that is not kept alive, read or not.
  outgoing.prependOnceListener('finish', () => {
    if (!incoming.complete && !incoming.destroyed) readRest(incoming);
  });
}

function readRest(incoming: IncomingMessage): void {
  const {socket} = incoming;
  const destroySoon = socket.destroySoon.bind(socket);
  let isClosing = false;
  socket.destroySoon = () => {
    isClosing = true;
  };
  let bytes = 0;
  const end = () => {
    clearTimeout(timer);
    socket.destroySoon = destroySoon;
    if (isClosing || !incoming.complete) destroySoon();
  };
  const timer = setTimeout(end, LINGER_MS).unref();
  incoming.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > LINGER_BYTES) end();
  });
  incoming.once('end', end).once('close', end);
  incoming.resume();
}
