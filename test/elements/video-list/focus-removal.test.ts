import {assert} from '@open-wc/testing/pure';
import {html, type TemplateResult} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import type {Video} from '../../../src/model/video.js';
import {paged, pagesOf} from '../../support/test-server.js';
import {press} from '../../support/input.js';
import {isFocused, part, partsOf, renderSettled, settled, until} from '../../support/page.js';
import {anEnvelope, aRecord, recordsTitled, type WireRecord} from '../../support/records.js';
import {videosTitled} from '../../support/videos.js';

const titles = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

/** The card that has the focus or contains it. */
function focusedCard(list: VideoListElement): VideoCardElement | null | undefined {
  return list.shadowRoot?.activeElement?.closest<VideoCardElement>('[part=card]');
}

/** The title of the focused card. The focus is on the card if it is an option, otherwise on its link or button. */
function focusedTitle(list: VideoListElement): string | undefined {
  const card = focusedCard(list);
  if (!card) return undefined;
  const target = card.selectable ? card : card.shadowRoot?.querySelector('a, button');
  return target && isFocused(target) ? card.video?.title : undefined;
}

/** Id of a video with a generated title. */
const idOf = (title: string) => `id-${titles.indexOf(title) + 1}`;

const cardOf = (list: VideoListElement, title: string) =>
  (partsOf(list, 'card') as VideoCardElement[]).find(({video}) => video?.title === title);

/** Whether the list has a video, also if its card is not rendered: then the list announces the original number of items. */
const hasVideo = (list: VideoListElement, title: string) =>
  !!cardOf(list, title) || partsOf(list, 'card')[0]?.ariaSetSize === `${titles.length}`;

function isInView(card: Element): boolean {
  const {top, bottom} = card.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}

async function focusOn(list: VideoListElement, title: string) {
  await list.scrollToVideo(cardOf(list, title)?.video?.id ?? idOf(title));
  await until(() => !!cardOf(list, title));
  cardOf(list, title)?.focus();
  await until(() => focusedTitle(list) === title);
}

/** Kinds of cards of a list. */
const kinds: Readonly<Record<string, TemplateResult>> = {
  buttons: html`<video-list></video-list>`,
  links: html`<video-list card-href="/watch/{videoId}"></video-list>`,
  headings: html`<video-list heading-level="3"></video-list>`,
  'links with buttons of the page': html`<video-list
    card-href="/watch/{videoId}"
    .cardContent=${(video: Video) => html`<b slot="actions">${video.title}</b>`}
  ></video-list>`,
  options: html`<video-list selection="single"></video-list>`,
  'options that are selected': html`<video-list
    selection="multiple"
    value="id-1 id-4 id-8"
  ></video-list>`,
  'buttons in a row': html`<video-list layout="row"></video-list>`,
  'options in a row': html`<video-list layout="row" selection="multiple"></video-list>`,
  'buttons below each other': html`<video-list layout="list"></video-list>`,
  'options below each other': html`<video-list layout="list" selection="single"></video-list>`,
};

/** The removed videos, and the video that has the focus afterwards. */
const removals = [
  {what: 'the first video', removed: ['A'], next: 'B'},
  {what: 'one in the middle', removed: ['D'], next: 'E'},
  {what: 'the last video', removed: ['H'], next: 'G'},
  {what: 'one and those around it', removed: ['D', 'C', 'E'], next: 'G'},
] as const;

/** Ways to remove videos: each returns a function that makes the list show only the videos with these titles. */
const ways: Readonly<
  Record<string, (list: VideoListElement) => Promise<(rest: string[]) => void>>
> = {
  async 'videos that are set'(list) {
    const all = videosTitled(...titles);
    list.videos = all;
    await settled(list);
    return (rest) => {
      list.videos = all.filter(({title}) => rest.includes(title));
    };
  },
  async 'a refresh'(list) {
    const all = recordsTitled(...titles);
    let records = all;
    list.fetcher = () => Promise.resolve(Response.json(anEnvelope(records)));
    list.src = '/videos';
    await until(() => list.matches(':state(ready)'));
    return (rest) => {
      records = all.filter(({videoName}) => rest.includes(String(videoName)));
      void list.refresh();
    };
  },
};

