import {videosTitled} from '../support/videos.js';
import {autoHeight, framed, quirky, served} from './frames.js';
import {atRest, nextFrame, within, type Scene} from './scene.js';
import {isFilled} from './sight.js';
import type {Situation} from './stage.js';

const find = (scene: Scene, selector: string) => scene.host.querySelector<HTMLElement>(selector)!;

/** Waits for an animation of the host page. */
const animated = (element: Element) =>
  Promise.all(element.getAnimations().map(({finished}) => finished));

/** Scrolls the window, and waits until the list has followed. */
async function scrollBy(scene: Scene, distance: number) {
  window.scrollBy({top: distance, behavior: 'instant'});
  await nextFrame();
  await within('filled after a scroll', () => isFilled(scene));
}

/** Hides the parent of a scrolled list, runs a change, and shows it again. */
async function whileHidden(scene: Scene, change: () => void) {
  await scrollBy(scene, 6000);
  const tab = find(scene, '#tab');
  tab.hidden = true;
  await nextFrame();
  change();
  await nextFrame();
  await nextFrame();
  tab.hidden = false;
}

/** Removes a list from the page, and inserts it again a frame later. */
async function moveThrough(scene: Scene, place: ParentNode) {
  const home = scene.list.parentElement!;
  place.append(scene.list);
  await nextFrame();
  home.append(scene.list);
  await atRest(scene.list);
}

function otherDocument(scene: Scene): Document {
  const frame = document.createElement('iframe');
  scene.host.append(frame);
  return frame.contentDocument!;
}

/** The next page, with the element into which the preserved list moves. */
const preserved = '<p>Another page</p><div id="keep" hx-preserve data-turbo-permanent></div>';
const preserving = '<div id="page"><div id="keep" hx-preserve data-turbo-permanent>$</div></div>';

/** Makes htmx replace the elements around a list. */
async function swapByHtmx({view, list}: Scene) {
  const {htmx} = view as unknown as {htmx: {ajax(...args: unknown[]): Promise<void>}};
  await htmx.ajax('GET', view.location.href, {target: '#page', swap: 'innerHTML'});
  await within('the other page is there', () => list.isConnected);
}

/** Makes Turbo navigate to another page. */
async function visitByTurbo({view, list}: Scene) {
  const {Turbo} = view as unknown as {Turbo: {visit(url: string): void}};
  Turbo.visit(`${view.location.href}?next`);
  await within('the other page is there', () => !!view.document.querySelector('p'), 5000);
  await within('the list is there', () => list.isConnected);
}

/** Scrolls a host page to the list in its frame, when the frame is high enough. */
async function scrollToFrame() {
  const page = document.documentElement;
  await within('the frame has grown', () => page.scrollHeight > 5000, 5000);
  window.scrollTo({top: 900, behavior: 'instant'});
}

const zoomed = (zoom: number): Situation[] => [
  {name: `zoom: ${zoom} on an ancestor`, host: `<div style="zoom: ${zoom}">$</div>`, total: 3000},
  {name: `zoom: ${zoom} on the page`, css: `html {zoom: ${zoom}}`, total: 3000},
];

const scaled = (scale: number): Situation => ({
  name: `transform: scale(${scale})`,
  host: `<div style="transform: scale(${scale}); transform-origin: 0 0; width: ${100 / Math.max(scale, 1)}%">$</div>`,
  total: 3000,
});

/** An ordinary page. */
export const plain: readonly Situation[] = [
  {name: 'plain'},
  {name: 'plain, all handed over', handedOver: true, total: 3000},
  {name: 'plain, 100,000', total: 100_000},
];

