import {assert} from '@open-wc/testing/pure';
import {answering} from '../support/test-server.js';

/** Markup to measure, and the widths of its container. */
const scenes = {
  'a list': '<video-list></video-list>',
  'a compact list': '<video-list density="compact"></video-list>',
  'a spacious list': '<video-list density="spacious"></video-list>',
  'a list with covers beside the text': '<video-list layout="list"></video-list>',
  'a compact list with covers beside the text':
    '<video-list layout="list" density="compact"></video-list>',
  'a row': '<video-list layout="row"></video-list>',
  'a spacious row': '<video-list layout="row" density="spacious"></video-list>',
  'a card': '<video-card heading="Harbour"></video-card>',
  'a card with its cover beside the text':
    '<video-card heading="Harbour" layout="list"></video-card>',
  'a player': '<video-player></video-player>',
  'a square player': '<video-player style="--video-player-aspect-ratio: 1"></video-player>',
  'a low player': '<video-player style="--video-player-max-height: 120px"></video-player>',
  'a badge': '<resolution-badge height="1080">Full HD</resolution-badge>',
};
/** Values that are not lengths: the reserved height is that of the default, which is better than none. */
const approximate = {
  'text of the height of its content':
    '<video-card style="--video-card-body-height: auto; width: 160px"></video-card>',
  'columns in percent': '<video-list style="--video-list-column: 30%"></video-list>',
  'columns with a percentage in them':
    '<video-list density="compact" style="--video-list-column: max(9rem, 100% / 6)"></video-list>',
  'a row with columns in percent':
    '<video-list layout="row" style="--video-list-column: 80%"></video-list>',
};
const widths = [280, 358, 499.5, 500, 760, 1200, 1880];

const heightsOf = (boxes: readonly HTMLElement[]) =>
  boxes.map((box) => box.getBoundingClientRect().height);

describe('The style sheet for pages without the script', () => {
  let link: HTMLLinkElement;

  before(async () => {
    assert.isUndefined(customElements.get('video-list'), 'Nothing may have been registered yet.');
    link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = new URL('../../src/loading.css', import.meta.url).href;
    const loaded = new Promise((resolve) => link.addEventListener('load', resolve, {once: true}));
    document.head.append(link);
    await loaded;
  });

  after(() => link.remove());

  it('reserves the height of the loaded elements', async () => {
    const {url} = await answering({held: true});
    const all = Object.entries(scenes).flatMap(([name, markup]) =>
      widths.map((width) => {
        const box = document.createElement('div');
        box.style.inlineSize = `${width}px`;
        // A row extends beyond its margins.
        box.style.display = 'flow-root';
        box.innerHTML = markup.replace('<video-list', `<video-list src="${url}"`);
        document.body.append(box);
        return {name: `${name} in ${width} pixels`, box};
      }),
    );
    const boxes = all.map(({box}) => box);
    for (const [what, markup] of Object.entries(approximate)) {
      const box = document.createElement('div');
      box.innerHTML = markup;
      document.body.append(box);
      assert.isAbove(box.getBoundingClientRect().height, 90, what);
      box.remove();
    }
    const before = heightsOf(boxes);
    // First, because the requests of the lists are held, and would hold up its modules.
    await import('../../src/define/player.js');
    await import('../../src/define.js');
    const elements = boxes.map(
      (box) => box.firstElementChild as HTMLElement & {drawn?: unknown; updateComplete: unknown},
    );
    // The first rendering, because modules of features may wait behind the held requests.
    await Promise.all(elements.map((element) => element.drawn ?? element.updateComplete));
    const after = heightsOf(boxes);
    for (const [index, {name}] of all.entries()) {
      assert.isAbove(before[index] ?? 0, 10, name);
      assert.closeTo(before[index] ?? 0, after[index] ?? 0, 1, name);
    }
    for (const box of boxes) box.remove();
  });
});
