import {secretMask} from '../mask-secrets.js';
import type {Clock} from '../util/clock.js';
import {ReplayGuard} from './replay-guard.js';
import type {VendorOptions} from './vendor-answers.js';
import type {VendorAccount} from './vendor-call.js';

/** Reads the account from the options. */
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
    // Called as a plain function, because some platforms throw otherwise.
    fetch: options.fetch ?? ((...args) => globalThis.fetch(...args)),
    clock,
    replayGuard: new ReplayGuard(clock),
  };
}

/** Keys usually come from the environment, where types do not help. Their values are not part of the message. */
function refuseBadKeys(keys: Readonly<Record<string, unknown>>): void {
  const missing = Object.keys(keys).filter((name) => (keys[name] ?? '') === '');
  if (missing.length > 0) throw new TypeError(`vendor has no ${missing.join(' and no ')}.`);
  for (const [name, key] of Object.entries(keys)) {
    // For a key with a line break, `fetch` would throw an error that contains the key.
    if (typeof key === 'string' && /^[\x21-\x7e]+$/.test(key)) continue;
    throw new TypeError(`${name} must be printable ASCII characters without spaces.`);
  }
}