/** Containers that determine the width of a list. */
export const boxes: readonly Situation[] = [
  {name: 'a flex row', host: '<div style="display: flex"><main>$</main></div>'},
  {
    name: 'a flex row beside a side bar',
    host: '<div style="display: flex"><nav style="width: 200px; flex: none">Menu</nav><main>$</main></div>',
  },
  {
    name: 'a flex column that centres',
    host: '<div style="display: flex; flex-direction: column; align-items: center">$</div>',
  },
  {name: 'a CSS grid', host: '<div style="display: grid"><main>$</main></div>'},
  {
    name: 'a CSS grid with columns of their own width',
    host: '<div style="display: grid; grid-template-columns: auto auto; justify-content: start"><nav>Menu</nav><main>$</main></div>',
  },
  {name: 'a table cell', host: '<table><tr><td>Menu</td><td>$</td></tr></table>'},
  {name: 'a fieldset', host: '<form><fieldset><legend>Videos</legend>$</fieldset></form>'},
  {name: 'a centred column', host: '<div style="max-width: 500px; margin: auto">$</div>'},
  {name: 'a float', host: '<div style="float: left">$</div>'},
  {name: 'an absolutely positioned box', host: '<div style="position: absolute">$</div>'},
  {name: 'an inline block', host: '<div style="display: inline-block">$</div>'},
  {
    name: 'a row in a flex row',
    host: '<div style="display: flex"><main>$</main></div>',
    attributes: 'layout="row"',
  },
  {
    name: 'a row in a CSS grid',
    host: '<div style="display: grid">$</div>',
    attributes: 'layout="row"',
  },
  {
    name: 'a row in a table cell',
    host: '<table><tr><td>$</td></tr></table>',
    attributes: 'layout="row"',
  },
  {name: 'a row in a float', host: '<div style="float: left">$</div>', attributes: 'layout="row"'},
  {
    name: 'a list in a flex row',
    host: '<div style="display: flex"><main>$</main></div>',
    attributes: 'layout="list"',
  },
];

/** Containers that are hidden at first or temporarily. */
export const hidden: readonly Situation[] = [
  {
    name: 'a dialog',
    host: '<dialog><h2>Choose</h2>$</dialog>',
    then: (scene) => (find(scene, 'dialog') as HTMLDialogElement).showModal(),
  },
  {
    name: 'a dialog in a box that cuts off',
    host: '<div style="height: 10px; overflow: hidden"><dialog>$</dialog></div>',
    then: (scene) => (find(scene, 'dialog') as HTMLDialogElement).showModal(),
  },
  {
    name: 'a dialog with a row',
    host: '<dialog>$</dialog>',
    attributes: 'layout="row"',
    then: (scene) => (find(scene, 'dialog') as HTMLDialogElement).showModal(),
  },
  {
    name: 'a popover',
    host: '<div popover style="max-height: 80vh">$</div>',
    then: (scene) => find(scene, '[popover]').showPopover(),
  },
  {
    name: 'details that open',
    host: '<details><summary>Videos</summary>$</details>',
    then: (scene) => find(scene, 'details').setAttribute('open', ''),
  },
  {
    name: 'a tab that is hidden at first',
    host: '<div id="tab" hidden>$</div>',
    then: (scene) => void (find(scene, '#tab').hidden = false),
  },
  {
    name: 'hidden, refreshed, shown',
    host: '<div id="tab">$</div>',
    then: (scene) => whileHidden(scene, () => void scene.list.refresh()),
  },
  {
    name: 'hidden, changed, shown',
    host: '<div id="tab">$</div>',
    handedOver: true,
    then: (scene) =>
      whileHidden(scene, () => (scene.list.videos = scene.list.videos!.toReversed())),
  },
  {
    name: 'hidden, shown',
    host: '<div id="tab">$</div>',
    then: (scene) => whileHidden(scene, () => undefined),
  },
  {name: 'content-visibility: auto', host: '<div style="content-visibility: auto">$</div>'},
];

