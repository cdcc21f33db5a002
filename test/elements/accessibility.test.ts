import {assert} from '@open-wc/testing/pure';
import {emulateMedia} from '@web/test-runner-commands';
import {html, nothing, type TemplateResult} from 'lit';
import '../../src/define.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import type {Video} from '../../src/model/video.js';
import {accessibilityFaults} from '../support/axe.js';
import {isChromium} from '../support/engine.js';
import {answering, holding, pagesOf, type Answer, type TestServer} from '../support/test-server.js';
import {
  cardAt,
  cardsIn,
  hasPart,
  hasState,
  part,
  partsOf,
  render,
  settled,
  styleOf,
  until,
} from '../support/page.js';
import {anAnswer, aPageTitled} from '../support/records.js';
import {aVideo, COVER} from '../support/videos.js';

const videos: Video[] = [
  aVideo({id: 'id-1', coverUrl: COVER}),
  aVideo({id: 'id-2', title: '바다 산책', transcoding: 'transcoding'}),
  aVideo({id: 'id-3', title: 'نزهة', transcoding: 'failed', availability: 'unavailable'}),
  aVideo({id: 'id-4', title: '', transcoding: 'not-transcoded', encrypted: true}),
  aVideo({id: 'id-5', coverUrl: '/test-server/no-such-cover', resolutions: [{clarity: 'high'}]}),
  aVideo({id: 'id-6', resolutions: [{width: 720, height: 1280, clarity: 'live-recording'}]}),
];

const broken = anAnswer('Oops', 500);

/** Every state of a list, with a function that creates it. */
const STATES: Record<string, (server: TestServer) => TemplateResult> = {
  unconfigured: () => html`<video-list></video-list>`,
  loading: ({url}) => html`<video-list src=${url} page-size="4"></video-list>`,
  ready: () => html`<video-list current="id-2" .videos=${videos}></video-list>`,
  empty: () => html`<video-list .videos=${[]}></video-list>`,
  error: () => html`<video-list src="/test-server/no-such-address"></video-list>`,
};

const controls = 'search order category state transcoding';

/** Actions of a user, and the states that they lead to. */
const TOOLS: Record<string, {template: (url: string) => TemplateResult; answers: Answer[]}> = {
  'with a toolbar': {
    template: (url) =>
      html`<video-list src=${url} toolbar=${controls} .categories=${['nature']}></video-list>`,
    answers: [pagesOf(3)],
  },
  'with chips': {
    template: (url) =>
      html`<video-list
        src=${url}
        toolbar=${controls}
        search="sea"
        state="available"
        created-by="editor"
        .categories=${['nature']}
      ></video-list>`,
    answers: [pagesOf(3)],
  },
  'in which nothing is found': {
    template: (url) => html`<video-list src=${url} toolbar="search" search="unicorn"></video-list>`,
    answers: [pagesOf(0)],
  },
  'that can grow': {
    template: (url) => html`<video-list src=${url} paging="button" page-size="3"></video-list>`,
    answers: [pagesOf(9)],
  },
  'to select from': {
    template: () =>
      html`<video-list selection="single" value="id-2" .videos=${videos}></video-list>`,
    answers: [pagesOf(0)],
  },
  'to select several from': {
    template: () =>
      html`<video-list
        selection="multiple"
        playable-only
        required
        max="4"
        value="id-1 id-4"
        .videos=${videos}
      ></video-list>`,
    answers: [pagesOf(0)],
  },
  'to select several from, disabled': {
    template: () =>
      html`<video-list selection="multiple" disabled value="id-1" .videos=${videos}></video-list>`,
    answers: [pagesOf(0)],
  },
  'to select from, half of it on its way': {
    template: (url) =>
      html`<video-list selection="multiple" page-size="3" src=${url}></video-list>`,
    answers: [{...pagesOf(9, {total: true})}, {...pagesOf(9), held: true}],
  },
  'that could not grow': {
    template: (url) => html`<video-list src=${url} page-size="3"></video-list>`,
    answers: [pagesOf(9), broken],
  },
  'of pages, at the first': {
    template: (url) => html`<video-list src=${url} paging="pages" page-size="3"></video-list>`,
    answers: [pagesOf(9)],
  },
  'of pages, at the last': {
    template: (url) =>
      html`<video-list src=${url} paging="pages" page-size="3" page="3"></video-list>`,
    answers: [pagesOf(8)],
  },
};

