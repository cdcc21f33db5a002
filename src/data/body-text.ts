import {textDecoderFor} from '../wire/charset.js';

/** The body of an answer as text, in the charset that its content type names. */
export async function bodyText(response: Response): Promise<string> {
  const decoder = textDecoderFor(response.headers.get('content-type'));
  return decoder.decode(await response.arrayBuffer());
}
