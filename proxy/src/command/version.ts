import {createRequire} from 'node:module';

/** Version of the package. Imported by package name, because sources and build output are in folders of different depth. */
export const {version: VERSION} = createRequire(import.meta.url)(
  'cloud-vod-gallery-proxy/package.json',
) as {readonly version: string};
