import {connect} from './proxy.js';

/** Everything that our elements tell, and what a line about it says. */
const events = {
  'video-list-load': ({page}) => `${page.videos.length} videos`,
  'video-list-error': ({error}) => error.code,
  'video-list-unauthorized': () => 'a fresh token is needed',
  'video-list-filter': ({filters}) => JSON.stringify(filters),
  'video-select': ({video, index, trigger}) => `${video.title}, card ${index}, by ${trigger}`,
  'video-play': ({video}) => video.title,
  'video-quality': ({quality}) => quality,
  'video-step': ({step}) => (step > 0 ? 'next' : 'previous'),
  'video-ended': ({video}) => video.title,
  'video-error': ({error}) => error.reason,
  'selection-change': ({videos}) => `${videos.length} selected`,
};

/**
 * An element from a tag without content. Not by a parser of HTML: the site's policy allows that to the gallery alone.
 *
 * @param hear - Called with a line about each of its events.
 */
export function makeElement(markup, hear) {
  const [, tagName, attributes] = /^<([\w-]+)\s*([^]*?)><\//.exec(markup);
  const element = document.createElement(tagName);
  for (const [, name, value = ''] of attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
    element.setAttribute(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  if (tagName === 'video-list' || tagName === 'video-player') connect(element);
  for (const [type, describe] of Object.entries(events)) {
    element.addEventListener(type, ({detail}) => hear(`${type}: ${describe(detail)}`));
  }
  return element;
}
