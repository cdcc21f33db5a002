import {ProxyError} from './proxy-error.js';
import {readBody} from './read-body.js';

/**
 * The JSON of a callback: its body, or a field of it if it is a form. The vendor does not document the name of the field,
 * so it is the field whose value looks like a JSON object.
 *
 * @throws {ProxyError} as `readBody` does; 400 for a form without such a field.
 */
export async function callbackText(request: Request, maxBytes: number): Promise<string> {
  const type = request.headers.get('content-type') ?? '';
  const text = await readBody(request, maxBytes);
  // Tools such as `curl -d` send JSON with the content type of a form.
  if (!isForm(type) || /^\s*[{[]/.test(text)) return text;
  const fields = await fieldsOf(text, type);
  const json = fields.find((value) => /^\s*\{/.test(value));
  if (json === undefined) throw new ProxyError(400, 'No field of the form is a JSON object.');
  return json;
}

function isForm(type: string): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type.trim());
}

async function fieldsOf(text: string, type: string): Promise<string[]> {
  try {
    const form = await new Response(text, {headers: {'content-type': type}}).formData();
    return await Promise.all([...form].map(([, value]) => textOf(value)));
  } catch {
    throw new ProxyError(400, 'The form cannot be read.');
  }
}

async function textOf(value: string | Blob): Promise<string> {
  return typeof value === 'string' ? value : value.text();
}
