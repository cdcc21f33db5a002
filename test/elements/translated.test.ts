import {assert} from '@open-wc/testing/pure';
import {html} from 'lit';
import '../../src/define.js';
import type {VideoListElement} from '../../src/elements/video-list/video-list.js';
import {atRest} from '../hosts/scene.js';
import {cardsOf, part, partsOf, renderSettled, settled, until} from '../support/page.js';
import {videosTitled} from '../support/videos.js';

type Translator = (text: Text) => void;

/** Like Chrome, Edge and the scripts of Google Translate. */
const replacing: Translator = (text) => {
  const font = document.createElement('font');
  font.innerHTML = '<font></font>';
  font.firstElementChild!.textContent = `«${text.data}»`;
  text.replaceWith(font);
};

/** Like extensions that show both languages. */
const adding: Translator = (text) => {
  const font = document.createElement('font');
  font.textContent = ` «${text.data}»`;
  text.after(font);
};

/** Translates a tree, shadow roots included. */
function translate(node: Node, translator: Translator) {
  if (node instanceof Text && node.data.trim()) translator(node);
  if (node instanceof Element && node.shadowRoot) translate(node.shadowRoot, translator);
  for (const child of [...node.childNodes]) translate(child, translator);
}

const titles = (list: VideoListElement) =>
  cardsOf(list).map((card) => part(card, 'title').textContent.trim());

const titled = (title: string, count: number) =>
  videosTitled(...Array.from({length: count}, (_, index) => `${title} ${index + 1}`));

/** The visible title of each video: the original or a translation. */
function isTitle(shown: string, title: string) {
  return [title, `«${title}»`, `${title} «${title}»`].includes(shown);
}

for (const [name, translator] of Object.entries({
  'replaces texts': replacing,
  'adds its texts': adding,
})) {
  describe(`A list in a page with a translator that ${name}`, () => {
    it('shows the title of each video after a scroll', async () => {
      const list = await renderSettled(
        html`<video-list .videos=${titled('Video', 300)}></video-list>`,
      );
      await atRest(list);
      const before = titles(list);
      translate(list, translator);
      window.scrollTo({top: 6000, behavior: 'instant'});
      await atRest(list);
      const cards = cardsOf(list);
      assert.notInclude(before, cards[0]!.video!.title);
      const wrong = titles(list).filter(
        (shown, index) => !isTitle(shown, cards[index]!.video!.title),
      );
      assert.deepEqual(wrong, []);
      window.scrollTo({top: 0, behavior: 'instant'});
    });

    it('shows titles that change', async () => {
      const list = await renderSettled(
        html`<video-list .videos=${titled('Video', 3)}></video-list>`,
      );
      translate(list, translator);
      list.videos = titled('Another', 3);
      await settled(list);
      assert.deepEqual(titles(list), ['Another 1', 'Another 2', 'Another 3']);
    });

    it('changes its language with the page', async () => {
      const list = await renderSettled(
        html`<video-list
          lang="en"
          selection="multiple"
          .videos=${titled('Video', 3)}
        ></video-list>`,
      );
      translate(list, translator);
      list.lang = 'de';
      const texts = () =>
        partsOf(list, 'clear-selection').map((button) => button.textContent.trim());
      await until(
        () => texts().join() === 'Auswahl aufheben',
        `the button is German: ${texts().join()}`,
      );
    });
  });
}

describe('A list with style sheets of a browser extension in its shadow root', () => {
  it('keeps the styles of features that load later', async () => {
    const list = await renderSettled(html`<video-list .videos=${titled('Video', 3)}></video-list>`);
    const sheets = Array.from({length: 9}, () => new CSSStyleSheet());
    list.shadowRoot!.adoptedStyleSheets.push(...sheets);
    list.toolbar = 'search';
    await settled(list);
    const other = await renderSettled(
      html`<video-list toolbar="search" .videos=${titled('Video', 3)}></video-list>`,
    );
    const own = (each: VideoListElement) =>
      each.shadowRoot!.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
    assert.sameMembers(own(list), own(other));
  });
});
