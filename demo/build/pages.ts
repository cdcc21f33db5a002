import {docsFiles} from './docs.js';

/** A page of the site. */
export interface PageLink {
  readonly file: string;
  /** Text of links to it. */
  readonly name: string;
}

/** Pages of one topic. The navigation links to the first one. */
export interface Section {
  readonly name: string;
  readonly pages: readonly PageLink[];
}

/** All sections, in the order of the navigation. */
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

/** All pages that have a file in demo/. */
export const pageFiles: readonly string[] = [
  ...Object.keys(otherPages),
  ...sections.flatMap(({pages}) => pages.map(({file}) => file)),
].filter((file) => !docsFiles.includes(file));
