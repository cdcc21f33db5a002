import type {VideoSource} from '../wire/envelope.js';

/** The vendor's name of a quality. The numbers of both of its documents map to these names. */
export type Clarity = (typeof clarities)[number];

/** All clarities, worst first. The live recording is last, so that it is preferred among files of the same size. */
export const clarities = [
  'unknown',
  'fluent',
  'low',
  'standard',
  'high',
  'super',
  'original',
  'live-recording',
] as const;

const LIVE_RECORDING = -99;

/** Callback document: 1 ORIGINAL, 2 FD, 3 LD, 4 SD, 5 HD. */
const CALLBACK: readonly Clarity[] = ['original', 'fluent', 'low', 'standard', 'high'];
/** getVideoList: 1 original, 2 流畅, 3 标清, 4 高清, 5 超清. */
const GET_VIDEO_LIST: readonly Clarity[] = ['original', 'fluent', 'standard', 'high', 'super'];

/** The clarity of a number in one of the vendor's documents. */
export function clarityFromCode(code: number | undefined, source: VideoSource): Clarity {
  if (code === LIVE_RECORDING) return 'live-recording';
  const names = source === 'getVideoList' ? GET_VIDEO_LIST : CALLBACK;
  return names[(code ?? 0) - 1] ?? 'unknown';
}

/** Parses the clarity in an attribute: a name, or a number of the callback document. */
export function parseClarity(text: string): Clarity {
  return clarities.find((name) => name === text) ?? clarityFromCode(Number(text), 'callback');
}
