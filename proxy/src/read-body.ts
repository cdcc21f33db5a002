import {textDecoderFor} from '../../src/wire/charset.js';
import {ProxyError} from './proxy-error.js';

/** Content codings that are decoded. */
const CODINGS: Readonly<Record<string, CompressionFormat>> = {
  gzip: 'gzip',
  'x-gzip': 'gzip',
  deflate: 'deflate',
};

/**
 * The decompressed body of a request as text. Bytes are counted as they arrive, and again after decompression:
 * `Content-Length` may be wrong, and a small compressed body can be large.
 *
 * @throws {ProxyError} 413 above the limit, 415 for a coding that is not known, 400 for one that is broken.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  const stream = unpacked(request, maxBytes);
  if (!stream) return '';
  const reader = stream.getReader();
  const decoder = textDecoderFor(request.headers.get('content-type'));
  let text = '';
  for (let length = 0; ;) {
    const {done, value} = await reader.read().catch((error: unknown) => {
      throw request.headers.has('content-encoding') ? unreadable(error) : error;
    });
    // The decoder removes one byte order mark; some senders write several.
    if (done) return (text + decoder.decode()).replace(/^\uFEFF+/, '');
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel().catch(() => {});
      throw tooLarge(maxBytes);
    }
    text += decoder.decode(value, {stream: true});
  }
}

function unpacked(
  {headers, body}: Request,
  maxBytes: number,
): ReadableStream<Uint8Array<ArrayBuffer>> | null {
  const coding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (coding === 'identity' || coding === '' || !body) return body;
  const format = Object.hasOwn(CODINGS, coding) ? CODINGS[coding] : undefined;
  if (format)
    return body.pipeThrough(counter(maxBytes)).pipeThrough(new DecompressionStream(format));
  throw new ProxyError(415, 'Only the content codings gzip and deflate are supported.', {
    headers: {'accept-encoding': 'gzip, deflate'},
  });
}

/** Fails when there are more bytes than allowed. */
function counter(
  maxBytes: number,
): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  let length = 0;
  return new TransformStream({
    transform(chunk, controller) {
      length += chunk.byteLength;
      if (length > maxBytes) throw tooLarge(maxBytes);
      controller.enqueue(chunk);
    },
  });
}

function tooLarge(maxBytes: number): ProxyError {
  return new ProxyError(413, `The body must not be longer than ${maxBytes} bytes.`);
}

function unreadable(error: unknown): unknown {
  return error instanceof ProxyError
    ? error
    : new ProxyError(400, 'The body is not what its content coding says.');
}
