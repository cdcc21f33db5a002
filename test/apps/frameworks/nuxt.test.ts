import {describe} from 'node:test';
import {frameworkScene, installApp, runIn, startIn} from '../../support/framework-app.js';
import {itDrawsTheFirstPage} from '../../support/first-page.js';

describe('An application in Nuxt', () => {
  const scene = frameworkScene(async () => {
    const folder = await installApp('nuxt');
    await runIn(folder, 'npm', ['run', 'build']);
    return {
      start: (port, {API_ORIGIN, SITE_ORIGIN}) =>
        startIn(folder, process.execPath, ['.output/server/index.mjs'], {
          HOST: '127.0.0.1',
          PORT: `${port}`,
          NUXT_API_ORIGIN: API_ORIGIN,
          NUXT_SITE_ORIGIN: SITE_ORIGIN,
        }),
    };
  });
  itDrawsTheFirstPage(scene);
});
