import {answering} from '../support/test-server.js';

type View = Window & typeof globalThis;

/** A frame of the host page, with the gallery's script in it. */
async function openFrame(
  host: HTMLElement,
  style: string,
  doctype = '<!doctype html>',
): Promise<View> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `display: block; width: 100%; border: 0; ${style}`;
  frame.srcdoc = `${doctype}<meta charset="utf-8"><body style="margin: 0">
    <script type="module" src="/src/define.ts"></script>`;
  host.append(frame);
  await new Promise((resolve) => {
    frame.onload = resolve;
  });
  const view = frame.contentWindow as View;
  await view.customElements.whenDefined('video-list');
  return view;
}

/** A frame that scrolls by itself. */
export const framed = (host: HTMLElement) => openFrame(host, 'height: 500px');

/** A frame with a page without a doctype. */
export const quirky = (host: HTMLElement) => openFrame(host, 'height: 500px', '');

/** A frame that always has the height of its content, as with scripts for embedding. */
export async function autoHeight(host: HTMLElement): Promise<View> {
  const view = await openFrame(host, 'height: 150px');
  const {documentElement} = view.document;
  const frame = view.frameElement as HTMLElement;
  new view.ResizeObserver(() => {
    frame.style.height = `${documentElement.offsetHeight}px`;
  }).observe(documentElement);
  return view;
}

const GALLERY = '<script type="module" src="/src/define.ts"></script>';

const pageOf = (head: string, body = '') =>
  `<!doctype html><meta charset="utf-8">${head}<body style="margin: 0">${body}</body>`;

/** A frame with a page that has its own scripts, and the page that it navigates to. */
export const served =
  (scripts: string, next = '') =>
  async (host: HTMLElement): Promise<View> => {
    const head = scripts.replace('$', GALLERY);
    const html = {type: 'html'} as const;
    const {url} = await answering(
      {...html, body: pageOf(head)},
      {...html, body: pageOf(head, next)},
    );
    const frame = document.createElement('iframe');
    frame.style.cssText = 'display: block; width: 100%; border: 0; height: 500px';
    frame.src = url;
    host.append(frame);
    await new Promise((resolve) => {
      frame.onload = resolve;
    });
    const view = frame.contentWindow as View;
    await view.customElements.whenDefined('video-list');
    return view;
  };
