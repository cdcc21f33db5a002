import {readFileSync} from 'node:fs';

/** Interval in milliseconds at which the parent process is checked. */
const LOOK_MS = 1_000;

/** Calls `stop` once: at `SIGTERM` or `SIGINT`, or when npm, which has started the process, has ended. */
export function onStopSignal(stop: (reason: string) => void): void {
  let isStopping = false;
  const once = (reason: string) => {
    if (isStopping) return;
    isStopping = true;
    stop(reason);
  };
  // A second signal ends the process at once.
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => once(signal));
  if (process.env['npm_execpath']) watchParent(() => once('npm has gone'));
}

/**
 * `npx` starts a shell, which starts the command. When npx is killed, at most the shell ends, and the command would
 * continue and keep its port.
 */
function watchParent(onGone: () => void): void {
  const parents = parentsOf();
  const timer = setInterval(() => {
    if (parentsOf() === parents) return;
    clearInterval(timer);
    onGone();
  }, LOOK_MS).unref();
}

/** Process ids of the parent and, on Linux, of its parent. */
function parentsOf(): string {
  const {ppid} = process;
  try {
    // `12 (name) S 11 …`; the name may have spaces and parentheses in it.
    const stat = readFileSync(`/proc/${ppid}/stat`, 'utf8');
    return `${ppid} ${/.*\) \S (\d+)/s.exec(stat)?.[1]}`;
  } catch {
    return String(ppid);
  }
}
