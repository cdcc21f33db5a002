import fc from 'fast-check';
import {recordsPerPage, type Mutation, type ServerHabits} from './changing-server.js';

const part = fc.double({min: 0, max: 1, noNaN: true});

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  {weight: 3, arbitrary: fc.constant({type: 'none'} as const)},
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('delete' as const),
      at: part,
      count: fc.integer({min: 1, max: 7}),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('insert' as const),
      at: part,
      count: fc.integer({min: 1, max: 7}),
    }),
  },
  {weight: 1, arbitrary: fc.record({type: fc.constant('move' as const), from: part, to: part})},
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('fail' as const),
      how: fc.constantFrom(429, 500, 503, 'no answer' as const, 'half an answer' as const),
    }),
  },
);

const habits: fc.Arbitrary<ServerHabits> = fc.record({
  length: fc.integer({min: 0, max: 90}),
  pages: fc.oneof(
    fc.constant({cap: 50}),
    fc.record({cap: fc.integer({min: 1, max: 12})}),
    fc.record({fixed: fc.integer({min: 1, max: 60})}),
    fc.constant('everything' as const),
    fc.constant('always-first' as const),
  ),
  total: fc.oneof(
    {weight: 4, arbitrary: fc.constantFrom('none' as const, 'true' as const)},
    {weight: 1, arbitrary: fc.constantFrom(-1, 0, 24.5, 500, 1e99)},
  ),
  saysPageSize: fc.boolean(),
});

/** A random scene. */
export interface Scene {
  readonly habits: ServerHabits;
  readonly script: readonly Mutation[];
  readonly pageSize: number;
  readonly paging: 'auto' | 'button';
  /** See `walkToEnd`. */
  readonly looksBack?: boolean;
}

/** Maximum number of pages of a list. Errors between twelve pages also occur between six. */
const MOST_PAGES = 6;

/** Servers that change between any two requests, and lists on them. */
export const scenes: fc.Arbitrary<Scene> = fc
  .record({
    habits,
    script: fc.array(mutation, {maxLength: 14}),
    pageSize: fc.integer({min: 1, max: 30}),
    paging: fc.constantFrom('auto' as const, 'button' as const),
    looksBack: fc.boolean(),
  })
  .map((scene) => {
    const most = MOST_PAGES * recordsPerPage(scene.habits.pages, scene.pageSize);
    const length = Math.min(scene.habits.length, most);
    // If every page is the first one and changes, a repeated page cannot be distinguished from a new one.
    const script = scene.habits.pages === 'always-first' ? [] : scene.script;
    return {...scene, script, habits: {...scene.habits, length}};
  });
