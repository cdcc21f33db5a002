/** Something that shows videos, or a page to compare its figures with. */
export interface Contestant {
  /** The name on the command line, and that of its folder and script. */
  readonly id: string;
  readonly title: string;
  /** Module below `alternatives/`. None if the page has no script of its own. */
  readonly entry?: string;
  /** The attributes of our element. If set, the page has our built script and element. */
  readonly listAttributes?: string;
  /** Whether responses contain the total. */
  readonly knowsTotal?: boolean;
  /** Whether it loads one page after another up to the full length. */
  readonly grows?: boolean;
  /** The maximum number of videos that it is measured with: a document of a million nodes gives no new insight. */
  readonly mostVideos?: number;
  /** Whether only its load is measured, because it scrolls like another contestant. */
  readonly onlyLoads?: boolean;
  /** The changes that can be measured. */
  readonly changes?: readonly Change[];
}

/** A change whose cost is measured. */
export type Change = 'update' | 'append' | 'select';

/** The contestant that all ratios refer to. */
export const REFERENCE = 'dom';

const PAGED = 'page-size="50" paging="auto" auto-pages="Infinity"';
const ALL_CHANGES: readonly Change[] = ['update', 'append', 'select'];

/** All contestants, in the order of the tables. */
export const CONTESTANTS: readonly Contestant[] = [
  {
    id: REFERENCE,
    title: 'hand-written DOM, all cards',
    entry: 'dom/index.ts',
    mostVideos: 10_000,
    changes: ALL_CHANGES,
  },
  {
    id: 'content-visibility',
    title: 'the same, `content-visibility` per chunk of cards',
    entry: 'content-visibility/index.ts',
    mostVideos: 10_000,
    changes: ALL_CHANGES,
  },
  {
    id: 'window',
    title: 'hand-written window over pages',
    entry: 'window/index.ts',
    knowsTotal: true,
    changes: ALL_CHANGES,
  },
  {
    id: 'lit-virtualizer',
    title: '@lit-labs/virtualizer grid',
    entry: 'lit-virtualizer/index.ts',
  },
  {id: 'tanstack-lit', title: '@tanstack/lit-virtual', entry: 'tanstack-lit/index.ts'},
  {id: 'react-virtua', title: 'React 19 + virtua grid', entry: 'react-virtua/index.tsx'},
  {
    id: 'ours-sparse',
    title: '**ours**, sparse: the proxy knows the total',
    listAttributes: PAGED,
    knowsTotal: true,
    changes: ['update', 'select'],
  },
  {
    id: 'ours-featured',
    title: '**ours**, sparse, with toolbar, selection and history',
    listAttributes: `${PAGED} toolbar="search order state" selection="multiple" history`,
    knowsTotal: true,
    onlyLoads: true,
  },
  {
    id: 'ours-grown',
    title: '**ours**, grown page by page',
    listAttributes: PAGED,
    grows: true,
    changes: ALL_CHANGES,
  },
  {
    id: 'ours-handed-over',
    title: '**ours**, `videos` handed over',
    entry: 'ours/handed-over.ts',
    listAttributes: '',
    changes: ALL_CHANGES,
  },
];

/** A page with the probe and nothing else: what every page costs. */
export const EMPTY: Contestant = {id: 'empty', title: 'empty page'};
