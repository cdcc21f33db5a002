import {collectDefaultMetrics, Counter, Gauge, Histogram, Registry} from 'prom-client';
import type {ProxyStatus} from '../../create-video-proxy.js';
import {OPERATIONS} from '../../vendor/vendor-call.js';
import {ROUTES, type RequestRecord} from '../http/request-records.js';

/** Bucket boundaries in seconds. */
const BUCKETS = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10];

/** Metrics of the proxy in Prometheus' text format. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<'route' | 'status'>;
  readonly #durations: ReadonlyMap<string, Histogram.Internal<'route'>>;
  /** Counters by pair of labels, cached because the lookup costs more than counting. */
  readonly #counters = new Map<string, Counter.Internal>();
  /** Durations of store calls. */
  readonly storeSeconds: Histogram<'operation' | 'result'>;

  constructor(version: string) {
    const registers = [this.#registry];
    collectDefaultMetrics({register: this.#registry});
    new Gauge({
      name: 'vod_proxy_info',
      help: 'Always 1; the version is a label.',
      labelNames: ['version'],
      registers,
    })
      .labels(version)
      .set(1);
    this.#requests = new Counter({
      name: 'vod_proxy_requests_total',
      help: 'Finished requests, by kind of address and status. 499: the client disconnected.',
      labelNames: ['route', 'status'],
      registers,
    });
    const durations = new Histogram({
      name: 'vod_proxy_request_duration_seconds',
      help: 'Time from the first byte of a request to the last byte of its answer, without streams.',
      labelNames: ['route'],
      buckets: BUCKETS,
      registers,
    });
    const measured = ROUTES.filter((route) => route !== 'events');
    this.#durations = new Map(measured.map((route) => [route, durations.labels(route)]));
    this.storeSeconds = new Histogram({
      name: 'vod_proxy_store_duration_seconds',
      help: 'Calls of the store, by operation and result.',
      labelNames: ['operation', 'result'],
      buckets: BUCKETS,
      registers,
    });
  }

  /** Counts a finished request. */
  count({route, status, seconds}: RequestRecord): void {
    const key = `${route} ${status}`;
    let counter = this.#counters.get(key);
    if (!counter) {
      this.#counters.set(key, (counter = this.#requests.labels(route, String(status))));
    }
    counter.inc();
    this.#durations.get(route)?.observe(seconds);
  }

  /** Adds the status of the proxy, which is read at each scrape. */
  watch(read: () => ProxyStatus): void {
    const {vendor, covers} = read();
    if (vendor?.budgetLeftFor) addBudget(this.#registry, () => read().vendor?.budgetLeftFor ?? {});
    if (vendor?.openBreakers) addBreakers(this.#registry, () => read().vendor?.openBreakers ?? []);
    for (const metric of STATUS_METRICS) {
      if (metric.value({streams: 0, vendor, covers}) === undefined) continue;
      addNumber(this.#registry, metric, () => metric.value(read()) ?? 0);
    }
  }

  /** Adds a gauge. */
  gauge(name: string, help: string, read: () => number): void {
    addNumber(this.#registry, {name, help}, read);
  }

  /** All metrics as text, and their content type. */
  async page(): Promise<{readonly text: string; readonly type: string}> {
    return {text: await this.#registry.metrics(), type: this.#registry.contentType};
  }
}

interface StatusMetric {
  readonly name: string;
  readonly help: string;
  /** Undefined if there is no value, for example without a vendor. */
  readonly value: (status: ProxyStatus) => number | undefined;
}

const STATUS_METRICS: readonly StatusMetric[] = [
  {
    name: 'vod_proxy_streams',
    help: 'Streams of events that are open.',
    value: ({streams}) => streams,
  },
  {
    name: 'vod_proxy_cache_fresh_total',
    help: 'Answers of the vendor from memory that were fresh.',
    value: ({vendor}) => vendor?.fresh,
  },
  {
    name: 'vod_proxy_cache_stale_total',
    help: 'Answers of the vendor from memory that were no longer fresh.',
    value: ({vendor}) => vendor?.stale,
  },
  {
    name: 'vod_proxy_cache_miss_total',
    help: 'Requests that had to wait for the vendor.',
    value: ({vendor}) => vendor?.misses,
  },
  {
    name: 'vod_proxy_vendor_calls_total',
    help: 'Calls to the vendor, retries included.',
    value: ({vendor}) => vendor?.calls,
  },
  {
    name: 'vod_proxy_vendor_failures_total',
    help: 'Calls to the vendor that failed after all retries.',
    value: ({vendor}) => vendor?.failures,
  },
  {
    name: 'vod_proxy_vendor_budget_limit',
    help: 'Maximum number of calls to the vendor in five minutes.',
    value: ({vendor}) => vendor?.budgetLimit,
  },
  {
    name: 'vod_proxy_vendor_budget_left',
    help: 'Calls to the vendor that are left of this limit, as of the last answer of the store.',
    value: ({vendor}) => vendor?.budgetLeft,
  },
  {
    name: 'vod_proxy_cache_shared_total',
    help: 'Answers of the vendor that another process had requested.',
    value: ({vendor}) => vendor?.shared,
  },
  {
    name: 'vod_proxy_cover_hits_total',
    help: 'Covers that were read from the folder.',
    value: ({covers}) => covers?.hits,
  },
  {
    name: 'vod_proxy_cover_prepared_total',
    help: 'Covers that were resized.',
    value: ({covers}) => covers?.prepared,
  },
  {
    name: 'vod_proxy_cover_requests_total',
    help: 'Covers that were requested from their hosts.',
    value: ({covers}) => covers?.requested,
  },
  {
    name: 'vod_proxy_cover_failures_total',
    help: 'Covers that could not be requested or resized.',
    value: ({covers}) => covers?.failed,
  },
  {
    name: 'vod_proxy_cover_waiting',
    help: 'Covers that wait to be requested or resized.',
    value: ({covers}) => covers?.waiting,
  },
  {
    name: 'vod_proxy_cover_bytes',
    help: 'Size of all covers in the folder.',
    value: ({covers}) => covers?.bytes,
  },
];

function addBudget(registry: Registry, read: () => Readonly<Record<string, number>>): void {
  new Gauge({
    name: 'vod_proxy_vendor_budget_left_for',
    help: 'Calls to the vendor that are left, by purpose of the calls.',
    labelNames: ['share'],
    registers: [registry],
    collect() {
      for (const [share, left] of Object.entries(read())) this.set({share}, left);
    },
  });
}

function addBreakers(registry: Registry, read: () => readonly string[]): void {
  new Gauge({
    name: 'vod_proxy_vendor_breaker_open',
    help: '1 while calls of this operation are paused, because the vendor does not answer.',
    labelNames: ['operation'],
    registers: [registry],
    collect() {
      const open = read();
      for (const operation of OPERATIONS) this.set({operation}, open.includes(operation) ? 1 : 0);
    },
  });
}

/** A counter (`…_total`) or gauge whose value is kept elsewhere. */
function addNumber(
  registry: Registry,
  {name, help}: {readonly name: string; readonly help: string},
  read: () => number,
): void {
  const options = {name, help, registers: [registry]};
  if (!name.endsWith('_total')) {
    new Gauge({
      ...options,
      collect() {
        this.set(read());
      },
    });
    return;
  }
  new Counter({
    ...options,
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}
