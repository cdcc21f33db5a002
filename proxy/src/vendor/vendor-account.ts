import {secretMask} from '../mask-secrets.js';
import type {Clock} from './clock.js';
import {ReplayGuard} from './replay-guard.js';
import type {VendorOptions} from './vendor-answers.js';
import type {VendorAccount} from './vendor-call.js';

/** The account that a vendor's options name. */
export function accountOf(options: VendorOptions, clock: Clock): VendorAccount {
  const {accessKey, secretKey, endpoint = 'https://api.cdnetworks.com', scheme} = options;
  refuseBadKeys({accessKey, secretKey});
  return {
    accessKey,
    secretKey,
    mask: secretMask([accessKey, secretKey]),
    scheme,
    endpoint: new URL(endpoint).origin,
    timeoutMs: options.timeoutMs ?? 10_000,
    // Called without its object, as some platforms insist on.
    fetch: options.fetch ?? ((...args) => globalThis.fetch(...args)),
    clock,
    replayGuard: new ReplayGuard(clock),
  };
}

/** Keys mostly come from the environment, where types are of no help. Their values are not repeated. */
function refuseBadKeys(keys: Readonly<Record<string, unknown>>): void {
  const missing = Object.keys(keys).filter((name) => (keys[name] ?? '') === '');
  if (missing.length > 0) throw new TypeError(`vendor has no ${missing.join(' and no ')}.`);
  for (const [name, key] of Object.entries(keys)) {
    // Of a key with a line break, `fetch` would complain in words that quote it.
    if (typeof key === 'string' && /^[\x21-\x7e]+$/.test(key)) continue;
    throw new TypeError(`${name} must be printable ASCII characters without spaces.`);
  }
}