describe('The focus of a <video-list> whose focused video is removed', () => {
  for (const [kind, template] of Object.entries(kinds)) {
    for (const [way, furnish] of Object.entries(ways)) {
      it(`goes to the card at its index: ${kind}, ${way}`, async () => {
        const list = await renderSettled(template);
        const show = await furnish(list);
        for (const {what, removed, next} of removals) {
          await focusOn(list, removed[0]);
          const gone: readonly string[] = removed;
          show(titles.filter((title) => !gone.includes(title)));
          await until(() => focusedTitle(list) === next);
          assert.isTrue(isInView(focusedCard(list)!), what);
          await settled(list);
          assert.equal(focusedTitle(list), next, what);
          show(titles);
          await until(() => list.matches(':state(ready)') && hasVideo(list, removed[0]));
          assert.equal(focusedTitle(list), next, `${what}, which comes back`);
        }
      });
    }
  }

  for (const selection of ['none', 'multiple'] as const) {
    it(`goes to the card at its index when a stream says so, selection=${selection}`, async () => {
      const server = await paged(recordsTitled(...titles));
      const list = await renderSettled(
        html`<video-list live selection=${selection} src=${server.url}></video-list>`,
      );
      await server.requests({count: 2});
      for (const [title, next] of [
        ['D', 'E'],
        ['A', 'B'],
        ['H', 'G'],
      ] as const) {
        const rest = recordsTitled(...titles).filter(({videoName}) => videoName !== title);
        await focusOn(list, title);
        await server.answer(pagesOf(rest));
        await server.push('{}');
        await until(() => focusedTitle(list) === next);
        await server.answer(pagesOf(recordsTitled(...titles)));
        await server.push('{}');
        await until(() => !!cardOf(list, title));
        assert.equal(focusedTitle(list), next);
      }
    });

    it(`stays at its index when all videos are others, selection=${selection}`, async () => {
      const list = await renderSettled(
        html`<video-list selection=${selection} .videos=${videosTitled(...titles)}></video-list>`,
      );
      await focusOn(list, 'C');
      list.videos = titles.map((title) => ({id: `other-${title}`, title: `Other ${title}`}));
      await until(() => focusedTitle(list) === 'Other C');
      list.videos = [{id: 'only', title: 'Only'}];
      await until(() => focusedTitle(list) === 'Only');
    });

    it(`goes to the last card when another page has fewer, selection=${selection}`, async () => {
      const {url} = await paged(recordsTitled(...titles));
      const list = await renderSettled(
        html`<video-list
          paging="pages"
          page-size="5"
          selection=${selection}
          src=${url}
        ></video-list>`,
      );
      await focusOn(list, 'D');
      list.page = 2;
      await until(() => focusedTitle(list) === 'H');
      assert.isTrue(isInView(focusedCard(list)!));
    });

    it(`goes on with the keyboard from there, selection=${selection}`, async () => {
      const all = videosTitled(...titles);
      const list = await renderSettled(
        html`<video-list selection=${selection} .videos=${all}></video-list>`,
      );
      await focusOn(list, 'C');
      list.videos = all.filter(({title}) => title !== 'C');
      await until(() => focusedTitle(list) === 'D');
      await press(selection === 'none' ? 'Tab' : 'ArrowRight');
      await until(() => focusedTitle(list) === 'E');
    });

    it(`is on the status line while the video at its index loads, selection=${selection}`, async () => {
      const list = await renderSettled(
        html`<video-list selection=${selection} page-size="50" src="/videos"></video-list>`,
      );
      let name = 'Old';
      let hold: Promise<unknown> = Promise.resolve();
      list.fetcher = async (address) => {
        const first = (Number(new URL(address).searchParams.get('pageIndex')) - 1) * 50;
        if (first > 0) await hold;
        const {data, ...envelope} = anEnvelope(recordsNamed(name, first, 50));
        return Response.json({...envelope, data: {...(data as object), total: 600}});
      };
      await list.refresh();
      await list.scrollToVideo('Old 50');
      await focusOn(list, 'Old 60');
      let release = () => {};
      hold = new Promise<void>((resolve) => (release = resolve));
      name = 'New';
      list.search = 'new';
      const isWaiting = () =>
        selection === 'none' ? isFocused(part(list, 'status')) : focusedCard(list)?.skeleton;
      await until(() => !!isWaiting());
      release();
      await until(() => focusedTitle(list) === 'New 60');
    });
  }

  it('goes from a button of the page in a card to the card at its index', async () => {
    const all = videosTitled(...titles);
    const list = await renderSettled(html`
      <video-list
        .videos=${all}
        .cardContent=${({title}: Video) => html`<button slot="actions">Save ${title}</button>`}
      ></video-list>
    `);
    cardOf(list, 'B')!.querySelector('button')!.focus();
    list.videos = all.filter(({title}) => title !== 'B');
    await until(() => focusedTitle(list) === 'C');
  });

  it('goes from there in another document, too', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const all = videosTitled(...titles);
    const list = await renderSettled(html`<video-list .videos=${all}></video-list>`);
    frame.contentDocument!.body.append(list);
    await until(() => !!cardOf(list, 'B'));
    frame.contentWindow!.focus();
    cardOf(list, 'B')!.focus();
    assert.equal(focusedCard(list)?.video?.title, 'B');
    list.videos = all.filter(({title}) => title !== 'B');
    await until(() => focusedCard(list)?.video?.title === 'C');
    frame.remove();
  });
});

