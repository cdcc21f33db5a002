import type {EnvironmentReader} from './environment-reader.js';
import {LOG_FORMATS, LOG_LEVELS, type LogFormat, type LogLevel} from './log/operator-log.js';

/** Settings of log, metrics, health checks, connection limits and shutdown. */
export interface ServingSettings {
  readonly log: {
    readonly format: LogFormat;
    readonly level: LogLevel;
    readonly linesPerSecond: number;
  };
  /** Paths of health checks, on the port of the lists. */
  readonly health: {readonly healthPath: string; readonly readyPath: string};
  /** Where metrics are served; undefined if they are not. */
  readonly metrics: MetricsPlace | undefined;
  readonly deadlines: Deadlines;
  readonly shutdown: {
    /** Milliseconds for which new requests are still accepted after `SIGTERM`. */
    readonly drainMs: number;
    /** Milliseconds after that in which requests in flight may finish. */
    readonly graceMs: number;
  };
}

/** Where metrics are served. */
interface MetricsPlace {
  readonly path: string;
  /** A separate port; undefined for the port of the lists. */
  readonly port: number | undefined;
  readonly host: string;
}

/** Limits of connections. */
export interface Deadlines {
  /** Time limit for the headers of a request in milliseconds. */
  readonly headersMs: number;
  /** Time limit for a whole request in milliseconds. */
  readonly requestMs: number;
  /** Maximum idle time of a connection in milliseconds. */
  readonly idleMs: number;
  /** Maximum number of connections. */
  readonly maxConnections: number;
  /** Maximum number of requests whose bodies are still arriving. */
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
      // Longer than the 60 seconds for which nginx and load balancers keep connections. If this side closed first, their
      // next request would fail.
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
