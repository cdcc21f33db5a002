import type {Metrics} from '../metrics/metrics.js';
import type {ReadinessProbe} from './readiness.js';

/** Paths for the operator. */
export interface OperatorPaths {
  readonly healthPath?: string | undefined;
  readonly readyPath?: string | undefined;
  readonly metricsPath?: string | undefined;
}

/** Sources of the responses. */
export interface OperatorSources {
  readonly readiness: ReadinessProbe;
  readonly metrics: Metrics;
}

const NOT_KEPT = {'cache-control': 'no-store', 'x-content-type-options': 'nosniff'};

/** Returns a function that answers these paths; undefined for all others. */
export function operatorRoutes(
  {healthPath, readyPath, metricsPath}: OperatorPaths,
  {readiness, metrics}: OperatorSources,
): (path: string) => Promise<Response> | undefined {
  const answers = new Map<string | undefined, () => Promise<Response>>([
    [healthPath, () => Promise.resolve(json({status: 'alive'}))],
    [readyPath, () => readyResponse(readiness)],
    [metricsPath, () => metricsResponse(metrics)],
  ]);
  answers.delete(undefined);
  return (path) => answers.get(path)?.();
}

async function readyResponse(readiness: ReadinessProbe): Promise<Response> {
  const {isReady, checks} = await readiness.read();
  return json({status: isReady ? 'ready' : 'not ready', checks}, isReady ? 200 : 503);
}

async function metricsResponse(metrics: Metrics): Promise<Response> {
  const {text, type} = await metrics.page();
  return new Response(text, {headers: {...NOT_KEPT, 'content-type': type}});
}

function json(value: object, status = 200): Response {
  const headers = {...NOT_KEPT, 'content-type': 'application/json'};
  return new Response(JSON.stringify(value), {status, headers});
}
