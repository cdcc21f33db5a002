import type {WireRecord} from './records.js';

/** Milliseconds until a wait fails. Less than a test may take, so that the message of the wait is shown. */
const PATIENCE_MS = 9_000;

/** One answer of the server. */
export interface Answer {
  readonly status?: number;
  readonly body?: string;
  /** Instead of a body: the records of the list, from which the requested page is taken. */
  readonly records?: readonly WireRecord[] | number;
  /** Whether the page contains the total. */
  readonly total?: boolean;
  /** Whether the requested page size is added to an envelope in `body`, as our proxy does. */
  readonly saysSize?: boolean;
  /** Content type; `json` when left out. */
  readonly type?: string;
  /** How `body` is written. */
  readonly encoding?: 'base64';
  /** Close the connection instead of answering. */
  readonly drop?: boolean;
  /** Send only half of the body. */
  readonly halt?: boolean;
  /** Wait for the next `release()`. */
  readonly held?: boolean;
}

/** A request that the server has received. */
export interface SeenRequest {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Time of arrival in milliseconds, from an arbitrary origin. */
  readonly time: number;
  /** Whether the browser closed the connection before the end of the answer. */
  readonly aborted: boolean;
}

/** An event stream that the server has opened. */
export interface SeenStream {
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly closed: boolean;
}

/** An address with the answers of a test, and an event stream at `/events` below it. */
export interface TestServer {
  readonly url: string;
  /** Sends held answers. */
  readonly release: () => Promise<void>;
  /** Resolves when at least this many requests have arrived and have been aborted. */
  readonly requests: (least?: {count?: number; aborted?: number}) => Promise<SeenRequest[]>;
  /** Sends these answers from now on, and repeats the last one. */
  readonly answer: (...answers: Answer[]) => Promise<void>;
  /** Sends an event `video` to all streams, with any data. */
  readonly push: (data: string) => Promise<void>;
  /** Ends all streams. Lists then reconnect. */
  readonly endStreams: () => Promise<void>;
  /** Resolves when at least this many streams have been requested and have been closed. */
  readonly streams: (least?: {count?: number; closed?: number}) => Promise<SeenStream[]>;
}

/** An address that sends these answers in order, and repeats the last one. */
export function answering(...answers: Answer[]): Promise<TestServer> {
  return open({answers, held: false});
}

/** The answer of a proxy with these records, for any page; see `paged`. */
export function pagesOf(
  records: readonly WireRecord[] | number,
  {total = false}: {total?: boolean} = {},
): Answer {
  return {records, total};
}

/**
 * An address that answers with the requested page of these records, or of a number of records: `Video 1` with the id `id-1`
 * first. With `total` it sends their number.
 */
export function paged(
  records: readonly WireRecord[] | number,
  options: {total?: boolean} = {},
): Promise<TestServer> {
  return answering(pagesOf(records, options));
}

/** The same as `answering`, but answers are held until `release()`. */
export function holding(...answers: Answer[]): Promise<TestServer> {
  return open({answers, held: true});
}

/** An address that sends these answers in order, and something else instead of a stream. */
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
  // The server answers as soon as there are enough of them.
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
