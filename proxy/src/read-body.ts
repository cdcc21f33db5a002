import {textDecoderFor} from '../../src/wire/charset.js';
import {ProxyError} from './proxy-error.js';

/**
 * The body of a request as text. Its bytes are counted as they arrive: what a header says about the
 * length is only good for refusing early.
 *
 * @throws {ProxyError} 413 above the limit.
 */
export async function readBody(request: Request, maxBytes: number): Promise<string> {
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge(maxBytes);
  const reader = request.body?.getReader();
  if (!reader) return '';
  const decoder = textDecoderFor(request.headers.get('content-type'));
  let text = '';
  for (let length = 0; ;) {
    const {done, value} = await reader.read();
    if (done) return text + decoder.decode();
    length += value.byteLength;
    if (length > maxBytes) {
      await reader.cancel();
      throw tooLarge(maxBytes);
    }
    text += decoder.decode(value, {stream: true});
  }
}

function tooLarge(maxBytes: number): ProxyError {
  return new ProxyError(413, `The body must not be longer than ${maxBytes} bytes.`);
}
