import {assert} from '@open-wc/testing/pure';
import {html, type LitElement} from 'lit';
import '../../src/define.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import {registerLanguage} from '../../src/languages/registry.js';
import {english, translations} from '../support/languages.js';
import {answering} from '../support/test-server.js';
import {cardAt, render, renderSettled, textOf, until} from '../support/page.js';
import {aPageOf} from '../support/records.js';
import {aVideo} from '../support/videos.js';

/** A list without videos, with its message. */
const emptyList = (lang: string) => html`<video-list lang=${lang} .videos=${[]}></video-list>`;

const says = (list: Element, sentence: string) => until(() => textOf(list, 'message') === sentence);

const aList = () => Object.assign(document.createElement('video-list'), {videos: []});

describe('A gallery', () => {
  for (const {language, empty} of translations) {
    it(`uses "${language}" if the page does`, async () => {
      await says(await render(emptyList(language)), empty);
    });
  }

  for (const [lang, sentence] of [
    ['en-GB', 'No videos yet'],
    ['de-AT', 'Noch keine Videos'],
    ['DE', 'Noch keine Videos'],
    ['pt-BR', 'Ainda não há vídeos'],
    ['pt-PT', 'Ainda não há vídeos'],
    ['zh', '暂无视频'],
    ['zh-CN', '暂无视频'],
    ['zh-TW', '目前沒有影片'],
    ['zh-HK', '目前沒有影片'],
    ['zh-Hant-HK', '目前沒有影片'],
    ['ar-u-nu-arab', 'لا توجد فيديوهات بعد'],
  ] as const) {
    it(`has the text "${sentence}" if the language is "${lang}"`, async () => {
      await says(await render(emptyList(lang)), sentence);
    });
  }

  it('uses English texts for an unknown language, with dates in that language', async () => {
    const uploadedAtMs = new Date(2024, 2, 1, 12).getTime();
    const video = aVideo({title: '', durationSeconds: 61, uploadedAtMs});
    const card = await render(html`<video-card lang="sv" .video=${video}></video-card>`);
    assert.equal(textOf(card, 'title'), 'Untitled video');
    assert.equal(textOf(card, 'meta'), '1 mars 2024');
  });

  for (const lang of ['', 'no such', 'x', 'de_DE']) {
    it(`uses the user's language if that of the page is "${lang}"`, async () => {
      const page = await render(html`<div lang="de">${emptyList(lang)}</div>`);
      assert.match(navigator.language, /^en/);
      assert.equal(textOf(page.firstElementChild!, 'message'), 'No videos yet');
    });
  }

  it('uses the plurals of the language and the digits of the country', async () => {
    const {url} = await answering(aPageOf(3));
    const list = await renderSettled(html`<video-list lang="ar-EG" src=${url}></video-list>`);
    await until(() => textOf(list, 'status') === '٣ فيديوهات');
    assert.equal(textOf(cardAt(list, 0), 'duration'), '١:٠٥');
    assert.equal(textOf(cardAt(list, 0), 'badge'), 'Full HD');
    const isSpoken = () =>
      cardAt(list, 0).description.includes('الجودة: Full HD، ١٩٢٠ في ١٠٨٠ بكسل');
    await until(isSpoken);
  });
});

