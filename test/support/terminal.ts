import {spawn} from 'node:child_process';
import {once} from 'node:events';

/** Time limit of a step in milliseconds, also on slow machines. */
const STEP_MS = 90_000;

/** A shell that runs one step after another, as in a terminal. */
export interface Terminal {
  /** Runs a step and returns its output. Rejects if its last command fails or does not end in time. */
  run(step: string): Promise<string>;
  /** Ends the shell and all its background processes. */
  close(): Promise<void>;
}

/** Opens a terminal in a folder. */
export function openTerminal(cwd: string, env: Readonly<Record<string, string>>): Terminal {
  const shell = spawn('bash', ['--noprofile', '--norc'], {cwd, env});
  let output = '';
  let changed = () => {};
  for (const stream of [shell.stdout, shell.stderr]) {
    stream.on('data', (chunk) => {
      output += String(chunk);
      changed();
    });
  }
  const ended = once(shell, 'close').then(() => changed());
  // Jobs in the background have a process group each, as in a terminal.
  shell.stdin.write('set -m\n');
  let steps = 0;
  return {
    async run(step) {
      const mark = `step ${++steps} ended with`;
      output = '';
      // Programs of a step must not read the next step as their input.
      shell.stdin.write(`{\n${step}\n} < /dev/null\necho "${mark} $?."\n`);
      const [, status] = await untilMatch(new RegExp(`${mark} (\\d+)\\.`), step);
      const printed = output.slice(0, output.indexOf(mark));
      if (status !== '0') throw new Error(`Status ${status} of:\n${step}\n${printed}`);
      return printed;
    },
    async close() {
      shell.stdin.end('jobs -p | xargs -I{} kill -KILL -- -{} 2>/dev/null\nexit\n');
      await ended;
    },
  };

  function untilMatch(pattern: RegExp, step: string): Promise<RegExpExecArray> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => reject(new Error(`${why} of:\n${step}\n${output}`));
      const timer = setTimeout(() => fail(`No end within ${STEP_MS} ms`), STEP_MS);
      changed = () => {
        const match = pattern.exec(output);
        if (match) resolve(match);
        else if (shell.exitCode !== null)
          fail(`The shell ended with ${shell.exitCode} in the middle`);
        else return;
        clearTimeout(timer);
      };
      changed();
    });
  }
}
