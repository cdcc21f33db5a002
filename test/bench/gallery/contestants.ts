/** Something that shows videos, or a page to compare its figures with. */
export interface Contestant {
  /** Names it on the command line, and its folder and script. */
  readonly id: string;
  readonly title: string;
  /** Module below `alternatives/`; none for a page without a script of its own. */
  readonly entry?: string;
  /** Whether the page has our built script and our element, with these attributes. */
  readonly listAttributes?: string;
  /** Whether the server says how long the list is. */
  readonly knowsTotal?: boolean;
  /** Whether it comes to its full length only by asking for page after page. */
  readonly grows?: boolean;
  /** The most videos it is tried with: a document of a million nodes says nothing new. */
  readonly mostVideos?: number;
  /** Whether only its load is measured: it scrolls like another one. */
  readonly onlyLoads?: boolean;
  /** What can be changed once it stands. */
  readonly changes?: readonly Change[];
}

/** A change whose cost is measured. */
export type Change = 'update' | 'append' | 'select';

/** What all ratios refer to. */
export const REFERENCE = 'dom';

const PAGED = 'page-size="50" paging="auto" auto-pages="Infinity"';
const ALL_CHANGES: readonly Change[] = ['update', 'append', 'select'];

/** What the tables show, in their order. */
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
