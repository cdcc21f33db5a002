import type {WireRecord} from './records.js';

/** Milliseconds until a wait fails. Less than a test may take, so that the message of the wait is shown. */
const PATIENCE_MS = 9_000;

/** One answer of the server. */
export interface Answer {
  readonly status?: number;
  readonly body?: string;
  /** Instead of a body: what the page that is asked for is cut out of. */
  readonly records?: readonly WireRecord[] | number;
  /** Whether such a page says how long the whole list is. */
  readonly total?: boolean;
  /** Whether an envelope in `body` says how long a page is, as our proxy does. */
  readonly saysSize?: boolean;
  /** Content type; `json` when left out. */
  readonly type?: string;
  /** How `body` is written. */
  readonly encoding?: 'base64';
  /** Hang up instead of answering. */
  readonly drop?: boolean;
  /** Send half of the body, and then nothing. */
  readonly halt?: boolean;
  /** Wait for the next `release()`. */
  readonly held?: boolean;
}

/** A request as the server got it. */
export interface SeenRequest {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** When it came: milliseconds since some moment. */
  readonly time: number;
  /** Whether the browser hung up before it had the whole answer. */
  readonly aborted: boolean;
}

/** A stream of events as the server got to know it. */
export interface SeenStream {
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly closed: boolean;
}

/** An address that answers as the test says, with a stream of events at `/events` below it. */
export interface TestServer {
  readonly url: string;
  /** Lets held answers go. */
  readonly release: () => Promise<void>;
  /** Resolves when so many requests have come, and so many of them were aborted. */
  readonly requests: (least?: {count?: number; aborted?: number}) => Promise<SeenRequest[]>;
  /** Gives these answers from now on, the last one to every later request. */
  readonly answer: (...answers: Answer[]) => Promise<void>;
  /** Sends an event named `video` to everybody who listens; the data may be anything. */
  readonly push: (data: string) => Promise<void>;
  /** Ends all streams; browsers then come back. */
  readonly endStreams: () => Promise<void>;
  /** Resolves when so many streams have been asked for, and so many of them are closed. */
  readonly streams: (least?: {count?: number; closed?: number}) => Promise<SeenStream[]>;
}

/** An address that gives these answers in turn, and the last one from then on. */
export function answering(...answers: Answer[]): Promise<TestServer> {
  return open({answers, held: false});
}

/** The answer of a proxy that has these records, to whichever page is asked for; see `paged`. */
export function pagesOf(
  records: readonly WireRecord[] | number,
  {total = false}: {total?: boolean} = {},
): Answer {
  return {records, total};
}

/**
 * An address that answers with the page that is asked for, of these records, or of that many: `Video 1`
 * with the id `id-1` first. With `total` it says how many there are.
 */
export function paged(
  records: readonly WireRecord[] | number,
  options: {total?: boolean} = {},
): Promise<TestServer> {
  return answering(pagesOf(records, options));
}

/** The same as `answering`, with every answer held back until `release()`. */
export function holding(...answers: Answer[]): Promise<TestServer> {
  return open({answers, held: true});
}

/** An address that gives these answers in turn, and has something else in place of a stream. */
export function withoutStream(
  stream: Pick<Answer, 'status' | 'type'>,
  ...answers: Answer[]
): Promise<TestServer> {
  return open({answers, held: false, stream});
}

/** An address that never answers. */
export function silent(): Promise<TestServer> {
  return holding({});
}

interface Scene {
  readonly answers: Answer[];
  readonly held: boolean;
  readonly stream?: Pick<Answer, 'status' | 'type'>;
}

async function open(scene: Scene): Promise<TestServer> {
  const response = await fetch('/test-server/new', {method: 'POST', body: JSON.stringify(scene)});
  const url = await response.text();
  const post = (command: string, body = '') =>
    fetch(`${url}/${command}`, {method: 'POST', body}).then(() => undefined);
  // The server answers as soon as there are so many.
  const wait = async (what: string): Promise<unknown> => {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    try {
      return await (await fetch(`${url}/${what}`, {signal})).json();
    } catch (cause) {
      throw new Error(`Not within ${PATIENCE_MS} ms: ${what}`, {cause});
    }
  };
  return {
    url,
    release: () => post('release'),
    async requests({count = 1, aborted = 0} = {}) {
      return (await wait(`requests?count=${count}&aborted=${aborted}`)) as SeenRequest[];
    },
    answer: (...answers) => post('answers', JSON.stringify(answers)),
    push: (data) => post('push', `event: video\ndata: ${data}\n\n`),
    endStreams: () => post('end'),
    async streams({count = 1, closed = 0} = {}) {
      return (await wait(`streams?count=${count}&closed=${closed}`)) as SeenStream[];
    },
  };
}