/** Containers that scroll, grow, or move without scrolling. */
export const growth: readonly Situation[] = [
  {
    name: 'a box that grows from 0',
    host: '<div id="box" style="height: 0; overflow: auto">$</div>',
    then: (scene) => void (find(scene, '#box').style.height = '500px'),
  },
  {
    name: 'a box that grows by 5 times',
    host: '<div id="box" style="height: 100px; overflow: auto">$</div>',
    then: async (scene) => {
      await atRest(scene.list);
      find(scene, '#box').style.height = '500px';
    },
  },
  {
    name: 'a box that becomes wide',
    host: '<div id="box" style="width: 260px">$</div>',
    then: async (scene) => {
      await atRest(scene.list);
      find(scene, '#box').style.width = '780px';
    },
  },
  {
    name: 'a row that becomes wide',
    attributes: 'layout="row"',
    host: '<div id="box" style="width: 100px">$</div>',
    then: async (scene) => {
      await atRest(scene.list);
      find(scene, '#box').style.width = '780px';
    },
  },
  {
    name: 'content above that closes',
    host: '<details open><summary>Help</summary><div style="height: 3000px"></div></details>$',
    then: async (scene) => {
      await atRest(scene.list);
      find(scene, 'details').removeAttribute('open');
    },
  },
  {
    name: 'content above that closes far down',
    host: '<details open><summary>Help</summary><div style="height: 3000px"></div></details>$',
    then: async (scene) => {
      await scrollBy(scene, 6000);
      find(scene, 'details').removeAttribute('open');
    },
  },
  {name: 'a list that scrolls itself', css: 'video-list {height: 400px; overflow: auto}'},
  {name: 'a list that is a flex box', css: 'video-list {display: flex; flex-direction: column}'},
  {
    name: 'a page that is fixed while a dialog is open',
    then: async (scene) => {
      await scrollBy(scene, 3000);
      const {style} = document.body;
      style.cssText = 'position: fixed; top: -3000px; inset-inline: 0';
      await nextFrame();
      await nextFrame();
      style.cssText = '';
      window.scrollTo({top: 3000, behavior: 'instant'});
    },
  },
  {
    name: 'a slot in a box that scrolls',
    host: '<div id="box">$</div>',
    then: (scene) => {
      const box = '<div style="height: 400px; overflow: auto"><slot></slot></div>';
      find(scene, '#box').attachShadow({mode: 'open'}).innerHTML = box;
    },
  },
  {name: 'a box that scrolls', host: '<div style="height: 400px; overflow: auto">$</div>'},
  {
    name: 'a box that scrolls in one that does',
    host: '<div style="height: 500px; overflow: auto"><div style="height: 400px; overflow: auto">$</div></div>',
  },
  {
    name: 'a box that scrolls with the list absolute in it',
    host: '<div style="height: 400px; overflow: auto; position: relative"><div style="overflow: hidden"><div style="position: absolute; inset: 0 0 auto">$</div></div></div>',
  },
  {
    name: 'a fixed box that scrolls',
    host: '<div style="height: 10px; overflow: hidden"><div style="position: fixed; inset: 0; overflow: auto">$</div></div>',
  },
  {
    name: 'a body that scrolls',
    css: 'html {height: 100%; overflow: hidden} body {height: 100%; margin: 0; overflow: auto}',
  },
];

/** Screen pixels that differ from layout pixels. */
export const lengths: readonly Situation[] = [
  ...[0.8, 1.25, 2].flatMap(zoomed),
  ...[0.8, 1.5].map(scaled),
  {
    name: 'zoom in a box that scrolls',
    host: '<div style="height: 400px; overflow: auto; zoom: 1.25">$</div>',
    total: 3000,
  },
  {
    name: 'a row with zoom: 1.25',
    host: '<div style="zoom: 1.25">$</div>',
    attributes: 'layout="row"',
  },
  {
    name: 'zoom that changes',
    host: '<div id="box">$</div>',
    then: async (scene) => {
      await atRest(scene.list);
      find(scene, '#box').style.zoom = '0.5';
    },
  },
  {
    name: 'a modal that opens from scale(0)',
    host: '<div id="modal" style="transform: scale(0); transition: transform 0.3s">$</div>',
    then: async (scene) => {
      await atRest(scene.list);
      const modal = find(scene, '#modal');
      modal.style.transform = 'scale(1)';
      await nextFrame();
      await animated(modal);
    },
  },
  {
    name: 'a drawer that slides in',
    host: '<div id="modal" style="position: fixed; inset: 0; overflow: auto; transform: translateX(100%); transition: transform 0.3s">$</div>',
    then: async (scene) => {
      await atRest(scene.list);
      const modal = find(scene, '#modal');
      modal.style.transform = 'none';
      await nextFrame();
      await animated(modal);
    },
  },
];

/** Frames. */
export const frames: readonly Situation[] = [
  {name: 'an iframe', frame: framed},
  {name: 'an iframe as high as its content', frame: autoHeight, total: 3000},
  {
    name: 'an iframe as high as its content, below other things',
    frame: autoHeight,
    host: '<div style="height: 900px"></div>$',
    total: 3000,
    then: scrollToFrame,
  },
];

