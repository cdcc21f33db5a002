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
  {name: 'Gallery', pages: [{file: 'index.html', name: 'Gallery'}]},
  {name: 'Five minutes', pages: [{file: 'five-minutes.html', name: 'Five minutes'}]},
  {
    name: 'Reference',
    pages: [
      {file: 'video-list.html', name: '<video-list>'},
      {file: 'video-card.html', name: '<video-card>'},
      {file: 'video-player.html', name: '<video-player>'},
      {file: 'resolution-badge.html', name: '<resolution-badge>'},
    ],
  },
  {name: 'Playground', pages: [{file: 'playground.html', name: 'Playground'}]},
  {
    name: 'Examples',
    pages: [
      {file: 'examples.html', name: 'HTML, React, Vue'},
      {file: 'player.html', name: 'Player'},
      {file: 'selection.html', name: 'Selection'},
      {file: 'keyboard.html', name: 'Keyboard'},
      {file: 'languages.html', name: 'Languages'},
      {file: 'themes.html', name: 'Themes'},
      {file: 'states.html', name: 'States'},
      {file: 'many.html', name: '100,000 videos'},
      {file: 'script-tag.html', name: 'Script tag'},
      {file: 'example.html', name: 'Vendor’s example'},
    ],
  },
];

/** Pages that nothing in the navigation leads to. */
export const otherFiles = ['watch.html'];

/** All files that become pages. */
export const pageFiles = [
  ...sections.flatMap(({pages}) => pages.map(({file}) => file)),
  ...otherFiles,
];
