import {assert, html} from '@open-wc/testing/pure';
import {sendKeys} from '@web/test-runner-commands';
import 'media-chrome';
import {forgetPositions, type VideoPlayerElement} from '../../src/define/player.js';
import type {Fetcher} from '../../src/data/video-page-query.js';
import {savePosition} from '../../src/player/positions.js';
import {heard} from '../support/events.js';
import {hasPart, part, render, textOf, until} from '../support/page.js';
import {press} from '../support/input.js';
import {nextTask} from '../support/next-task.js';
import {anEnvelope, aRecord} from '../support/records.js';
import {aVideo} from '../support/videos.js';
import {
  aProxy,
  CLIP,
  itPlays,
  LIST,
  mediaOf,
  OTHER_CLIP,
  untilShown,
  type PlayAnswer,
} from './play-scene.js';

const MISSING = new URL('/no-such-film.mp4', location.href).href;

const failing =
  (answer: PlayAnswer): Fetcher =>
  (url, init) =>
    aProxy(() => answer).fetcher(url, init);

async function aPlayer(fetcher: Fetcher, video = aVideo()): Promise<VideoPlayerElement> {
  return render(
    html`<video-player src=${LIST} .fetcher=${fetcher} .video=${video}></video-player>`,
  );
}

/** Collects the addresses with this text that are downloaded from now on. */
function downloadsOf(text: string): () => string[] {
  performance.clearResourceTimings();
  return () =>
    performance
      .getEntriesByType('resource')
      .map(({name}) => name)
      .filter((name) => name.includes(text));
}

