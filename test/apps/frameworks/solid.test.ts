import assert from 'node:assert/strict';
import path from 'node:path';
import {describe, it} from 'node:test';
import {pickCard} from '../../support/app-examples.js';
import {frameworkScene, installApp, runIn} from '../../support/framework-app.js';
import {untilListHas, untilStatus} from '../../support/gallery-page.js';

describe('An application in Solid', () => {
  const scene = frameworkScene(async () => {
    const folder = await installApp('solid');
    await runIn(folder, 'npm', ['run', 'types']);
    await runIn(folder, 'npm', ['run', 'build']);
    return {files: path.join(folder, 'dist')};
  });

  it('sets properties, hears events, and has the methods of the element', async () => {
    const [page, faults] = await scene.open();
    await untilListHas(page, 'Video 1');
    assert.match(scene.asked[0]!, /pageSize=12/);
    assert.equal(await page.$eval('video-list', ({live, hidden}) => live || hidden), false);
    await pickCard(page, 1);
    await untilStatus(page, 'Picked: Video 1');
    await page.waitForFunction(
      () => document.querySelector('#count')?.textContent === '1 selected',
    );
    await page.$eval('button', (button) => button.click());
    await page.waitForFunction(
      () => document.querySelector('video-list')?.selectedIds.length === 0,
    );
    assert.deepEqual(faults, []);
    await page.close();
  });
});
