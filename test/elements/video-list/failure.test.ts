import {assert, oneEvent} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../../src/define.js';
import {VideoListError} from '../../../src/data/video-list-error.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {heard, warningsDuring} from '../../support/events.js';
import {answering, holding, silent, type Answer} from '../../support/test-server.js';
import {press} from '../../support/input.js';
import {
  cardAt,
  hasPart,
  hasState,
  isFocused,
  part,
  render,
  renderSettled,
  settled,
  textOf,
  titlesIn,
} from '../../support/page.js';
import {anAnswer, aPage, aPageTitled} from '../../support/records.js';

const broken = anAnswer('Oops', 500);

/** A list that has loaded these responses in order. */
async function listAfter(...answers: Answer[]) {
  const server = await answering(...answers);
  const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
  for (let count = 1; count < answers.length; count += 1) await list.refresh();
  await settled(list);
  return list;
}

describe('A <video-list> that cannot load', () => {
  for (const [code, answer] of [
    ['network', {drop: true}],
    ['http', broken],
    ['not-json', anAnswer('<p>Sign in</p>')],
    ['bad-envelope', anAnswer('{}')],
    ['vendor', anAnswer('{"code": 7, "message": "未知错误"}')],
  ] as const) {
    it(`says so to the user and to the page: ${code}`, async () => {
      const {url} = await answering(answer);
      const list = await render<VideoListElement>(html`<video-list src=${url}></video-list>`);
      const errors = heard(list, 'video-list-error');
      await settled(list);
      assert.lengthOf(errors, 1);
      assert.instanceOf(errors[0]?.detail.error, VideoListError);
      assert.equal(errors[0]?.detail.error.code, code);
      assert.isFalse(errors[0]?.bubbles);
      assert.isTrue(hasState(list, 'error'));
      assert.include(textOf(list, 'message'), code);
      assert.include(textOf(list, 'status'), code);
      assert.isTrue(hasPart(list, 'retry'));
    });
  }

  for (const [code, status, message, sentence] of [
    [1535, 200, '没有权限', 'You do not have permission to see these videos.'],
    [1502, 200, '视频不存在', 'This video does not exist.'],
    [1000, 200, '分类不存在', 'This category does not exist.'],
    [24112000, 400, '参数错误', 'The server does not accept these filters.'],
    [429, 429, 'Slow down.', 'Too many requests at the moment. Try again in a few minutes.'],
    [
      401,
      401,
      'old timestamp',
      'The server’s clock is wrong. The operator of this site must set it.',
    ],
  ] as const) {
    it(`says what code ${code} means, and the console the vendor’s words: ${message}`, async () => {
      const {url} = await answering(anAnswer(JSON.stringify({code, message}), status));
      const warnings = await warningsDuring(async () => {
        const list = await renderSettled(html`<video-list src=${url}></video-list>`);
        assert.include(textOf(list, 'message'), sentence);
        assert.equal(textOf(list, 'status'), sentence);
        assert.notInclude(list.shadowRoot!.textContent, message);
      });
      assert.lengthOf(warnings, 1);
      assert.include(warnings[0], `error ${code}: ${message}`);
    });
  }

  it('logs one line, whatever the message of the vendor contains', async () => {
    const message = 'No\r\nreason %c\u001b[31m\u202e\u2028here';
    const {url} = await answering(anAnswer(JSON.stringify({code: 8, message})));
    const warnings = await warningsDuring(() =>
      renderSettled(html`<video-list src=${url}></video-list>`),
    );
    assert.lengthOf(warnings, 1);
    assert.include(warnings[0], 'error 8: No reason %c [31m here.');
  });

  it('fails after the timeout of the page', async () => {
    const {url} = await silent();
    const list = await render<VideoListElement>(
      html`<video-list src=${url} timeout="60"></video-list>`,
    );
    const errors = heard(list, 'video-list-error');
    await settled(list);
    assert.equal(errors[0]?.detail.error.code, 'timeout');
  });

  it('uses the texts of the page', async () => {
    const {url} = await answering(broken);
    const strings = {failed: '불러올 수 없습니다', retry: '다시 시도'};
    const list = await renderSettled(
      html`<video-list src=${url} .strings=${strings}></video-list>`,
    );
    assert.include(textOf(list, 'message'), '불러올 수 없습니다');
    assert.equal(textOf(list, 'retry'), '다시 시도');
  });

  it('shows the page’s own content in the slot "error", and the button still', async () => {
    const {url} = await answering(broken);
    const list = await renderSettled(
      html`<video-list src=${url}><p slot="error">Ours</p></video-list>`,
    );
    const content = list.querySelector('p') as HTMLElement;
    assert.isAbove(content.getBoundingClientRect().height, 0);
    assert.isTrue(hasPart(list, 'retry'));
  });

  it('loads when the proxy works again and the user retries', async () => {
    const list = await listAfter(broken, broken);
    assert.isTrue(hasState(list, 'error'));
    const {url} = await answering(broken, aPageTitled('First'));
    list.src = url;
    await oneEvent(list, 'video-list-error');
    const loaded = oneEvent(list, 'video-list-load');
    part(list, 'retry').click();
    await loaded;
    assert.deepEqual(titlesIn(list), ['First']);
    assert.isFalse(hasPart(list, 'message'));
  });

  it('keeps the cards when a refresh fails, with the failure in view below them', async () => {
    const list = await listAfter(aPageTitled('First', 'Second'), broken);
    assert.deepEqual(titlesIn(list), ['First', 'Second']);
    assert.isTrue(hasState(list, 'ready'));
    const message = part(list, 'message').getBoundingClientRect();
    assert.isAtLeast(message.top, part(list, 'grid').getBoundingClientRect().bottom);
    assert.isAtMost(message.bottom, innerHeight);
  });

  it('removes the error after a successful refresh', async () => {
    const list = await listAfter(aPageTitled('First'), broken, aPageTitled('Second'));
    assert.deepEqual(titlesIn(list), ['Second']);
    assert.isFalse(hasPart(list, 'message'));
  });
});

