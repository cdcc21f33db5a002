import {secretMask} from '../mask-secrets.js';
import {openVideoStore} from '../video-store.js';
import type {Environment} from './environment-reader.js';
import {openLogOutput} from './log/log-output.js';
import {OperatorLog} from './log/operator-log.js';
import {readSettings, type Settings} from './settings.js';
import {printLink} from './sign-link.js';
import {backUp, reconcileOnce, restore} from './store-commands.js';
import {startProxy} from './start-proxy.js';
import {onStopSignal} from './stop-signals.js';
import {VERSION} from './version.js';

/** A subcommand of `cloud-vod-gallery-proxy`. */
export interface Command {
  /** Names of its arguments, in upper case. */
  readonly parameters: readonly string[];
  /** @returns The exit status; undefined if the process continues. */
  run(environment: Environment, parameters: readonly string[]): Promise<number | undefined>;
}

/** All subcommands by name. The empty name starts the proxy. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  '': {parameters: [], run: serve},
  'sign-link': {
    parameters: ['SCOPE', 'SECONDS'],
    run: (environment, [scope = '', seconds = '']) => printLink(environment, scope, seconds),
  },
  backup: {parameters: ['FILE'], run: backUp},
  restore: {parameters: ['FILE'], run: restore},
  reconcile: {parameters: [], run: reconcileOnce},
};

async function serve(environment: Environment): Promise<undefined> {
  const settings = readSettings(environment);
  const output = openLogOutput();
  const mask = secretMask(settings.secrets);
  const log = new OperatorLog({...settings.serving.log, mask, write: (line) => output.write(line)});
  const proxy = await startProxy(settings, log).catch((error: unknown) => {
    throw new Error(mask(messageOf(error)));
  });
  logFaults(log, () => output.flush());
  console.log(`Serving ${proxy.url} from the ${settings.mode}.`);
  if (proxy.metricsUrl) console.log(`Metrics are at ${proxy.metricsUrl}.`);
  log.event('info', 'start', 'started', {version: VERSION, mode: settings.mode});
  if (!settings.callbackSecret) {
    log.event('warn', 'start', 'callbacks are refused: CALLBACK_SECRET is not set');
  }
  onStopSignal((reason) => {
    log.event('info', 'stop', `${reason}: stopping`);
    void proxy.stop().then(() => {
      log.event('info', 'stop', 'stopped');
      log.close();
      output.flush();
      process.exit(0);
    });
  });
  return undefined;
}

/** Reads all settings and opens the store, without listening and without calling the vendor. */
export async function check(environment: Environment): Promise<number> {
  const settings = readSettings(environment);
  try {
    await checkStore(settings);
  } catch (error) {
    throw new Error(secretMask(settings.secrets)(messageOf(error)));
  }
  console.log(`All settings are valid. Lists come from the ${settings.mode}.`);
  return 0;
}

async function checkStore({database, timeZone}: Settings): Promise<void> {
  const store = await openVideoStore({...database, timeZone});
  try {
    await store.lastSequence();
  } finally {
    await store.close();
  }
}

/** Logs uncaught errors before they end the process. */
function logFaults(log: OperatorLog, flush: () => void): void {
  process.on('uncaughtException', (error) => {
    log.event('error', 'fault', 'unexpected fault', {fault: String(error?.stack ?? error)});
    flush();
    process.exit(1);
  });
}

/** The message of an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
