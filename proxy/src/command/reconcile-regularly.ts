import type {Log} from '../error-answers.js';
import {reconcile} from '../reconcile.js';
import {createVendorAnswers} from '../vendor/vendor-answers.js';
import type {VideoStore} from '../video-store.js';
import type {Settings} from './settings.js';

/** Delay of the first run after the start in milliseconds. It finds what was missed while the proxy was down. */
const FIRST_MS = 60_000;

/** Reconciles the store at intervals, if the settings say so. */
export function reconcileRegularly(
  store: VideoStore,
  {vendor: options, reconcileMs}: Pick<Settings, 'vendor' | 'reconcileMs'>,
  log: Log,
): {stop(): void} {
  const isOver = new AbortController();
  if (!options || reconcileMs === 0) return {stop: () => {}};
  const vendor = createVendorAnswers({log, ledger: store.ledger?.bind(store), ...options});
  const {signal} = isOver;
  let timer: ReturnType<typeof setTimeout>;
  const again = (ms: number) => {
    timer = setTimeout(() => void run(), ms);
    timer.unref();
  };
  const run = async () => {
    try {
      const {videos, changed} = await reconcile({vendor, store, signal, log});
      log(`reconcile: ${changed} of ${videos} videos were not up to date`);
    } catch (error) {
      if (!signal.aborted) log(`reconcile failed: ${String(error)}`);
    }
    if (!signal.aborted) again(reconcileMs);
  };
  again(FIRST_MS);
  return {
    stop() {
      clearTimeout(timer);
      isOver.abort();
    },
  };
}
