import type {IncomingMessage} from 'node:http';
import type {NodeEnv} from './request-records.js';

/** Time limit for reading the rest of a body in milliseconds. */
const LINGER_MS = 5_000;

/** Maximum size of such a rest in bytes. */
const LINGER_BYTES = 64 * 1024 * 1024;

/**
 * Reads the rest of a request's body after the response, for a limited time. If the server closed the connection instead, a
 * client that is still sending would not read the response, and a proxy in front would report 502.
 */
export function readRestAfterAnswer({incoming, outgoing}: NodeEnv): void {
  // Before Node's own listener, which closes a connection without keep-alive even if the body is unread.
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
