import {pino} from 'pino';

/** Bytes that may wait for whoever reads the log; above that lines are dropped, so that nobody can stop the proxy. */
const MAX_WAITING_BYTES = 1_048_576;

/** Where the log goes: standard error, without waiting for the process that reads it. */
export interface LogOutput {
  write(line: string): void;
  /** Writes what is waiting, before the process ends. */
  flush(): void;
}

/** Opens standard error for a log. */
export function openLogOutput(): LogOutput {
  const output = pino.destination({
    fd: process.stderr.fd,
    sync: false,
    maxLength: MAX_WAITING_BYTES,
  });
  // Whoever read it has gone; the proxy goes on.
  output.on('error', () => {});
  return {
    write: (line) => void output.write(line),
    flush() {
      try {
        output.flushSync();
      } catch {
        // Nobody is left to read it.
      }
    },
  };
}
