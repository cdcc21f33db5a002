#!/usr/bin/env node
import {parseArgs} from 'node:util';
import {check, COMMANDS, messageOf} from './command/commands.js';
import {HELP} from './command/help.js';
import {SettingsError} from './command/settings.js';
import {VERSION} from './command/version.js';

/** Exit status for unknown arguments, as in shells. */
const USAGE_ERROR = 2;

const args = readArguments();
if (!args) {
  console.error(`Unknown arguments: ${process.argv.slice(2).join(' ')}\n\n${HELP}`);
  process.exitCode = USAGE_ERROR;
} else if (args.values.help) {
  console.log(HELP);
} else if (args.values.version) {
  console.log(VERSION);
} else {
  process.exitCode = await run(args);
}

function readArguments() {
  try {
    const {values, positionals} = parseArgs({
      allowPositionals: true,
      options: {
        help: {type: 'boolean', short: 'h'},
        version: {type: 'boolean', short: 'v'},
        check: {type: 'boolean'},
      },
    });
    const [word = '', ...parameters] = positionals;
    if (word === 'help') values.help = true;
    else if (!isCommand(word, parameters)) return undefined;
    return {values, word, parameters};
  } catch {
    return undefined;
  }
}

function isCommand(word: string, parameters: readonly string[]): boolean {
  return Object.hasOwn(COMMANDS, word) && COMMANDS[word]!.parameters.length === parameters.length;
}

async function run({values, word, parameters}: NonNullable<typeof args>) {
  try {
    return await (values.check ? check(process.env) : COMMANDS[word]!.run(process.env, parameters));
  } catch (error) {
    for (const problem of problemsOf(error)) console.error(problem);
    return 1;
  }
}

function problemsOf(error: unknown): readonly string[] {
  if (error instanceof SettingsError) {
    return [...error.problems, 'See cloud-vod-gallery-proxy --help.'];
  }
  return [`The proxy cannot start: ${messageOf(error)}`];
}
