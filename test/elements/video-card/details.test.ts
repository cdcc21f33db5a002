import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoCardElement} from '../../../src/elements/video-card/video-card.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import type {Video} from '../../../src/model/video.js';
import {texts} from '../../../src/features/details/texts.js';
import {detailsModule} from '../../../src/elements/video-card/load-details.js';
import {languages} from '../../support/languages.js';
import {
  cardAt,
  hasPart,
  part,
  render,
  settled,
  styleOf,
  textOf,
  until,
} from '../../support/page.js';
import {aVideo} from '../../support/videos.js';

const LONG = 'A walk by the sea, from the harbour to the lighthouse and back again. '.repeat(6);

const full: Video = aVideo({
  createdBy: 'maria',
  description: LONG,
  durationSeconds: 3905,
  sizeBytes: 1_240_000_000,
});

async function aCard(
  show: string | undefined,
  video = full,
  attributes: Partial<VideoCardElement> = {},
) {
  const card = await render<VideoCardElement>(html`<video-card .video=${video}></video-card>`);
  Object.assign(card, attributes, {show});
  await until(() => !show || !!detailsModule.loaded, 'the module has come');
  await card.updateComplete;
  await card.updateComplete;
  return card;
}

const spoken = (card: VideoCardElement) =>
  card.renderRoot.querySelector('#details')!.textContent.trim();

describe('A <video-card> with show', () => {
  it('contains the chosen details in this order, and then the description', async () => {
    const card = await aCard('size description author duration date');
    assert.equal(textOf(card, 'details'), '1.2 GB · maria · 1 hr 5 min · Mar 1, 2024');
    assert.equal(textOf(card, 'description'), LONG.trim());
  });

  it('includes the date, as by default, if it is not set', async () => {
    const card = await aCard(undefined);
    assert.equal(textOf(card, 'meta'), 'Mar 1, 2024');
  });

  it('shows nothing with show="none", and no unknown details', async () => {
    assert.equal(textOf(await aCard('none'), 'meta'), '');
    const bare = await aCard('author size description duration', {id: 'x', title: 'Bare'});
    assert.equal(textOf(bare, 'meta'), '');
    assert.isFalse(hasPart(bare, 'details'));
  });

  it('has no separator for a missing detail, and ignores unknown words', async () => {
    const card = await aCard('date author constructor size', {...full, createdBy: undefined});
    assert.equal(textOf(card, 'details'), 'Mar 1, 2024 · 1.2 GB');
  });

  it('shows names and descriptions as text, whatever they contain', async () => {
    const evil = '<img src=x onerror=alert(1)>{{x}}';
    const card = await aCard('author description', {...full, createdBy: evil, description: evil});
    assert.equal(textOf(card, 'details'), evil);
    assert.equal(textOf(card, 'description'), evil);
    assert.isNull(part(card, 'meta').querySelector('img'));
  });

  it('is announced once to screen readers', async () => {
    const card = await aCard('author description', {...full, description: 'By the sea.'});
    assert.match(spoken(card), /, maria, By the sea\.$/);
    assert.equal(part(card, 'meta').getAttribute('aria-hidden'), 'true');
    assert.notInclude(spoken(card), 'Mar 1');
  });

  for (const {language} of languages) {
    it(`writes dates, times and sizes as "${language}" does`, async () => {
      const scene = await render<HTMLElement>(
        html`<div lang=${language}>
          <video-card show="date duration size" .video=${full}></video-card>
        </div>`,
      );
      const card = scene.querySelector('video-card')!;
      await until(() => hasPart(card, 'details'), 'details are drawn');
      const unit = (value: number, unit: string, maximumFractionDigits = 0) =>
        new Intl.NumberFormat(language, {
          style: 'unit',
          unit,
          unitDisplay: 'short',
          maximumFractionDigits,
        }).format(value);
      const date = new Intl.DateTimeFormat(language, {dateStyle: 'medium'}).format(
        full.uploadedAtMs,
      );
      const expected = `${date} · ${unit(1, 'hour')} ${unit(5, 'minute')} · ${unit(1.24, 'gigabyte', 1)}`;
      assert.equal(textOf(card, 'details'), expected);
    });
  }

  for (const layout of ['grid', 'list'] as const) {
    for (const show of [
      'date',
      'author size',
      'description',
      'date author duration size description',
    ]) {
      it(`has room for the longest texts of "${show}" in a ${layout}, and for the shortest`, async () => {
        const title = LONG;
        const createdBy = 'a.user.with.a.long.name@example.com';
        const card = await aCard(show, {...full, title, createdBy}, {layout});
        card.style.width = layout === 'list' ? '340px' : '240px';
        const body = part(card, 'body');
        assert.isAtMost(body.scrollHeight, body.clientHeight, 'nothing sticks out');
        const {height} = card.getBoundingClientRect();
        card.video = {id: 'x', title: 'Bare'};
        await card.updateComplete;
        assert.equal(card.getBoundingClientRect().height, height);
        card.skeleton = true;
        await card.updateComplete;
        assert.equal(card.getBoundingClientRect().height, height);
      });
    }
  }
});

describe('A <video-card> with progress', () => {
  const bar = (card: VideoCardElement) => part(card, 'progress') as HTMLProgressElement;

  it('has a bar for the watched part, with a text for screen readers', async () => {
    const card = await aCard(undefined, full, {progress: 0.25});
    await until(() => hasPart(card, 'progress'), 'the bar is drawn');
    assert.equal(bar(card).value, 0.25);
    assert.equal(bar(card).offsetWidth, part(card, 'thumbnail').clientWidth);
    assert.isBelow(bar(card).offsetHeight, 8);
    assert.match(spoken(card), /Mar 1, 2024, 25% watched$/);
    assert.equal(textOf(card, 'meta'), 'Mar 1, 2024');
  });

  it('has none at the beginning, or without a position', async () => {
    const card = await aCard('date', full, {progress: 0});
    assert.isFalse(hasPart(card, 'progress'));
    card.progress = undefined;
    await card.updateComplete;
    assert.isFalse(hasPart(card, 'progress'));
  });

  it('is rendered in ten languages, each with the number', () => {
    assert.lengthOf(Object.keys(texts), languages.length);
    for (const {language} of languages) assert.include(texts[language]?.watched, '{percent}');
  });

  it('uses a text of the page', async () => {
    const card = await aCard('none', full, {progress: 0.5, strings: {watched: 'Seen: {percent}'}});
    assert.match(spoken(card), /Seen: 50%$/);
  });
});

describe('A <video-list> with show', () => {
  it('passes it to its cards, options included', async () => {
    const list = await render<VideoListElement>(
      html`<video-list show="author" .videos=${[full]}></video-list>`,
    );
    await settled(list);
    const card = cardAt(list, 0);
    await until(() => hasPart(card, 'details'), 'details are drawn');
    assert.equal(textOf(card, 'details'), 'maria');
    list.selection = 'multiple';
    await settled(list);
    assert.match(card.getAttribute('aria-description') ?? '', /maria$/);
  });

  it('reserves the space before the module has loaded', async () => {
    const list = await render<VideoListElement>(html`<video-list .videos=${[full]}></video-list>`);
    await settled(list);
    const before = parseFloat(styleOf(part(cardAt(list, 0), 'body'), 'block-size'));
    list.show = 'description';
    await list.updateComplete;
    const after = parseFloat(styleOf(part(cardAt(list, 0), 'body'), 'block-size'));
    assert.isAbove(after, before + 40);
  });
});