describe('Retrying by keyboard', () => {
  const retryFocused = async (...answers: Answer[]) => {
    const server = await answering(...answers);
    const list = await renderSettled(html`<video-list src=${server.url}></video-list>`);
    part(list, 'retry').focus();
    return list;
  };

  it('keeps the focus on the button while requests continue to fail', async () => {
    const list = await retryFocused(broken);
    const failed = oneEvent(list, 'video-list-error');
    await press('Enter');
    await failed;
    await settled(list);
    assert.isTrue(isFocused(part(list, 'retry')));
  });

  it('moves the focus to the first card when the videos have loaded', async () => {
    const list = await retryFocused(broken, aPageTitled('First', 'Second'));
    const focusMoved = oneEvent(list.shadowRoot, 'focusin');
    await press('Enter');
    await focusMoved;
    assert.isTrue(isFocused(part(cardAt(list, 0), 'link')));
  });

  it('does not lose the focus when there are no videos', async () => {
    const list = await retryFocused(broken, aPage([]));
    const loaded = oneEvent(list, 'video-list-load');
    await press('Enter');
    await loaded;
    await settled(list);
    assert.isTrue(document.activeElement === list, 'The focus is in the list.');
  });

  it('does not move the focus if the user has moved it meanwhile', async () => {
    const server = await holding(aPageTitled('First'));
    const scene = await render(html`
      <div><video-list src=${(await answering(broken)).url}></video-list><input /></div>
    `);
    const list = scene.querySelector('video-list') as VideoListElement;
    const input = scene.querySelector('input') as HTMLInputElement;
    await settled(list);
    list.fetcher = (_url, init) => fetch(server.url, init);
    const errors = heard(list, 'video-list-error');
    const retried = oneEvent(list, 'video-list-load');
    part(list, 'retry').focus();
    await press('Enter');
    input.focus();
    await server.release();
    await retried;
    await settled(list);
    assert.isEmpty(errors);
    assert.isTrue(isFocused(input));
  });
});
