import {remember} from './remember.js';

/** Whether a caller takes gzip, as its `Accept-Encoding` says (RFC 9110, 12.5.3). */
export function acceptsGzip(header: string | undefined): boolean {
  return !!header && wants(header).gzip;
}

/** Browsers send the same few again and again. */
const wants = remember((header) => ({gzip: weightOfGzip(header) > 0}));

function weightOfGzip(header: string): number {
  if (!/gzip|\*/i.test(header)) return 0;
  const weights = new Map(header.toLowerCase().split(',').map(weightOf));
  return weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0;
}

/** `gzip;q=0.5` as a name and a number. */
function weightOf(part: string): readonly [coding: string, weight: number] {
  const [coding = '', ...parameters] = part.split(';').map((text) => text.trim());
  const weight = parameters.find((text) => /^q\s*=/.test(text))?.split('=')[1];
  return [coding, weight === undefined ? 1 : Number(weight)];
}