describe('The nearest `lang` counts', () => {
  it('for two lists in two languages', async () => {
    const page = await render(html`
      <div lang="fr">
        ${emptyList('ja')}
        <section lang="es"><video-list .videos=${[]}></video-list></section>
      </div>
    `);
    const [japanese, spanish] = page.querySelectorAll('video-list');
    await says(japanese!, '動画はまだありません');
    await says(spanish!, 'Todavía no hay vídeos');
  });

  it('for texts of chips and drop-downs', async () => {
    const list = await render(html`
      <video-list
        lang="fr"
        toolbar="search state"
        state="available"
        created-from="2016-01-01"
        .videos=${[]}
      ></video-list>
    `);
    await until(() => textOf(list, 'reset') === 'Réinitialiser les filtres');
    assert.include(textOf(list, 'message'), 'Aucune vidéo trouvée');
    const chips = [...list.shadowRoot!.querySelectorAll('[part=filter]')];
    assert.deepEqual(
      chips.map((chip) => chip.textContent.trim()),
      ['État\u00a0: Disponible ✕', 'Depuis\u00a0: 1 janv. 2016 ✕'],
    );
  });

  it('for messages of a form', async () => {
    const list = await render<VideoListElement>(html`
      <video-list lang="de" required selection="single" .videos=${[aVideo()]}></video-list>
    `);
    await until(() => list.validationMessage === 'Wählen Sie ein Video aus.');
    list.lang = 'ja';
    await until(() => list.validationMessage === '動画を選択してください。');
  });

  it('when it is changed, on the list, above it, or on the page', async () => {
    const page = await render<HTMLElement>(
      html`<div lang="de"><video-list .videos=${[]}></video-list></div>`,
    );
    const list = page.firstElementChild as VideoListElement;
    await says(list, 'Noch keine Videos');
    page.lang = 'fr';
    await says(list, 'Aucune vidéo pour le moment');
    list.lang = 'es';
    await says(list, 'Todavía no hay vídeos');
    list.removeAttribute('lang');
    page.removeAttribute('lang');
    const {lang} = document.documentElement;
    document.documentElement.lang = 'ko';
    await says(list, '아직 동영상이 없습니다');
    document.documentElement.lang = lang;
    await says(list, 'No videos yet');
  });

  it('across shadow roots', async () => {
    const outer = await render<HTMLElement>(html`<div lang="de"></div>`);
    const inner = document.createElement('div');
    outer.attachShadow({mode: 'open'}).append(inner);
    const list = aList();
    inner.attachShadow({mode: 'open'}).append(list);
    await says(list, 'Noch keine Videos');
    outer.lang = 'fr';
    await says(list, 'Aucune vidéo pour le moment');
    inner.lang = 'ja';
    await says(list, '動画はまだありません');
  });

  it('after an element has been moved', async () => {
    const page = await render(
      html`<div>
        <p lang="de"></p>
        <p lang="fr"></p>
      </div>`,
    );
    const [german, french] = page.children;
    const list = aList();
    german!.append(list);
    await says(list, 'Noch keine Videos');
    french!.append(list);
    await says(list, 'Aucune vidéo pour le moment');
  });

  it('and changes nothing for other elements', async () => {
    const page = await render(html`
      <div>
        <video-card lang="de" heading="A"></video-card>
        <video-card lang="fr" heading="B"></video-card>
      </div>
    `);
    const [german, french] = page.querySelectorAll('video-card') as Iterable<
      HTMLElement & LitElement
    >;
    const drawn: unknown[] = [];
    for (const card of [german!, french!]) {
      await card.updateComplete;
      card.addController({hostUpdated: () => drawn.push(card.lang)});
    }
    german!.lang = 'nb';
    await until(() => drawn.length > 0);
    registerLanguage({language: 'nb', untitled: 'Uten navn'});
    await until(() => drawn.length > 1);
    assert.deepEqual(drawn, ['nb', 'nb']);
  });
});

describe('registerLanguage()', () => {
  it('adds a language of the page, also to existing galleries', async () => {
    const list = await render(emptyList('nl-BE'));
    assert.equal(textOf(list, 'message'), 'No videos yet');
    registerLanguage({...english, language: 'nl', empty: 'Nog geen video’s'});
    await says(list, 'Nog geen video’s');
  });

  it('uses English for missing texts', async () => {
    registerLanguage({language: 'da', states: {failed: 'Mislykket'}});
    const card = await render(
      html`<video-card lang="da" state="failed unavailable" video-id="1"></video-card>`,
    );
    const chips = [...card.shadowRoot!.querySelectorAll('[part~=state]')];
    assert.deepEqual(
      chips.map((chip) => chip.textContent),
      ['Mislykket', 'Unavailable'],
    );
  });

  it('changes a sentence of an included language, and keeps the others', async () => {
    registerLanguage({language: 'ko', empty: '텅 비었습니다'});
    const list = await render(
      html`<video-list lang="ko" toolbar="search" .videos=${[]}></video-list>`,
    );
    await says(list, '텅 비었습니다');
    await until(() => list.shadowRoot?.querySelector('input')?.placeholder === '검색');
  });

  it('changes a sentence for one country', async () => {
    registerLanguage({language: 'pt-pt', retry: 'Voltar a tentar'});
    const page = await render(html`
      <div>
        <video-list lang="pt-PT" src="/test-server/none"></video-list>
        <video-list lang="pt" src="/test-server/none"></video-list>
      </div>
    `);
    const [portugal, brazil] = page.querySelectorAll('video-list');
    for (const list of [portugal!, brazil!]) {
      await until(() => textOf(list, 'message').includes('Não foi possível carregar os vídeos'));
    }
    assert.equal(textOf(portugal!, 'retry'), 'Voltar a tentar');
    assert.equal(textOf(brazil!, 'retry'), 'Tentar novamente');
  });

  it('can be called again for another sentence', async () => {
    registerLanguage({language: 'fi', choices: {newest: 'Uusimmat'}});
    registerLanguage({language: 'fi', choices: {oldest: 'Vanhimmat'}});
    const list = await render(
      html`<video-list lang="fi" toolbar="order" .videos=${[]}></video-list>`,
    );
    const options = [...list.shadowRoot!.querySelectorAll('option')];
    assert.deepEqual(
      options.map((option) => option.text),
      ['Uusimmat', 'Vanhimmat'],
    );
  });

  it('refuses text that is not a language tag', () => {
    assert.throws(() => registerLanguage({language: 'no such'}), RangeError);
  });
});

describe('The `strings` of an element', () => {
  it('replace single texts in any language', async () => {
    const strings = {empty: 'Alles weg', filters: {search: 'Wonach?'}};
    const list = await render(
      html`<video-list
        lang="de"
        toolbar="search order"
        .strings=${strings}
        .videos=${[]}
      ></video-list>`,
    );
    assert.equal(textOf(list, 'message'), 'Alles weg');
    const labels = () =>
      [...list.shadowRoot!.querySelectorAll('input, select')].map((control) => control.ariaLabel);
    await until(() => String(labels()) === 'Wonach?,Sortierung');
  });
});
