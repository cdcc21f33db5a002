import type {Server} from 'node:http';
import {createVideoProxy, type ProxyStatus, type VideoProxy} from '../create-video-proxy.js';
import {systemClock} from '../util/clock.js';
import {openVideoStore, type VideoStore} from '../video-store.js';
import {nodeCallerAddress} from './caller-address.js';
import {Connections} from './http/connections.js';
import {openMetricsServer} from './http/metrics-server.js';
import {listen, nodeServer, urlOf} from './http/node-server.js';
import {ObservedHandler} from './http/observed-handler.js';
import {operatorRoutes} from './http/operator-routes.js';
import {ReadinessProbe} from './http/readiness.js';
import type {RequestRecord} from './http/request-records.js';
import {Uploads} from './http/uploads.js';
import type {OperatorLog} from './log/operator-log.js';
import {measuredStore} from './metrics/measured-store.js';
import {Metrics} from './metrics/metrics.js';
import type {ServingSettings} from './serving-settings.js';
import {reconcileRegularly} from './reconcile-regularly.js';
import type {Settings} from './settings.js';
import {VERSION} from './version.js';

/** A proxy that is listening. */
export interface RunningProxy {
  /** Address of its lists. */
  readonly url: string;
  /** Address of its metrics, if they have a separate port. */
  readonly metricsUrl: string | undefined;
  /** Waits for requests in flight, for a limited time, and closes everything. */
  stop(): Promise<void>;
}

/** Opens the store and listens. */
export async function startProxy(settings: Settings, log: OperatorLog): Promise<RunningProxy> {
  const {database, timeZone} = settings;
  const store = await openVideoStore({...database, timeZone, log: log.lines(() => ({}))});
  try {
    return await serveFrom(store, settings, log);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serveFrom(
  store: VideoStore,
  settings: Settings,
  log: OperatorLog,
): Promise<RunningProxy> {
  const {serving, trustedProxies, forwardingHeader, heartbeatMs} = settings;
  const {maxStreams, maxStreamsPerClient} = settings;
  const metrics = new Metrics(VERSION);
  const readiness = new ReadinessProbe({store: () => store.lastSequence()}, () =>
    vendorNote(proxy.status()),
  );
  const uploads = new Uploads(serving.deadlines.maxUploads);
  const callerAddress = nodeCallerAddress(trustedProxies, forwardingHeader);
  const proxy: VideoProxy = createVideoProxy({
    ...settings,
    store: measuredStore(store, metrics.storeSeconds),
    callerAddress,
    events: {heartbeatMs, maxStreams, maxStreamsPerClient},
    log: log.lines((request) => handler.fieldsOf(request)),
  });
  metrics.watch(() => proxy.status());
  metrics.gauge('vod_proxy_uploads', 'Requests that are still being sent.', () => uploads.count);
  const handler: ObservedHandler = new ObservedHandler(proxy, {
    operatorRoute: operatorRoutes(pathsOf(serving), {readiness, metrics}),
    uploads,
    callerAddress,
    trustsRequestIds: trustedProxies > 0,
    onOver(record, address) {
      metrics.count(record);
      logRequest(log, record, address);
    },
  });
  const servers = await openServers(handler, settings, {readiness, metrics}).catch((error) => {
    proxy.close();
    throw error;
  });
  log.lines(() => ({}))(
    'calls to the vendor, and requests and wrong guesses of clients, are counted for all processes that share the store; streams are counted in each',
  );
  const reconciling = reconcileRegularly(
    store,
    settings,
    log.lines(() => ({})),
  );
  const stop = () => {
    reconciling.stop();
    return stopServing({...servers, readiness, proxy, store}, serving.shutdown);
  };
  return {...urlsOf(servers, settings), stop};
}

interface Servers {
  readonly server: Server;
  readonly connections: Connections;
  readonly metricsServer: Server | undefined;
}

async function openServers(
  handler: ObservedHandler,
  {serving, port, host}: Settings,
  sources: Parameters<typeof openMetricsServer>[1],
): Promise<Servers> {
  const metricsServer = await openMetricsServer(serving, sources);
  const server = nodeServer(handler.answer, serving.deadlines);
  const connections = new Connections(server);
  try {
    await listen(server, port, host);
  } catch (error) {
    metricsServer?.close();
    throw error;
  }
  return {server, connections, metricsServer};
}

/** A vendor that does not answer does not make the process unready, because cached answers are still served. */
function vendorNote({vendor}: ProxyStatus): Record<string, string> {
  if (!vendor?.openBreakers) return {};
  return {vendor: vendor.openBreakers.length > 0 ? 'no answer' : 'ok'};
}

/** Stops in an order that lets every accepted request finish. */
async function stopServing(
  {
    readiness,
    connections,
    proxy,
    metricsServer,
    store,
  }: Servers & {readiness: ReadinessProbe; proxy: VideoProxy; store: VideoStore},
  {drainMs, graceMs}: ServingSettings['shutdown'],
): Promise<void> {
  readiness.stop();
  connections.keepNoneAlive();
  await systemClock.sleep(drainMs);
  proxy.close();
  await connections.close(graceMs);
  metricsServer?.close();
  metricsServer?.closeAllConnections();
  await store.close();
}

/** Metrics are not public by default: they are on the port of the lists only if the operator has set a path. */
function pathsOf({health, metrics}: ServingSettings) {
  return {...health, metricsPath: metrics?.port === undefined ? metrics?.path : undefined};
}

function urlsOf({server, metricsServer}: Servers, {host, basePath, serving}: Settings) {
  const {metrics} = serving;
  return {
    url: urlOf(server, host, `${basePath.replace(/\/$/, '')}/videos`),
    metricsUrl: metricsServer && metrics && urlOf(metricsServer, metrics.host, metrics.path),
  };
}

function logRequest(log: OperatorLog, record: RequestRecord, address: string | undefined): void {
  const {id, method, route, path, status, seconds, bytes} = record;
  log.event('info', `${route} ${status}`, 'request', {
    request: id,
    address,
    method,
    path,
    status,
    ms: Math.round(seconds * 10_000) / 10,
    bytes,
  });
}