describe('A <video-player>', () => {
  itPlays('requests a video from the proxy by its id, and shows it with its title', async () => {
    const {fetcher, asked} = aProxy();
    const player = await render<VideoPlayerElement>(
      html`<video-player src=${LIST} video-id="id-2" .fetcher=${fetcher}></video-player>`,
    );
    await untilShown(player);
    assert.equal(textOf(player, 'title'), 'Video 2');
    assert.deepEqual(asked, ['id-2']);
    assert.isTrue(mediaOf(player).paused);
    assert.equal(textOf(player, 'status'), 'Playing: Video 2');
  });

  it('has a poster of the proxy, in the width of the player', async () => {
    const covers = {widths: [160, 640, 1280], of: {'id-2': ['v1']}};
    const answer = {...anEnvelope([aRecord({videoId: 'id-2'})]), covers};
    const player = await render<VideoPlayerElement>(html`
      <video-player
        style="inline-size: 320px"
        src=${LIST}
        video-id="id-2"
        .fetcher=${() => Promise.resolve(Response.json(answer))}
      ></video-player>
    `);
    await until(() => mediaOf(player).poster !== '');
    const width = devicePixelRatio > 2 ? 1280 : 640;
    assert.equal(mediaOf(player).poster, `${LIST}/id-2/cover?v=v1&w=${width}`);
  });

  itPlays('plays another video when it is set', async () => {
    const {fetcher} = aProxy((id) => ({urls: {originUrl: id === 'id-1' ? CLIP : OTHER_CLIP}}));
    const player = await aPlayer(fetcher);
    await untilShown(player);
    player.video = aVideo({id: 'id-2', title: 'Another'});
    await untilShown(player, OTHER_CLIP);
    assert.equal(textOf(player, 'title'), 'Another');
  });

  it('does not play a video if the page cancels its event', async () => {
    const {fetcher, asked} = aProxy();
    const player = await render<VideoPlayerElement>(html`
      <video-player
        src=${LIST}
        .fetcher=${fetcher}
        .video=${aVideo()}
        @video-play=${(event: Event) => event.preventDefault()}
      ></video-player>
    `);
    await until(() => textOf(player, 'title') === 'A walk by the sea');
    assert.isEmpty(asked);
  });

  itPlays('plays in the media element of the page', async () => {
    const {fetcher} = aProxy();
    const player = await render<VideoPlayerElement>(html`
      <video-player src=${LIST} .fetcher=${fetcher} .video=${aVideo()}>
        <div slot="media"><video muted></video></div>
      </video-player>
    `);
    const own = player.querySelector('video')!;
    await until(() => own.currentSrc === CLIP && own.readyState >= 1);
    assert.equal(mediaOf(player).currentSrc, '');
  });

  // muxinc/media-chrome#263
  itPlays('leaves keys to the controls of the page, except for those of a list', async () => {
    const {fetcher} = aProxy();
    const player = await render<VideoPlayerElement>(html`
      <video-player src=${LIST} .fetcher=${fetcher} .video=${aVideo()} .hasNext=${true}>
        <media-controller slot="media">
          <video slot="media" muted></video>
          <media-play-button></media-play-button>
        </media-controller>
      </video-player>
    `);
    await untilShown(player);
    const steps = heard(player, 'video-step');
    player.querySelector<HTMLElement>('media-play-button')!.focus();
    await sendKeys({down: 'k'});
    assert.isTrue(player.media!.paused, 'These controls act when a key is released.');
    await sendKeys({up: 'k'});
    await until(() => !player.media!.paused, 'K plays.');
    await press('n');
    await until(() => steps.length === 1, 'N asks for the next video.');
  });

  itPlays('plays on when it gets the same video as another object', async () => {
    const {fetcher, asked} = aProxy();
    const player = await aPlayer(fetcher);
    await untilShown(player);
    const media = mediaOf(player);
    media.currentTime = 3;
    await until(() => media.currentTime === 3 && !media.seeking);
    player.video = aVideo({title: 'Another title'});
    await until(() => textOf(player, 'title') === 'Another title');
    assert.equal(media.currentTime, 3);
    assert.lengthOf(asked, 1);
    player.video = aVideo({id: 'id-2'});
    await until(() => asked.length === 2 && media.currentTime === 0);
  });

  itPlays('uses a new address of the list for its next requests', async () => {
    const addresses: string[] = [];
    const {fetcher} = aProxy((_, asked) => ({
      urls: {originUrl: asked === 1 ? CLIP : OTHER_CLIP},
      expiresAtMs: Date.now() - 1,
    }));
    const player = await aPlayer((url, init) => {
      addresses.push(url);
      return fetcher(url, init);
    });
    await untilShown(player);
    player.src = `${LIST}?token=2`;
    await player.updateComplete;
    assert.equal(player.media!.currentSrc, CLIP);
    Object.defineProperty(player.media!, 'error', {configurable: true, value: {code: 2}});
    player.media!.dispatchEvent(new Event('error'));
    await untilShown(player, OTHER_CLIP);
    assert.deepEqual(
      addresses.map((address) => new URL(address).search),
      ['', '?token=2'],
    );
  });

  itPlays('tries again if the address of the list changes after a failure', async () => {
    const {fetcher} = aProxy((_, asked) =>
      asked === 1 ? {status: 403} : {urls: {originUrl: CLIP}},
    );
    const player = await aPlayer(fetcher);
    await until(() => hasPart(player, 'failure'));
    player.src = `${LIST}?token=2`;
    await untilShown(player);
    assert.isFalse(hasPart(player, 'failure'));
  });

  itPlays('plays a video as soon as it can be played', async () => {
    const {fetcher} = aProxy();
    const player = await aPlayer(fetcher, aVideo({transcoding: 'transcoding'}));
    await until(() => hasPart(player, 'failure'));
    player.video = aVideo();
    await untilShown(player);
  });

  itPlays('plays the quality that is chosen last, even if one before takes longer', async () => {
    const url = new URL('hls/film.m3u8', import.meta.url).href;
    const {fetcher} = aProxy(() => ({
      urls: {originUrl: CLIP, highUrl: url, fluentUrl: OTHER_CLIP},
    }));
    const player = await aPlayer(fetcher);
    await until(() => hasPart(player, 'quality') && player.media!.readyState >= 1);
    const select = part(player, 'quality').querySelector('select')!;
    const choose = (quality: string) => {
      select.value = quality;
      select.dispatchEvent(new Event('change'));
    };
    choose('original');
    await untilShown(player);
    const qualities = heard(player, 'video-quality');
    choose('high');
    choose('fluent');
    await import('../../src/player/hls.js');
    await untilShown(player, OTHER_CLIP);
    await nextTask();
    assert.deepEqual(
      qualities.map(({detail}) => detail.quality),
      ['fluent'],
    );
    assert.equal(player.media!.currentSrc, OTHER_CLIP);
    choose('');
  });

  // video-dev/hls.js#502
  itPlays('continues HLS at its position, without a download of the beginning', async () => {
    const url = new URL('hls/film.m3u8', import.meta.url).href;
    const {fetcher} = aProxy(() => ({urls: {originUrl: CLIP, fluentUrl: url}}));
    const player = await aPlayer(fetcher);
    await until(() => hasPart(player, 'quality'));
    const select = part(player, 'quality').querySelector('select')!;
    const choose = (quality: string) => {
      select.value = quality;
      select.dispatchEvent(new Event('change'));
    };
    choose('original');
    await untilShown(player);
    const media = player.media!;
    media.currentTime = 2.5;
    await until(() => media.currentTime === 2.5 && !media.seeking);
    const downloads = downloadsOf('/hls/');
    choose('fluent');
    await until(
      () => media.currentSrc !== CLIP && media.readyState >= 2 && media.currentTime >= 2.4,
      'The stream continues at 2.5 seconds.',
    );
    assert.notInclude(downloads().join(), 'film0.m4s');
    choose('');
  });

  // video-dev/hls.js#94
  itPlays('plays the smallest quality of an HLS stream that fills the player', async () => {
    const url = new URL('hls/levels.m3u8', import.meta.url).href;
    const {fetcher} = aProxy(() => ({urls: {originUrl: url}}));
    const downloads = downloadsOf('/hls/');
    const player = await render<VideoPlayerElement>(html`
      <video-player
        style="display: block; inline-size: 300px"
        src=${LIST}
        .fetcher=${fetcher}
        .video=${aVideo()}
      ></video-player>
    `);
    await until(
      () => (player.media?.buffered.length ?? 0) > 0 && player.media!.buffered.end(0) > 2.5,
    );
    assert.notInclude(downloads().join(), 'large');
  });

  itPlays('plays HLS, by the browser or by the module for it', async () => {
    const url = new URL('hls/film.m3u8', import.meta.url).href;
    const {fetcher} = aProxy(() => ({urls: {originUrl: url}}));
    const player = await aPlayer(fetcher);
    await until(() => (player.media?.duration ?? 0) > 2.5, 'The whole film is known.');
    player.media!.muted = true;
    await player.media!.play();
    await until(() => player.media!.currentTime > 0.2);
    player.pause();
  });

  itPlays(
    'continues after a part of an HLS stream that cannot be decoded, or with another source',
    async () => {
      const url = new URL('hls/broken.m3u8', import.meta.url).href;
      const {fetcher} = aProxy(() => ({urls: {originUrl: url, fluentUrl: CLIP}}));
      const player = await aPlayer(fetcher);
      const media = mediaOf(player);
      await until(() => media.readyState >= 1);
      media.muted = true;
      await media.play();
      await until(
        () => media.currentTime > 2.1 && !media.paused,
        'It plays beyond the broken part.',
      );
      assert.isFalse(hasPart(player, 'failure'));
    },
  );

  itPlays('leaves full screen after its last video', async () => {
    const {fetcher} = aProxy();
    const player = await aPlayer(fetcher);
    await untilShown(player);
    part(player, 'stage').focus();
    await press('f');
    await until(() => document.fullscreenElement === player, 'It is in full screen.');
    player.video = undefined;
    await until(() => !document.fullscreenElement);
    assert.isTrue(hasPart(player, 'empty'));
  });

  itPlays(
    'tells the system what plays, whatever its cover is, and as long as it is this player',
    async () => {
      if (!navigator.mediaSession) return;
      const {fetcher} = aProxy();
      const first = await aPlayer(fetcher, aVideo({title: 'First', coverUrl: 'http://['}));
      const second = await aPlayer(fetcher, aVideo({id: 'id-2', title: 'Second'}));
      const title = () => navigator.mediaSession.metadata?.title;
      for (const player of [first, second]) {
        await untilShown(player);
        mediaOf(player).muted = true;
        await player.play();
        await until(() => title() === textOf(player, 'title'));
      }
      first.remove();
      await until(() => mediaOf(first).readyState === 0);
      assert.equal(title(), 'Second', 'Another player says nothing about this one.');
      second.video = undefined;
      await until(() => title() === undefined);
    },
  );

  it('shows a message if HLS cannot be loaded', async () => {
    const url = new URL('hls/missing.m3u8', import.meta.url).href;
    const player = await aPlayer(failing({urls: {originUrl: url}}));
    await until(() => hasPart(player, 'failure'));
  });

  describe('explains why a video cannot be played:', () => {
    const reasons: Readonly<
      Record<string, readonly [PlayAnswer, Partial<ReturnType<typeof aVideo>>?]>
    > = {
      missing: [{status: 200, code: 1502}],
      encrypted: [{encrypt: 1}],
      processing: [{}, {transcoding: 'transcoding'}],
      broken: [{}, {transcoding: 'failed'}],
      unavailable: [{}, {availability: 'unavailable'}],
      denied: [{status: 403}],
      unconfigured: [{status: 501}],
      busy: [{status: 429}],
      unreachable: [{status: 500}],
      unsupported: [{urls: {originUrl: 'https://example.com/film.flv'}}],
      unplayable: [{urls: {originUrl: MISSING, sdUrl: `${MISSING}?2`}}],
    };
    for (const [reason, [answer, changes]] of Object.entries(reasons)) {
      it(reason, async () => {
        const player = await aPlayer(failing(answer), aVideo(changes));
        const errors = heard(player, 'video-error');
        await until(() => hasPart(player, 'failure'));
        assert.match(textOf(player, 'failure'), /^[A-Z].*\./);
        assert.equal(errors.at(-1)?.detail.error.reason ?? reason, reason);
        assert.equal(
          part(player, 'failure').role ?? part(player, 'failure').getAttribute('role'),
          'alert',
        );
      });
    }

    it('without a play address, as a video that is still being processed', async () => {
      const player = await aPlayer(failing({}));
      await until(() =>
        textOf(player, 'failure').startsWith('This video is still being processed'),
      );
    });

    it('in the language of the page', async () => {
      const player = await render<VideoPlayerElement>(html`
        <video-player
          lang="de"
          src=${LIST}
          .fetcher=${failing({status: 404})}
          video-id="x"
        ></video-player>
      `);
      await until(() => textOf(player, 'failure').startsWith('Dieses Video gibt es nicht.'));
    });

    itPlays('and plays it when the user tries again', async () => {
      const {fetcher} = aProxy((_, asked) =>
        asked < 2 ? {status: 500} : {urls: {originUrl: CLIP}},
      );
      const player = await aPlayer(fetcher);
      await until(() => hasPart(player, 'retry'));
      part(player, 'retry').click();
      await untilShown(player);
      assert.isFalse(hasPart(player, 'failure'));
    });
  });

  itPlays('plays with any time limit that a page sets', async () => {
    for (const timeout of [NaN, 0, -1, null, Infinity, 2 ** 40]) {
      const player = await render<VideoPlayerElement>(html`
        <video-player
          src=${LIST}
          .timeout=${timeout as number}
          .fetcher=${aProxy().fetcher}
          .video=${aVideo()}
        ></video-player>
      `);
      await until(
        () => hasPart(player, 'failure') || player.media?.currentSrc === CLIP,
        `It plays with ${timeout}.`,
      );
      assert.isFalse(hasPart(player, 'failure'), `${timeout}`);
    }
  });

  itPlays('continues with another source if one fails', async () => {
    const {fetcher} = aProxy(() => ({urls: {originUrl: MISSING, highUrl: CLIP, sdUrl: MISSING}}));
    const player = await aPlayer(fetcher);
    const qualities = heard(player, 'video-quality');
    await untilShown(player);
    assert.equal(qualities.at(-1)?.detail.quality ?? 'high', 'high');
    assert.isFalse(hasPart(player, 'failure'));
  });

  itPlays(
    'requests new play addresses when they have expired, and continues at the same position',
    async () => {
      const {fetcher, asked} = aProxy((_, count) =>
        count === 1
          ? {urls: {originUrl: CLIP}, expiresAtMs: Date.now() - 1}
          : {urls: {originUrl: OTHER_CLIP}},
      );
      const player = await aPlayer(fetcher);
      await untilShown(player);
      const media = mediaOf(player);
      media.currentTime = 3;
      await until(() => media.currentTime === 3 && !media.seeking);
      // The error of a browser for an address that does not respond.
      media.src = MISSING;
      await untilShown(player, OTHER_CLIP);
      assert.lengthOf(asked, 2);
    },
  );

  itPlays(
    'continues to play after a fallback if it was playing, and stays paused if it was not',
    async () => {
      for (const isPlaying of [true, false]) {
        const {fetcher} = aProxy(() => ({urls: {originUrl: CLIP, fluentUrl: OTHER_CLIP}}));
        const player = await aPlayer(fetcher);
        player.autoplay = !isPlaying;
        await until(() => mediaOf(player).readyState >= 2);
        const media = mediaOf(player);
        media.muted = true;
        const first = media.currentSrc;
        if (isPlaying) await media.play();
        else media.pause();
        // The message of browsers for an interrupted download.
        Object.defineProperty(media, 'error', {configurable: true, value: {code: 2}});
        media.dispatchEvent(new Event('error'));
        await until(() => media.currentSrc !== first && media.readyState >= 2);
        await until(() => media.paused !== isPlaying, `It plays on: ${isPlaying}.`);
      }
    },
  );

  itPlays('stops a video when it shows one that cannot be played', async () => {
    const {fetcher} = aProxy((id) => (id === 'id-1' ? {urls: {originUrl: CLIP}} : {status: 403}));
    const player = await aPlayer(fetcher);
    await untilShown(player);
    player.video = aVideo({id: 'id-2'});
    await until(() => hasPart(player, 'failure'));
    assert.equal(mediaOf(player).readyState, 0);
  });

  itPlays('tries again at the position of the failure', async () => {
    const {fetcher} = aProxy(() => ({urls: {originUrl: CLIP}}));
    const player = await aPlayer(fetcher);
    await untilShown(player);
    const media = mediaOf(player);
    media.currentTime = 3;
    await until(() => media.currentTime === 3 && !media.seeking);
    Object.defineProperty(media, 'error', {configurable: true, value: {code: 2}});
    media.dispatchEvent(new Event('error'));
    await until(() => hasPart(player, 'retry'));
    part(player, 'retry').click();
    await until(() => media.readyState >= 1 && Math.abs(media.currentTime - 3) < 0.1);
  });

  itPlays('plays again when it is inserted into the document again', async () => {
    const {fetcher} = aProxy();
    const player = await aPlayer(fetcher);
    await untilShown(player);
    const {parentNode} = player;
    player.remove();
    await until(() => mediaOf(player).readyState === 0);
    parentNode!.append(player);
    await untilShown(player);
  });

  it('shows a video that is set while another one is looked up', async () => {
    let answerLate: (response: Response) => void = () => {};
    const {fetcher} = aProxy();
    const player = await render<VideoPlayerElement>(html`
      <video-player
        src=${LIST}
        video-id="id-3"
        .fetcher=${(url: string, init: RequestInit) =>
          url.endsWith('id-3')
            ? new Promise<Response>((resolve) => (answerLate = resolve))
            : fetcher(url, init)}
      ></video-player>
    `);
    player.video = aVideo({title: 'Set since'});
    await until(() => textOf(player, 'title') === 'Set since');
    answerLate(await fetcher(`${LIST}/id-3`, {}));
    await until(() => textOf(player, 'status') === 'Playing: Set since');
    await player.updateComplete;
    assert.equal(textOf(player, 'title'), 'Set since');
  });

  // shaka-project/shaka-player#9483
  itPlays('gives the media session back to the page, with its metadata', async () => {
    const {mediaSession} = navigator;
    if (!mediaSession) return;
    mediaSession.metadata = new MediaMetadata({title: 'Music of the page'});
    const title = () => mediaSession.metadata?.title;
    const actions: string[] = [];
    mediaSession.setActionHandler = (action, handler) => {
      actions.push(`${action} ${handler ? 'set' : 'cleared'}`);
    };
    const {fetcher} = aProxy();
    const player = await aPlayer(fetcher);
    const plays = async () => {
      await untilShown(player);
      mediaOf(player).muted = true;
      await player.play();
      await until(() => title() === 'A walk by the sea');
    };
    await plays();
    player.video = undefined;
    await until(() => title() === 'Music of the page');
    assert.deepEqual(actions, []);
    player.hasNext = true;
    player.video = aVideo();
    await plays();
    player.remove();
    await until(() => title() === 'Music of the page');
    assert.deepEqual(actions, ['nexttrack set', 'nexttrack cleared']);
    Reflect.deleteProperty(mediaSession, 'setActionHandler');
    mediaSession.metadata = null;
  });

  it('does not change the media session of the page while it plays nothing', async () => {
    if (!navigator.mediaSession) return;
    const ours = new MediaMetadata({title: 'Music of the page'});
    navigator.mediaSession.metadata = ours;
    await render(html`<video-player src=${LIST}></video-player>`);
    assert.equal(navigator.mediaSession.metadata?.title, 'Music of the page');
    navigator.mediaSession.metadata = null;
  });

  itPlays('lets the user choose the quality, and keeps the position', async () => {
    const {fetcher} = aProxy(() => ({urls: {highUrl: CLIP, fluentUrl: OTHER_CLIP}}));
    const player = await aPlayer(fetcher);
    await until(() => hasPart(player, 'quality') && !!mediaOf(player).currentSrc);
    const first = mediaOf(player).currentSrc;
    const other = first === CLIP ? OTHER_CLIP : CLIP;
    await untilShown(player, first);
    const media = mediaOf(player);
    media.currentTime = 2;
    await until(() => !media.seeking);
    const select = part(player, 'quality').querySelector('select')!;
    assert.deepEqual(
      [...select.options].map(({value}) => value),
      ['', 'high', 'fluent'],
    );
    select.value = other === CLIP ? 'high' : 'fluent';
    select.dispatchEvent(new Event('change'));
    await untilShown(player, other);
    await until(() => Math.abs(media.currentTime - 2) < 0.5);
    select.value = '';
    select.dispatchEvent(new Event('change'));
  });

  itPlays(
    'remembers where the user was, if the page says so, and forgets it by one call',
    async () => {
      savePosition('id-1', {seconds: 5.2, duration: 6});
      const {fetcher} = aProxy();
      const player = await render<VideoPlayerElement>(html`
        <video-player remember src=${LIST} .fetcher=${fetcher} .video=${aVideo()}></video-player>
      `);
      await until(() => mediaOf(player).currentTime > 5);
      player.remove();
      await until(() => !!localStorage.getItem('cloud-vod-gallery-positions'));
      forgetPositions();
      assert.isNull(localStorage.getItem('cloud-vod-gallery-positions'));
    },
  );

  itPlays('stores nothing on the device without `remember`', async () => {
    const {fetcher} = aProxy();
    const player = await aPlayer(fetcher);
    await untilShown(player);
    mediaOf(player).currentTime = 5.5;
    await until(() => !mediaOf(player).seeking);
    player.remove();
    await new Promise((resolve) => setTimeout(resolve));
    assert.isNull(localStorage.getItem('cloud-vod-gallery-positions'));
  });

  itPlays('handles keys in addition to those of the browser’s controls', async () => {
    const {fetcher} = aProxy();
    const player = await aPlayer(fetcher);
    player.hasNext = player.hasPrevious = true;
    await untilShown(player);
    const media = mediaOf(player);
    const steps = heard(player, 'video-step');
    await player.updateComplete;
    part(player, 'next').focus();
    await press('ArrowRight');
    await until(() => media.currentTime === 5);
    await press('m');
    assert.isTrue(media.muted);
    await press('n');
    await press('p');
    await until(() => steps.length === 2);
    assert.deepEqual(
      steps.map(({detail}) => detail.step),
      [1, -1],
    );
  });

  it('handles its letters on other keyboard layouts, and ignores repeated keys', async () => {
    const {fetcher} = aProxy();
    const player = await aPlayer(fetcher);
    player.hasNext = true;
    const steps = heard(player, 'video-step');
    const type = (init: KeyboardEventInit) => {
      const usual = {bubbles: true, composed: true, cancelable: true};
      const event = new KeyboardEvent('keydown', {...usual, ...init});
      part(player, 'stage').dispatchEvent(event);
      return event.defaultPrevented;
    };
    assert.isTrue(type({key: 'ㅜ', code: 'KeyN'}));
    assert.isTrue(type({key: 'ى', code: 'KeyN'}));
    assert.isFalse(type({key: 'n', code: 'KeyN', repeat: true}));
    assert.isFalse(type({key: 'n', code: 'KeyN', isComposing: true}));
    assert.isFalse(type({key: 'b', code: 'KeyN'}));
    assert.isTrue(type({key: 'ArrowRight', code: 'ArrowRight', repeat: true}));
    assert.lengthOf(steps, 2);
  });

  it('keeps the focus when the focused element is removed', async () => {
    let isBroken = true;
    const player = await aPlayer((url, init) =>
      aProxy(() => (isBroken ? {status: 500} : {urls: {originUrl: CLIP}})).fetcher(url, init),
    );
    player.focus();
    await until(() => hasPart(player, 'retry'));
    const focused = () => player.shadowRoot!.activeElement;
    await until(() => focused() === part(player, 'stage'), 'The controls are gone.');
    isBroken = false;
    part(player, 'retry').focus();
    await press('Enter');
    await until(() => !hasPart(player, 'failure') && focused() === mediaOf(player));
  });

  it('tries again automatically when the browser is online again', async () => {
    let isOffline = true;
    const {fetcher, asked} = aProxy(() => ({urls: {originUrl: CLIP}}));
    Object.defineProperty(navigator, 'onLine', {configurable: true, get: () => !isOffline});
    try {
      const player = await aPlayer((url, init) =>
        isOffline ? Promise.reject(new TypeError('Failed to fetch')) : fetcher(url, init),
      );
      await until(() => textOf(player, 'failure').startsWith('You are offline.'));
      isOffline = false;
      dispatchEvent(new Event('online'));
      await until(() => !hasPart(player, 'failure') && asked.length === 1);
    } finally {
      Reflect.deleteProperty(navigator, 'onLine');
    }
  });

  itPlays('counts down to the next video, which the user can prevent', async () => {
    const {fetcher} = aProxy();
    const player = await aPlayer(fetcher);
    Object.assign(player, {hasNext: true, autoplayNext: true, upNext: aVideo({title: 'Waves'})});
    const steps = heard(player, 'video-step');
    await untilShown(player);
    const media = mediaOf(player);
    media.dispatchEvent(new Event('ended'));
    await until(() => textOf(player, 'up-next').includes('Up next: Waves'));
    assert.equal(textOf(player, 'status'), 'Up next: Waves');
    part(player, 'cancel').click();
    await until(() => !hasPart(player, 'up-next'));
    assert.isEmpty(steps);
    media.dispatchEvent(new Event('ended'));
    await until(() => hasPart(player, 'play-now'));
    part(player, 'play-now').click();
    assert.lengthOf(steps, 1);
  });
});
