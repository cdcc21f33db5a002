import {connect} from './proxy.js';

/** The events of the elements, and the text that the event log shows for each. */
const events = {
  'video-list-load': ({page}) => `${page.videos.length} videos`,
  'video-list-error': ({error}) => error.code,
  'video-list-unauthorized': () => 'a new token is needed',
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
 * Creates an element from the markup of a tag without content. Does not use `innerHTML`, because the policy of the site
 * (Trusted Types) allows it only for the gallery.
 *
 * @param log - Called with a line of text for each event of the element.
 */
export function makeElement(markup, log) {
  const [, tagName, attributes] = /^<([\w-]+)\s*([^]*?)><\//.exec(markup);
  const element = document.createElement(tagName);
  for (const [, name, value = ''] of attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) {
    element.setAttribute(name, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
  }
  if (tagName === 'video-list' || tagName === 'video-player') connect(element);
  for (const [type, describe] of Object.entries(events)) {
    element.addEventListener(type, ({detail}) => log(`${type}: ${describe(detail)}`));
  }
  return element;
}
