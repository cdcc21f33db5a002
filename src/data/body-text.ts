import {textDecoderFor} from '../wire/charset.js';

/** The body of a response as text, decoded with the charset of its content type. */
export async function bodyText(response: Response): Promise<string> {
  const decoder = textDecoderFor(response.headers.get('content-type'));
  return decoder.decode(await response.arrayBuffer());
}