describe('The focus on a card of a long <video-list> that is out of view', () => {
  const long = videosTitled(...Array.from({length: 600}, (_, index) => `Video ${index + 1}`));

  for (const selection of ['none', 'multiple'] as const) {
    async function away() {
      const list = await renderSettled(
        html`<video-list selection=${selection} .videos=${long}></video-list>`,
      );
      await focusOn(list, 'Video 2');
      scrollTo({top: 8000, behavior: 'instant'});
      await until(() => !isInView(focusedCard(list)!) && !!cardInView(list));
      return list;
    }

    it(`goes to the next card, which is made, without a scroll, selection=${selection}`, async () => {
      const list = await away();
      const {scrollY} = window;
      list.videos = long.filter(({title}) => title !== 'Video 2');
      await until(() => focusedTitle(list) === 'Video 3');
      assert.equal(window.scrollY, scrollY);
    });

    it(`stays on its video when that is elsewhere, selection=${selection}`, async () => {
      const list = await away();
      list.videos = long.toReversed();
      await settled(list);
      assert.equal(focusedTitle(list), 'Video 2');
      assert.equal(focusedCard(list)?.index, 598);
      assert.isTrue(!!cardInView(list), 'What is in view has cards.');
    });

    it(`comes into view when the list ends before it, selection=${selection}`, async () => {
      const list = await renderSettled(
        html`<video-list selection=${selection} .videos=${long}></video-list>`,
      );
      await list.scrollToVideo('id-400');
      await focusOn(list, 'Video 400');
      list.videos = long.slice(0, 100);
      await until(() => focusedTitle(list) === 'Video 100' && isInView(focusedCard(list)!));
    });
  }
});

function cardInView(list: VideoListElement) {
  return partsOf(list, 'card').find((card) => isInView(card) && card !== focusedCard(list));
}

function recordsNamed(name: string, first: number, length: number): WireRecord[] {
  return Array.from({length}, (_, index) => {
    const videoName = `${name} ${first + index + 1}`;
    return aRecord({videoId: videoName, videoName});
  });
}
