import {pino} from 'pino';

/**
 * Maximum number of buffered bytes. If the process that receives the log is slower, lines are dropped, so that it cannot
 * block the proxy.
 */
const MAX_WAITING_BYTES = 1_048_576;

/** Where the log goes: standard error, without waiting for the process that reads it. */
export interface LogOutput {
  write(line: string): void;
  /** Writes all buffered lines, before the process ends. */
  flush(): void;
}

/** Opens standard error for a log. */
export function openLogOutput(): LogOutput {
  const output = pino.destination({
    fd: process.stderr.fd,
    sync: false,
    maxLength: MAX_WAITING_BYTES,
  });
  // The process that receives the log has ended. The proxy continues.
  output.on('error', () => {});
  return {
    write: (line) => void output.write(line),
    flush() {
      try {
        output.flushSync();
      } catch {
        // That process has ended.
      }
    },
  };
}
