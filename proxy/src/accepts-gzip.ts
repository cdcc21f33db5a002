import {remember} from './remember.js';

/** Whether the `Accept-Encoding` of a request allows gzip (RFC 9110, 12.5.3). */
export function acceptsGzip(header: string | undefined): boolean {
  return !!header && wants(header).gzip;
}

/** Cached, because browsers send the same few values. */
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
