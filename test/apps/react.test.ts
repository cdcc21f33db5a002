import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {
  appScene,
  itComesAndGoes,
  itDoesWhatExamplesDo,
  itPlays,
  pickCard,
} from '../support/app-examples.js';
import {untilListHas, untilStatus} from '../support/gallery-page.js';

const VERSIONS = {
  19: [],
  18: ['react@18.3.1', 'react-dom@18.3.1', '@types/react@18.3.27', '@types/react-dom@18.3.7'],
};

for (const [version, packages] of Object.entries(VERSIONS)) {
  describe(`An application in React ${version}, in strict mode`, () => {
    const scene = appScene('react', ...packages);
    itDoesWhatExamplesDo(scene);
    itComesAndGoes(scene);
    itPlays(scene);

    it('can also use the plain tag', async () => {
      const [page, faults] = await scene.open('example=Tags');
      await untilListHas(page, 'Video 6');
      await pickCard(page, 1);
      await untilStatus(page, 'Picked: Video 1');
      assert.match(scene.asked[0]!, /pageSize=6/);
      assert.deepEqual(faults, []);
      await page.close();
    });
  });
}
