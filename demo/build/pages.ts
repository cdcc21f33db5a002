import {docsFiles} from './docs.js';

/** A page of the site, by its file. */
export interface PageLink {
  readonly file: string;
  /** What links call it. */
  readonly name: string;
}

/** Pages that belong together; the first is what the navigation leads to. */
export interface Section {
  readonly name: string;
  readonly pages: readonly PageLink[];
}

/** The whole site, in the order of its navigation. */
export const sections: readonly Section[] = [
  {name: 'Get started', pages: [{file: 'five-minutes.html', name: 'Five minutes'}]},
  {name: 'Docs', pages: docsFiles.map((file) => ({file, name: file}))},
  {
    name: 'Reference',
    pages: [
      {file: 'video-list.html', name: '<video-list>'},
      {file: 'video-card.html', name: '<video-card>'},
      {file: 'video-player.html', name: '<video-player>'},
      {file: 'resolution-badge.html', name: '<resolution-badge>'},
    ],
  },
  {
    name: 'Examples',
    pages: [
      {file: 'examples.html', name: 'HTML, React, Vue'},
      {file: 'player.html', name: 'Player'},
      {file: 'selection.html', name: 'Selection'},
      {file: 'themes.html', name: 'Themes'},
      {file: 'languages.html', name: 'Languages'},
      {file: 'keyboard.html', name: 'Keyboard'},
      {file: 'states.html', name: 'States'},
      {file: 'many.html', name: '100,000 videos'},
      {file: 'script-tag.html', name: 'Script tag'},
      {file: 'example.html', name: 'Vendor’s example'},
    ],
  },
  {name: 'Playground', pages: [{file: 'playground.html', name: 'Playground'}]},
];

/** Pages that are not in the navigation, and the section that they belong to. */
export const otherPages: Readonly<Record<string, string | undefined>> = {
  'index.html': undefined,
  'watch.html': 'Examples',
  'posted.html': 'Examples',
};

/** The files that become pages and are written by hand. */
export const pageFiles: readonly string[] = [
  ...Object.keys(otherPages),
  ...sections.flatMap(({pages}) => pages.map(({file}) => file)),
].filter((file) => !docsFiles.includes(file));
