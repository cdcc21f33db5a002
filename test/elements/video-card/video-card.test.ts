import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import {videoDate} from '../../../src/elements/video-card/video-date.js';
import {videoFromAttributes} from '../../../src/elements/video-card/video-from-attributes.js';
import {stringsFor} from '../../../src/languages/registry.js';
import {hasPart, part, partsOf, render, styleOf, textOf} from '../../support/page.js';
import {aVideo, COVER} from '../../support/videos.js';

/** The description that a screen reader says after the title. */
function described(card: VideoCardElement): string {
  const id = part(card, 'link').getAttribute('aria-describedby') ?? '';
  return card.shadowRoot?.getElementById(id)?.textContent ?? '';
}

/** The texts that a screen reader finds, in order. */
function spokenTexts(root: ParentNode): string[] {
  return [...root.children].flatMap((element) => {
    if (element.ariaHidden === 'true') return [];
    return element.children.length > 0 ? spokenTexts(element) : element.textContent.trim() || [];
  });
}

const shownStates = (card: Element) => partsOf(card, 'state').map((chip) => chip.textContent);

describe('<video-card>', () => {
  it('accepts an attribute for a property', async () => {
    const card = await render<VideoCardElement>(
      html`<video-card heading="Harbour" duration="65" video-id="id-9" index="3"></video-card>`,
    );
    assert.deepInclude(card, {heading: 'Harbour', duration: 65, videoId: 'id-9', index: 3});
  });

  it('is empty with a bare tag', async () => {
    const card = await render(html`<video-card></video-card>`);
    assert.equal(card.shadowRoot?.textContent.trim(), '');
    assert.isFalse(hasPart(card, 'link'));
  });

  it('shows title, duration, quality and date of a video', async () => {
    const card = await render(html`<video-card lang="en" .video=${aVideo()}></video-card>`);
    assert.equal(textOf(card, 'title'), 'A walk by the sea');
    assert.equal(textOf(card, 'duration'), '1:05');
    assert.equal(textOf(card, 'badge-base'), 'Full HD');
    assert.equal(textOf(card, 'meta'), 'Mar 1, 2024');
  });

  it('shows the day of creation rather than that of the upload', async () => {
    const video = aVideo({createdAtMs: Date.UTC(2023, 11, 24, 12)});
    const card = await render(html`<video-card lang="en" .video=${video}></video-card>`);
    assert.equal(textOf(card, 'meta'), 'Dec 24, 2023');
  });

  it('writes dates as the nearest language of the page does', async () => {
    const card = html`<video-card .video=${aVideo()}></video-card>`;
    const scene = await render(html`<div lang="de">${card}</div>`);
    assert.equal(textOf(scene.firstElementChild as Element, 'meta'), '01.03.2024');
  });

  it('ignores an invalid language', async () => {
    const card = await render(html`<video-card lang="no such" .video=${aVideo()}></video-card>`);
    assert.match(textOf(card, 'meta'), /2024/);
  });

  it('shows the same from plain attributes', async () => {
    const card = await render<VideoCardElement>(html`
      <video-card
        lang="en"
        heading="Harbour"
        duration="3605"
        width="1080"
        height="1920"
        uploaded="2024-03-01 20:00:00"
        state="unavailable encrypted"
      ></video-card>
    `);
    assert.equal(textOf(card, 'title'), 'Harbour');
    assert.equal(textOf(card, 'duration'), '1:00:05');
    assert.equal(textOf(card, 'badge-base'), 'Full HD');
    assert.equal(textOf(card, 'meta'), 'Mar 1, 2024');
    assert.deepEqual(shownStates(card), ['Unavailable', 'Encrypted']);
  });

  it('prefers the video to the attributes', async () => {
    const card = await render(html`<video-card heading="Old" .video=${aVideo()}></video-card>`);
    assert.equal(textOf(card, 'title'), 'A walk by the sea');
  });

  for (const [facts, chip] of [
    [{transcoding: 'transcoding'}, 'Processing'],
    [{transcoding: 'failed'}, 'Failed'],
    [{transcoding: 'not-transcoded'}, 'Not processed'],
    [{availability: 'unavailable'}, 'Unavailable'],
    [{encrypted: true}, 'Encrypted'],
  ] as const) {
    it(`says "${chip}" of a video with ${JSON.stringify(facts)}`, async () => {
      const card = await render<VideoCardElement>(
        html`<video-card .video=${aVideo(facts)}></video-card>`,
      );
      assert.deepEqual(shownStates(card), [chip]);
      assert.include(described(card), chip);
      const [name] = Object.values(facts);
      assert.isTrue(hasPart(card, name === true ? 'encrypted' : name));
    });
  }

  it('shows no state for a playable video', async () => {
    const card = await render(html`<video-card .video=${aVideo()}></video-card>`);
    assert.deepEqual(shownStates(card), []);
  });

  for (const durationSeconds of [undefined, 0]) {
    it(`has no duration chip when the duration is ${durationSeconds}`, async () => {
      const card = await render(
        html`<video-card .video=${aVideo({durationSeconds})}></video-card>`,
      );
      assert.isFalse(hasPart(card, 'duration'));
    });
  }

  it('shows a text for a video without a title', async () => {
    const card = await render(html`<video-card .video=${aVideo({title: ''})}></video-card>`);
    assert.equal(textOf(card, 'title'), 'Untitled video');
  });

  it('describes the chips in words', async () => {
    const card = await render<VideoCardElement>(
      html`<video-card lang="en" .video=${aVideo({durationSeconds: 3725})}></video-card>`,
    );
    assert.equal(
      described(card),
      '1 hour, 2 minutes, 5 seconds, Quality: Full HD, 1920 by 1080 pixels, Mar 1, 2024',
    );
  });

  it('is announced once, after the title', async () => {
    const card = await render<VideoCardElement>(
      html`<video-card lang="en" .video=${aVideo({transcoding: 'failed'})}></video-card>`,
    );
    assert.deepEqual(spokenTexts(card.shadowRoot!), [
      'A walk by the sea',
      '1 minute, 5 seconds, Quality: Full HD, 1920 by 1080 pixels, Mar 1, 2024, Failed',
    ]);
  });

  it('shows the quality in the format of the page', async () => {
    const card = await render(
      html`<video-card badge-format="height" .video=${aVideo()}></video-card>`,
    );
    assert.equal(textOf(card, 'badge-base'), '1080p');
  });

  it('uses the texts of the page, and English for missing ones', async () => {
    const strings = {untitled: '제목 없음', states: {failed: '실패'}};
    const video = aVideo({title: '', transcoding: 'failed', encrypted: true});
    const card = await render(html`<video-card .strings=${strings} .video=${video}></video-card>`);
    assert.equal(textOf(card, 'title'), '제목 없음');
    assert.deepEqual(shownStates(card), ['실패', 'Encrypted']);
  });

  it('is an empty card of the same height while it is a skeleton', async () => {
    const row = await render(html`
      <div style="width: 300px">
        <video-card skeleton></video-card>
        <video-card .video=${aVideo({title: 'Long '.repeat(40)})}></video-card>
        <video-card .video=${{id: 'id-3', title: ''}}></video-card>
      </div>
    `);
    const heights = [...row.children].map((card) => card.getBoundingClientRect().height);
    assert.isAbove(heights[0] ?? 0, 100);
    assert.deepEqual(new Set(heights).size, 1, heights.join(', '));
    assert.isFalse(hasPart(row.children[0] as Element, 'link'));
  });

  for (const attribute of ['selected', 'skeleton'] as const) {
    it(`takes the text "false" of ${attribute} for false, as frameworks write it`, async () => {
      const card = await render<VideoCardElement>(html`<video-card heading="A"></video-card>`);
      card.setAttribute(attribute, 'false');
      await card.updateComplete;
      assert.isFalse(card[attribute]);
      assert.equal(textOf(card, 'title'), 'A');
      assert.isNull(part(card, 'link').getAttribute('aria-current'));
    });
  }

  it('has its default again when an attribute is removed', async () => {
    const card = await render<VideoCardElement>(html`
      <video-card
        heading="A"
        state="failed"
        uploaded="2024-03-01"
        cover="/test-server/1.webp"
        duration="65"
        clarity="high"
        href="/watch"
        badge-format="clarity"
        video-id="id-1"
      ></video-card>
    `);
    for (const name of card.getAttributeNames()) if (name !== 'heading') card.removeAttribute(name);
    await card.updateComplete;
    assert.equal(textOf(card, 'title'), 'A');
    assert.deepEqual(shownStates(card), []);
    assert.equal(textOf(card, 'meta'), '');
    assert.isFalse(hasPart(card, 'duration'));
    assert.equal(part(card, 'link').localName, 'button');
  });

  for (const timeZone of [
    'Pacific/Honolulu',
    'America/New_York',
    'UTC',
    'Asia/Tokyo',
    'Pacific/Auckland',
  ]) {
    it(`shows a day without a time as that day in ${timeZone}`, () => {
      const attributes = {heading: 'A', videoId: '', cover: '', clarity: '', state: ''};
      const video = videoFromAttributes({...attributes, uploaded: '2024-03-01'}, document.baseURI);
      const strings = stringsFor('en');
      assert.equal(videoDate(video!, {tag: 'en', timeZone, strings}), 'Mar 1, 2024');
    });
  }

  for (const field of [
    'createdAtMs',
    'uploadedAtMs',
    'durationSeconds',
    'sizeBytes',
    'updatedAtMs',
  ]) {
    for (const value of [NaN, Infinity, -1, 1e300, null]) {
      it(`is shown whole if ${field} is ${value}`, async () => {
        const video = {...aVideo(), [field]: value};
        const card = await render<VideoCardElement>(
          html`<video-card show="date duration size" .video=${video}></video-card>`,
        );
        await card.updateComplete;
        assert.equal(textOf(card, 'title'), 'A walk by the sea');
        assert.isFalse(/NaN|Infinity|Invalid|object/.test(card.shadowRoot?.textContent ?? ''));
      });
    }
  }

  // getsentry/sentry#122400: a container is as wide as the rest of its content in such a box.
  for (const box of [
    'display: flex',
    'display: inline-block',
    'display: inline-flex; flex-direction: column; align-items: center',
    'display: flex; flex-direction: column; align-items: start',
    'display: grid; grid-template-columns: auto 1fr',
    'float: left',
    'position: absolute',
  ]) {
    it(`is as wide as a column of a list in a box with "${box}", if there is space`, async () => {
      const title =
        'A long title that does not fit into one line of a card, and not into two lines';
      const wide = await render(
        html`<div style=${box}><video-card heading=${title} cover=${COVER}></video-card></div>`,
      );
      const width = (element: Element) => element.getBoundingClientRect().width;
      const card = wide.querySelector('video-card')!;
      assert.closeTo(width(card), 240, 1);
      assert.closeTo(width(part(card, 'title')), 240, 1, 'the title');
      const narrow = await render(html`
        <div style="inline-size: 150px">
          <div style=${box}><video-card heading=${title} cover=${COVER}></video-card></div>
        </div>
      `);
      if (!box.includes('absolute'))
        assert.closeTo(width(narrow.querySelector('video-card')!), 150, 1);
    });
  }

  it('can be hidden', async () => {
    const card = await render(html`<video-card hidden heading="A"></video-card>`);
    assert.equal(styleOf(card, 'display'), 'none');
  });
});
