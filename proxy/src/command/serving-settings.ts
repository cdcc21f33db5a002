import type {EnvironmentReader} from './environment-reader.js';
import {LOG_FORMATS, LOG_LEVELS, type LogFormat, type LogLevel} from './log/operator-log.js';

/** What the command does beside answering: log, metrics, health, deadlines, the way it ends. */
export interface ServingSettings {
  readonly log: {
    readonly format: LogFormat;
    readonly level: LogLevel;
    readonly linesPerSecond: number;
  };
  /** Where health is answered: on the port of the lists. */
  readonly health: {readonly healthPath: string; readonly readyPath: string};
  /** Where metrics are answered; undefined for nowhere. */
  readonly metrics: MetricsPlace | undefined;
  readonly deadlines: Deadlines;
  readonly shutdown: {
    /** Milliseconds in which new requests are still answered after `SIGTERM`. */
    readonly drainMs: number;
    /** Milliseconds after that in which requests in flight may finish. */
    readonly graceMs: number;
  };
}

/** Where metrics are answered. */
interface MetricsPlace {
  readonly path: string;
  /** A port of its own; undefined for that of the lists. */
  readonly port: number | undefined;
  readonly host: string;
}

/** Until when a caller has to do its part, and how many may be at it. */
export interface Deadlines {
  /** Milliseconds until the headers of a request have to be there. */
  readonly headersMs: number;
  /** Milliseconds until the whole request has to be there. */
  readonly requestMs: number;
  /** Milliseconds that a connection may wait for its next request. */
  readonly idleMs: number;
  /** Connections at a time. */
  readonly maxConnections: number;
  /** Requests at a time whose bodies are not there yet. */
  readonly maxUploads: number;
}

/** Reads these settings. */
export function readServing(read: EnvironmentReader): ServingSettings {
  return {
    log: {
      format: read.choice('LOG_FORMAT', LOG_FORMATS) ?? 'text',
      level: read.choice('LOG_LEVEL', LOG_LEVELS) ?? 'info',
      linesPerSecond: read.integer('LOG_LINES_PER_SECOND', 0, 1_000_000) ?? 10,
    },
    health: {
      healthPath: read.path('HEALTH_PATH') ?? '/health',
      readyPath: read.path('READY_PATH') ?? '/ready',
    },
    metrics: readMetrics(read),
    deadlines: {
      headersMs: read.milliseconds('HEADERS_TIMEOUT_SECONDS') ?? 10_000,
      requestMs: read.milliseconds('REQUEST_TIMEOUT_SECONDS') ?? 20_000,
      // Longer than the minute for which nginx and load balancers keep connections: whoever closes first, the other
      // one's next request is lost.
      idleMs: read.milliseconds('IDLE_TIMEOUT_SECONDS') ?? 75_000,
      maxConnections: read.integer('MAX_CONNECTIONS', 1, 1_000_000) ?? 10_000,
      maxUploads: read.integer('MAX_UPLOADS', 1, 1_000_000) ?? 256,
    },
    shutdown: {
      drainMs: read.milliseconds('SHUTDOWN_DRAIN_SECONDS', {least: 0}) ?? 0,
      graceMs: read.milliseconds('SHUTDOWN_GRACE_SECONDS', {least: 0}) ?? 10_000,
    },
  };
}

function readMetrics(read: EnvironmentReader): MetricsPlace | undefined {
  const port = read.integer('METRICS_PORT', 0, 65_535);
  const path = read.path('METRICS_PATH');
  const host = read.text('METRICS_HOST') ?? '127.0.0.1';
  if (port === undefined && path === undefined) return undefined;
  return {path: path ?? '/metrics', port, host};
}