/** Styles for a whole page. */
export const pages: readonly Situation[] = [
  {name: 'scroll-behavior: smooth', css: 'html {scroll-behavior: smooth}', total: 3000},
  {name: 'right to left', root: {dir: 'rtl'}},
  {name: 'a row, right to left', root: {dir: 'rtl'}, attributes: 'layout="row"'},
  {
    name: 'vertical writing',
    css: 'html {writing-mode: vertical-rl}',
    host: '<div style="writing-mode: horizontal-tb">$</div>',
  },
  {name: 'vertical writing around the list', css: 'html {writing-mode: vertical-rl}'},
  {name: 'html and body cut off sideways', css: 'html, body {overflow-x: hidden}'},
  {name: 'a transition of everything', css: '* {transition: all 0.3s}'},
  {name: 'a language that no browser knows', root: {lang: 'zh_CN.UTF-8'}},
  {name: 'quirks mode', frame: quirky},
  {
    name: 'text of no size',
    css: 'body {font-size: 0; line-height: 0; text-indent: -9999px; letter-spacing: 1em; white-space: nowrap}',
  },
  {name: 'html {font-size: 62.5%}', css: 'html {font-size: 62.5%}'},
  {
    name: 'a reset of everything',
    css: '* {margin: 0; padding: 0; box-sizing: border-box; line-height: 1} div {display: block}',
  },
];

/** Lists that are moved in the document. */
export const moves: readonly Situation[] = [
  {
    name: 'moved by append',
    host: '<div id="a">$</div><div id="b"></div>',
    then: async (scene) => {
      await atRest(scene.list);
      find(scene, '#b').append(scene.list);
    },
  },
  {
    name: 'moved by moveBefore',
    host: '<div id="a">$</div><div id="b"></div>',
    then: async (scene) => {
      await atRest(scene.list);
      const to = find(scene, '#b') as HTMLElement & {moveBefore?: Element['insertBefore']};
      if (to.moveBefore) to.moveBefore(scene.list, null);
      else to.append(scene.list);
    },
  },
  {
    name: 'moved while it loads',
    host: '<div id="a">$</div><div id="b"></div>',
    then: (scene) => {
      void scene.list.refresh();
      find(scene, '#b').append(scene.list);
    },
  },
  {
    name: 'moved through another document',
    then: (scene) => moveThrough(scene, otherDocument(scene).body),
  },
  {
    name: 'moved through a template',
    then: (scene) => moveThrough(scene, document.createElement('template').content),
  },
  {
    name: 'moved through a document of DOMParser',
    then: (scene) => moveThrough(scene, new DOMParser().parseFromString('', 'text/html').body),
  },
  {
    name: 'out for a while',
    then: async (scene) => {
      const home = scene.list.parentElement!;
      scene.list.remove();
      await nextFrame();
      home.append(scene.list);
    },
  },
  {name: 'fewer videos than a view', total: 2, handedOver: true},
  {
    name: 'videos that are replaced',
    handedOver: true,
    total: 20,
    then: async (scene) => {
      await atRest(scene.list);
      scene.list.videos = videosTitled(...Array.from({length: 20}, (_, index) => `New ${index}`));
    },
  },
];

const OWN_CARD = `<script>
  customElements.define('video-card', class extends HTMLElement {
    connectedCallback() {
      this.textContent = 'Another card';
    }
  });
</script>`;

/** Other scripts on a page. */
export const scripts: readonly Situation[] = [
  {name: 'an element of its own called video-card', frame: served(`${OWN_CARD}$`)},
  {
    name: 'a copy of the script before',
    frame: served('<script type="module" src="/bundles/define.js"></script>$'),
  },
  {
    name: 'a copy of the script after',
    frame: served('$<script type="module" src="/bundles/define.js"></script>'),
  },
  {
    name: 'cards of another copy of the script',
    frame: served('<script type="module" src="/bundles/define/video-card.js"></script>$'),
  },
  {
    name: 'a copy of Lit',
    frame: served(
      '<script type="module" src="/node_modules/lit/index.js"></script><script type="module" src="/bundles/define.js"></script>',
    ),
  },
  {
    name: 'htmx 1.9, hx-preserve',
    host: preserving,
    frame: served('<script src="/node_modules/htmx1/dist/htmx.min.js"></script>$', preserved),
    then: swapByHtmx,
  },
  {
    name: 'htmx 2, hx-preserve',
    host: preserving,
    frame: served('<script src="/node_modules/htmx.org/dist/htmx.min.js"></script>$', preserved),
    then: swapByHtmx,
  },
  {
    name: 'Turbo, data-turbo-permanent',
    host: preserving,
    frame: served(
      '<script src="/node_modules/@hotwired/turbo/dist/turbo.es2017-umd.js"></script>$',
      preserved,
    ),
    then: visitByTurbo,
  },
];