/** A page with a colour scheme, like that of a browser, and with a menu and a search of its own, which have no names. */
function pageIn(scheme: string, content: TemplateResult) {
  return render<HTMLElement>(html`
    <main style="color-scheme: ${scheme}; background: Canvas; color: CanvasText; padding: 20px">
      <nav><button style="all: unset">Contact</button></nav>
      <form role="search"><button style="all: unset">Search the site</button></form>
      <h1>Videos</h1>
      ${content}
    </main>
  `);
}

/** Ends transitions at once, because intermediate colours are not what users read. */
function endAnimations(root: DocumentOrShadowRoot & ParentNode) {
  for (const animation of root.getAnimations()) animation.cancel();
  for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) endAnimations(shadowRoot);
}

async function faultsOf(page: HTMLElement) {
  endAnimations(document);
  return accessibilityFaults(page);
}

describe('axe-core finds no violation in', () => {
  for (const scheme of ['light', 'dark']) {
    for (const [state, template] of Object.entries(STATES)) {
      it(`a <video-list> that is ${state}, in ${scheme}`, async () => {
        const server = await holding(aPageTitled('First'));
        const page = await pageIn(scheme, template(server));
        const list = page.querySelector('video-list') as VideoListElement;
        if (state !== 'loading') await settled(list);
        assert.isTrue(hasState(list, state));
        assert.deepEqual(await faultsOf(page), []);
      });
    }

    for (const layout of ['list', 'row']) {
      it(`a <video-list> with layout="${layout}", in ${scheme}`, async () => {
        const page = await pageIn(
          scheme,
          html`<video-list layout=${layout} heading-level="2" .videos=${videos}></video-list>`,
        );
        await settled(page.querySelector('video-list') as VideoListElement);
        assert.deepEqual(await faultsOf(page), []);
      });
    }

    it(`a row in the middle, and one that is loading, in ${scheme}`, async () => {
      const server = await holding(aPageTitled('First'));
      const many = Array.from({length: 100}, (_, index) => aVideo({id: `id-${index}`}));
      const page = await pageIn(
        scheme,
        html`
          <video-list layout="row" .videos=${many}></video-list>
          <video-list layout="row" src=${server.url}></video-list>
        `,
      );
      const list = page.querySelector('video-list') as VideoListElement;
      await settled(list);
      await list.scrollToVideo('id-50');
      await until(() => part(list, 'backward').ariaDisabled === 'false');
      assert.deepEqual(await faultsOf(page), []);
    });

    it(`cards that the page renders itself, in ${scheme}`, async () => {
      const content = (video: Video, index: number) =>
        index % 2
          ? html`<p slot="content">${video.title}</p>`
          : html`<b slot="badges">New</b><span slot="meta">12 views</span>
              <button slot="actions">Save</button>`;
      const page = await pageIn(
        scheme,
        html`<video-list density="compact" .videos=${videos} .cardContent=${content}>
          <h2 slot="header">Lectures</h2>
          <b slot="toolbar">Uploads</b>
          <p slot="footer">That is all.</p>
        </video-list>`,
      );
      await settled(page.querySelector('video-list') as VideoListElement);
      assert.deepEqual(await faultsOf(page), []);
    });

    it(`a <video-list> whose refresh failed, in ${scheme}`, async () => {
      const {url} = await answering(aPageTitled('First'), broken);
      const page = await pageIn(scheme, html`<video-list src=${url}></video-list>`);
      const list = page.querySelector('video-list') as VideoListElement;
      await settled(list);
      await list.refresh();
      assert.isTrue(hasState(list, 'ready'));
      assert.deepEqual(await faultsOf(page), []);
    });

    for (const [what, {template, answers}] of Object.entries(TOOLS)) {
      it(`a <video-list> ${what}, in ${scheme}`, async () => {
        const {url} = await answering(...answers);
        const page = await pageIn(scheme, template(url));
        const list = page.querySelector('video-list') as VideoListElement;
        await settled(list);
        if (answers.includes(broken)) await until(() => hasPart(list, 'retry'));
        assert.deepEqual(await faultsOf(page), []);
      });
    }

    it(`two lists with a toolbar and page numbers, with and without names, in ${scheme}`, async () => {
      const {url} = await answering(pagesOf(9));
      const lists = [nothing, nothing, 'Lectures', 'Talks'].map(
        (name) =>
          html`<video-list
            aria-label=${name}
            src=${url}
            toolbar="search"
            paging="pages"
            page-size="3"
          ></video-list>`,
      );
      const page = await pageIn(scheme, html`${lists}`);
      const all = [...page.querySelectorAll('video-list')] as VideoListElement[];
      await Promise.all(all.map(settled));
      assert.deepEqual(
        all.map(
          (list) => list.shadowRoot!.querySelectorAll('[role=search], [role=navigation]').length,
        ),
        [0, 0, 2, 2],
      );
      assert.deepEqual(await faultsOf(page), []);
    });

    it(`a <video-list> that is growing, in ${scheme}`, async () => {
      const server = await answering(pagesOf(9), {...pagesOf(9), held: true});
      const page = await pageIn(
        scheme,
        html`<video-list src=${server.url} paging="button" page-size="3"></video-list>`,
      );
      const list = page.querySelector('video-list') as VideoListElement;
      await settled(list);
      part(list, 'more').click();
      await server.requests({count: 2});
      assert.equal(part(list, 'more').ariaDisabled, 'true');
      assert.deepEqual(await faultsOf(page), []);
    });

    it(`a long <video-list> after a jump to videos that have not loaded, in ${scheme}`, async () => {
      const answer = pagesOf(1000, {total: true});
      const server = await answering(answer, {...answer, held: true});
      const page = await pageIn(scheme, html`<video-list src=${server.url}></video-list>`);
      const list = page.querySelector('video-list') as VideoListElement;
      await settled(list);
      const link = part(cardAt(list, 0), 'link');
      link.focus();
      scrollTo({top: document.documentElement.scrollHeight / 2, behavior: 'instant'});
      await server.requests({count: 2});
      assert.isAbove(partsOf(list, 'card').length, 10);
      assert.deepEqual(await faultsOf(page), []);
      link.blur();
      list.requestUpdate();
      await list.updateComplete;
      assert.equal(cardsIn(list).length, 0);
      assert.deepEqual(await faultsOf(page), []);
      scrollTo({top: 0, behavior: 'instant'});
    });

    it(`a <video-list> of links, in ${scheme}`, async () => {
      const page = await pageIn(
        scheme,
        html`<video-list card-href="/watch/{videoId}" .videos=${videos}></video-list>`,
      );
      await settled(page.querySelector('video-list') as VideoListElement);
      assert.deepEqual(await faultsOf(page), []);
    });

    it(`cards and badges without a list, in ${scheme}`, async () => {
      const page = await pageIn(
        scheme,
        html`
          <video-card heading="Harbour" duration="65" state="failed" selected></video-card>
          <video-card href="/watch" .video=${videos[5] ?? nothing}></video-card>
          <video-card skeleton></video-card>
          <video-card></video-card>
          <resolution-badge width="1920" height="1080"></resolution-badge>
          <resolution-badge clarity="live-recording"></resolution-badge>
          <resolution-badge></resolution-badge>
        `,
      );
      assert.deepEqual(await faultsOf(page), []);
    });
  }

  if (isChromium) {
    it('a page in dark mode', async () => {
      await emulateMedia({colorScheme: 'dark'});
      const page = await pageIn('light dark', html`<video-list .videos=${videos}></video-list>`);
      const list = page.querySelector('video-list') as VideoListElement;
      await settled(list);
      assert.equal(styleOf(list, 'color'), 'rgb(242, 243, 245)');
      assert.deepEqual(await faultsOf(page), []);
      await emulateMedia({colorScheme: 'light'});
    });
  }
});

describe('The check itself', () => {
  it('finds a violation inside a shadow root', async () => {
    const page = await pageIn('light', html`<video-list .videos=${[]}></video-list>`);
    page.style.setProperty('--video-gallery-color', '#ddd');
    assert.match((await faultsOf(page)).join(), /color-contrast/);
  });
});
