import '../../src/define.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import {furnish, listMarkup, type ListSetup, type Scene} from './scene.js';

/** A situation of a list in a host page. */
export interface Situation extends ListSetup {
  readonly name: string;
  /** The markup of the host page. `$` is replaced by the list. */
  readonly host?: string;
  /** CSS of the host page. */
  readonly css?: string;
  /** Attributes of the host page's root element. */
  readonly root?: Readonly<Record<string, string>>;
  /** Puts the list into a frame. */
  readonly frame?: (host: HTMLElement) => Promise<Window & typeof globalThis>;
  /** Runs when the list has been inserted. */
  readonly then?: (scene: Scene) => Promise<void> | void;
}

/** Builds the host page of a situation, and runs its `then`. */
export async function enter(situation: Situation): Promise<Scene & {leave(): void}> {
  const {host: markup = '$', css = '', root = {}} = situation;
  const faults: string[] = [];
  const host = document.createElement('div');
  document.body.append(host);
  const view = (await situation.frame?.(host)) ?? window;
  const stopListening = [...new Set([window, view])].map((each) => listenForFaults(each, faults));
  const {document: page} = view;
  const sheet = page.createElement('style');
  sheet.textContent = css;
  page.head.append(sheet);
  for (const [name, value] of Object.entries(root)) page.documentElement.setAttribute(name, value);
  const stage = view === window ? host : page.body;
  stage.innerHTML = markup.replace('$', listMarkup(situation));
  const list = stage.querySelector('video-list') as VideoListElement;
  const requests = furnish(list, situation);
  const total = situation.total ?? 600;
  const scene = {host: stage, list, view, total, requests, faults};
  await loaded(list);
  await situation.then?.(scene);
  const leave = () => {
    for (const stop of stopListening) stop();
    for (const name of Object.keys(root)) page.documentElement.removeAttribute(name);
    list.remove();
    sheet.remove();
    host.remove();
    window.scrollTo({top: 0, left: 0, behavior: 'instant'});
  };
  return {...scene, leave};
}

async function loaded(list: VideoListElement) {
  if (list.videos) await list.updateComplete;
  else {
    await new Promise((resolve) => {
      list.addEventListener('video-list-load', resolve, {once: true});
    });
  }
}

/** Collects the errors of a window. */
function listenForFaults(view: Window & typeof globalThis, faults: string[]) {
  const hear = (event: ErrorEvent | PromiseRejectionEvent) => {
    faults.push(String('reason' in event ? event.reason : event.message));
  };
  view.addEventListener('error', hear);
  view.addEventListener('unhandledrejection', hear);
  return () => {
    view.removeEventListener('error', hear);
    view.removeEventListener('unhandledrejection', hear);
  };
}
