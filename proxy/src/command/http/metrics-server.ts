import type {Server} from 'node:http';
import type {ServingSettings} from '../serving-settings.js';
import {listen, nodeServer} from './node-server.js';
import {operatorRoutes, type OperatorSources} from './operator-routes.js';

/** Serves metrics and health checks on a separate port; undefined if there is none. */
export async function openMetricsServer(
  {health, metrics: place, deadlines}: ServingSettings,
  sources: OperatorSources,
): Promise<Server | undefined> {
  if (place?.port === undefined) return undefined;
  const route = operatorRoutes({...health, metricsPath: place.path}, sources);
  const answer = async (request: Request) =>
    (await route(new URL(request.url).pathname)) ??
    new Response('There is nothing here.', {status: 404});
  const server = nodeServer(answer, deadlines);
  await listen(server, place.port, place.host);
  return server;
}
