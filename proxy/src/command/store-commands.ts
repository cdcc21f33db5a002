import {backUpStore, restoreStore} from '../backup.js';
import {secretMask} from '../mask-secrets.js';
import {reconcile} from '../reconcile.js';
import {createVendorAnswers} from '../vendor/vendor-answers.js';
import {openVideoStore} from '../video-store.js';
import type {Environment} from './environment-reader.js';
import {readSettings, SettingsError, type Settings} from './settings.js';

/** `backup FILE`: copies the store while it is in use. */
export async function backUp(environment: Environment, [file = '']: readonly string[]) {
  return withSettings(environment, async ({database}) => {
    const videos = await backUpStore(database.url, file);
    console.log(`${file} has ${videos} videos.`);
  });
}

/** `restore FILE`: replaces the store by such a copy. */
export async function restore(environment: Environment, [file = '']: readonly string[]) {
  return withSettings(environment, async ({database}) => {
    const {videos, previous} = await restoreStore(database.url, file);
    const kept = previous === undefined ? '' : ` The previous file is now ${previous}.`;
    console.log(`The store has ${videos} videos.${kept}`);
  });
}

/** `reconcile`: updates the store from the vendor's list. */
export async function reconcileOnce(environment: Environment) {
  return withSettings(environment, async ({vendor: options, database, timeZone}, mask) => {
    if (!options) {
      throw new SettingsError(['reconcile needs VOD_ACCESS_KEY and VOD_SECRET_KEY.']);
    }
    const log = (line: string) => console.error(mask(line));
    const store = await openVideoStore({...database, timeZone, log});
    try {
      const vendor = createVendorAnswers({log, ledger: store.ledger?.bind(store), ...options});
      const {videos, changed} = await reconcile({vendor, store, log});
      console.log(`${changed} of ${videos} videos were not up to date.`);
    } finally {
      await store.close();
    }
  });
}

/** @returns The exit status. */
async function withSettings(
  environment: Environment,
  work: (settings: Settings, mask: (text: string) => string) => Promise<void>,
): Promise<number> {
  const settings = readSettings(environment);
  const mask = secretMask(settings.secrets);
  try {
    await work(settings, mask);
    return 0;
  } catch (error) {
    if (error instanceof SettingsError) throw error;
    console.error(mask(error instanceof Error ? error.message : String(error)));
    return 1;
  }
}
