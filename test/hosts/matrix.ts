import {invariants} from './invariants.js';
import type {Scene} from './scene.js';
import {enter, type Situation} from './stage.js';

/** Tests every invariant in every situation. */
export function matrix(situations: readonly Situation[]) {
  for (const situation of situations) {
    describe(`A list in a host page: ${situation.name}`, () => {
      let scene: Scene & {leave(): void};

      before(async () => {
        scene = await enter(situation);
      });

      after(() => scene?.leave());

      for (const [name, hold] of Object.entries(invariants)) {
        it(name, () => hold(scene));
      }
    });
  }
}
