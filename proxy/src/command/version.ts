import {createRequire} from 'node:module';

/** Version of the package. By its name: sources and what is built of them are in folders of different depth. */
export const {version: VERSION} = createRequire(import.meta.url)(
  'cloud-vod-gallery-proxy/package.json',
) as {readonly version: string};
