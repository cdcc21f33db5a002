import {KnownVideos} from './access/known-videos.js';
import type {Log} from './error-answers.js';
import {ChangeFeed} from './events/change-feed.js';
import {clientOf, type ClientOf} from './limits/client-of.js';
import type {RateLimit} from './limits/rate-limit.js';
import {eventSettings, requestLimit, type VideoProxyOptions} from './proxy-options.js';
import {createVendorAnswers, type VendorAnswers} from './vendor/vendor-answers.js';

/** What the routes of all galleries share. */
export interface ProxyParts {
  readonly options: VideoProxyOptions;
  readonly log: Log;
  readonly clientOf: ClientOf;
  readonly vendor: VendorAnswers | undefined;
  readonly known: KnownVideos;
  readonly feed: ChangeFeed | undefined;
  readonly requests: RateLimit | undefined;
}

/** Makes them, once for a proxy. */
export function partsOf(options: VideoProxyOptions): ProxyParts {
  const {log = () => {}, store} = options;
  const vendor = vendorOf(options, log);
  const known = new KnownVideos();
  logUnsharedLimits(options, log);
  const onChanges = () => {
    vendor?.invalidate();
    known.invalidate();
  };
  return {
    options,
    log,
    clientOf: clientOf(options.callerAddress, log),
    vendor,
    known,
    feed: store && new ChangeFeed({...eventSettings(options), store, log, onChanges}),
    requests: requestLimit(options),
  };
}

/** Logs once which limits are counted in this process alone. */
function logUnsharedLimits({limits, store}: VideoProxyOptions, log: Log): void {
  const isShared = limits?.requestCounter ?? store?.addRequestCounts;
  if (isShared || limits?.requestsPerMinute === 0) return;
  log(
    'requests and wrong guesses of a client are counted in this process alone: there is no store',
  );
}

function vendorOf({vendor, store}: VideoProxyOptions, log: Log): VendorAnswers | undefined {
  if (!vendor || 'get' in vendor) return vendor;
  const ledger = store?.ledger?.bind(store);
  if (!ledger && !vendor.ledger) {
    log(
      'calls to the vendor are counted in this process alone, and until it ends: there is no store',
    );
  }
  const answers = store?.answers?.bind(store);
  return createVendorAnswers({log, ledger, answers, ...vendor});
}
