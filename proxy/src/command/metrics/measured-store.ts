import type {Histogram} from 'prom-client';
import type {VideoStore} from '../../video-store.js';

type Call = (...args: unknown[]) => unknown;

/** A store that measures the duration of every call, by method and result. */
export function measuredStore(store: VideoStore, seconds: Histogram): VideoStore {
  const measured = new Map<PropertyKey, unknown>();
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (!isCall(value)) return value;
      let method = measured.get(name);
      if (!method)
        measured.set(
          name,
          (method = measure(
            String(name),
            (...args) => Reflect.apply(value, target, args),
            seconds,
          )),
        );
      return method;
    },
  });
}

function measure(operation: string, call: Call, seconds: Histogram) {
  const succeeded = seconds.labels(operation, 'ok');
  const failed = seconds.labels(operation, 'error');
  return (...args: unknown[]): unknown => {
    const startedAtMs = performance.now();
    const elapsed = () => (performance.now() - startedAtMs) / 1000;
    const result = call(...args);
    if (!(result instanceof Promise)) return result;
    return result.then(
      (value: unknown) => {
        succeeded.observe(elapsed());
        return value;
      },
      (error: unknown) => {
        failed.observe(elapsed());
        throw error;
      },
    );
  };
}

function isCall(value: unknown): value is Call {
  return typeof value === 'function';
}
