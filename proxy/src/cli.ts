#!/usr/bin/env node
import {HELP} from './command/help.js';
import {readSettings, SettingsError} from './command/settings.js';
import {startProxy} from './command/start-proxy.js';

/** Exit status for a command that is not understood, as shells use it. */
const USAGE_ERROR = 2;

const log = (line: string) => console.error(`${new Date().toISOString()} ${line}`);

const [command = '', ...rest] = process.argv.slice(2);
if (['--help', '-h', 'help'].includes(command) || rest.some((word) => /^(--help|-h)$/.test(word))) {
  console.log(HELP);
} else if (command !== '') {
  console.error(`Not understood: ${process.argv.slice(2).join(' ')}\n\n${HELP}`);
  process.exitCode = USAGE_ERROR;
} else {
  await run();
}

async function run(): Promise<void> {
  try {
    const settings = readSettings(process.env);
    const proxy = await startProxy(settings, log);
    stopOnSignal(() => proxy.stop());
    console.log(`Serving ${proxy.url} from the ${settings.mode}.`);
    if (!settings.callbackSecret) log('callbacks are refused: CALLBACK_SECRET is not set');
  } catch (error) {
    for (const problem of problemsOf(error)) console.error(problem);
    process.exitCode = 1;
  }
}

function problemsOf(error: unknown): readonly string[] {
  if (error instanceof SettingsError)
    return [...error.problems, 'See cloud-vod-gallery-proxy --help.'];
  return [`The proxy cannot start: ${error instanceof Error ? error.message : String(error)}`];
}

/** The first signal lets requests finish; the second one ends the process at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log(`${signal}: stopping`);
      void stop().then(() => process.exit(0));
    });
  }
}
