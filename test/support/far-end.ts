/** One answer of the far end. */
export interface Answer {
  readonly status?: number;
  readonly body?: string;
  /** Content type; `json` when left out. */
  readonly type?: string;
  /** How `body` is written. */
  readonly encoding?: 'base64';
  /** Hang up instead of answering. */
  readonly drop?: boolean;
  /** Send half of the body, and then nothing. */
  readonly halt?: boolean;
}

/** A request as the far end got it. */
export interface SeenRequest {
  readonly method: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Whether the browser hung up before it had the whole answer. */
  readonly aborted: boolean;
}

/** An address that answers as the test says. */
export interface FarEnd {
  readonly url: string;
  /** Lets held answers go. */
  readonly release: () => Promise<void>;
  /** Resolves when so many requests have come, and so many of them were aborted. */
  readonly requests: (least?: {count?: number; aborted?: number}) => Promise<SeenRequest[]>;
}

/** An address that gives these answers in turn, and the last one from then on. */
export function answering(...answers: Answer[]): Promise<FarEnd> {
  return open({answers, held: false});
}

/** The same, with every answer held back until `release()`. */
export function holding(...answers: Answer[]): Promise<FarEnd> {
  return open({answers, held: true});
}

/** An address that never answers. */
export function silent(): Promise<FarEnd> {
  return holding({});
}

async function open(scene: {answers: Answer[]; held: boolean}): Promise<FarEnd> {
  const response = await fetch('/far-end/new', {method: 'POST', body: JSON.stringify(scene)});
  const url = await response.text();
  return {
    url,
    async release() {
      await fetch(`${url}/release`);
    },
    async requests({count = 1, aborted = 0} = {}) {
      const response = await fetch(`${url}/requests?count=${count}&aborted=${aborted}`);
      return (await response.json()) as SeenRequest[];
    },
  };
}
