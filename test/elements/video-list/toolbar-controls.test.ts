import {assert} from '@open-wc/testing/pure';
import fc from 'fast-check';
import {html} from 'lit';
import '../../../src/define.js';
import type {VideoListElement} from '../../../src/elements/video-list/video-list.js';
import {texts} from '../../../src/features/toolbar/texts.js';
import {
  categoryFilter,
  categoryLevels,
  categoryTree,
  type Category,
} from '../../../src/model/category-tree.js';
import {press} from '../../support/input.js';
import {languages} from '../../support/languages.js';
import {part, partsOf, renderSettled, settled, until} from '../../support/page.js';
import {anEnvelope, recordsTitled} from '../../support/records.js';

/** A proxy with these capabilities and these categories: name, id, id of the parent. */
function aProxy(capabilities: object, categories: (readonly [string, string?, string?])[] = []) {
  const asked: URL[] = [];
  const fetcher = (address: string) => {
    const url = new URL(address);
    asked.push(url);
    const body = url.pathname.includes('/categories')
      ? {
          code: 200,
          data: {
            categoryList: categories.map(([labelName, nodeId = null, parentNodeId = null]) => ({
              labelName,
              nodeId,
              parentNodeId,
            })),
          },
        }
      : {...anEnvelope(recordsTitled('One')), capabilities};
    return Promise.resolve(Response.json(body));
  };
  return {asked, fetcher};
}

const listOf = (toolbar: string, {fetcher}: ReturnType<typeof aProxy>, attributes = {}) =>
  renderSettled(
    html`<video-list
      src="/api/videos"
      toolbar=${toolbar}
      .fetcher=${fetcher}
      .createdFrom=${(attributes as {from?: string}).from}
    ></video-list>`,
  );

const paths = ({asked}: ReturnType<typeof aProxy>) => asked.map(({pathname}) => pathname);

const tabs = (list: VideoListElement) => partsOf(list, 'category');
const namesOf = (list: VideoListElement) => tabs(list).map(({textContent}) => textContent.trim());
const tab = (list: VideoListElement, name: string) =>
  tabs(list)
    .find(({textContent}) => textContent.trim() === name)!
    .querySelector('input')!;

async function withTabs(list: VideoListElement, count: number) {
  await until(() => tabs(list).length === count, `${count} tabs are drawn`);
}

function setDay(list: VideoListElement, at: number, day: string) {
  const field = partsOf(list, 'date')[at] as HTMLInputElement;
  field.value = day;
  field.dispatchEvent(new Event('change', {bubbles: true}));
}

describe('A <video-list toolbar="categories">', () => {
  const tree = [
    ['Sport', '1'],
    ['News', '2'],
    ['Football', '3', '1'],
    ['Tennis', '4', '1'],
  ] as const;

  it('shows a tab for each category, and one for all', async () => {
    const proxy = aProxy({}, [['Sport'], ['News']]);
    const list = await listOf('categories', proxy);
    await withTabs(list, 3);
    assert.deepEqual(namesOf(list), ['All', 'Sport', 'News']);
    assert.isTrue(tab(list, 'All').checked);
    assert.include(paths(proxy), '/api/categories');
    tab(list, 'News').click();
    await settled(list);
    assert.equal(proxy.asked.at(-1)!.searchParams.get('videoClassification'), 'News');
    assert.isTrue(tab(list, 'News').checked);
    assert.lengthOf(partsOf(list, 'filter'), 0, 'a chip would say it twice');
    tab(list, 'All').click();
    await settled(list);
    assert.isFalse(proxy.asked.at(-1)!.searchParams.has('videoClassification'));
  });

  it('opens a row for the children of a category, and shows all of them until one is selected', async () => {
    const proxy = aProxy({categoryTree: true}, [...tree]);
    const list = await listOf('categories', proxy);
    await withTabs(list, 3);
    assert.include(paths(proxy), '/api/categories/tree');
    tab(list, 'Sport').click();
    await withTabs(list, 6);
    assert.equal(list.category, 'Sport,Football,Tennis');
    assert.deepEqual(namesOf(list).slice(3), ['All', 'Football', 'Tennis']);
    tab(list, 'Tennis').click();
    await settled(list);
    assert.equal(list.category, 'Tennis');
    assert.isTrue(tab(list, 'Sport').checked, 'the way to it stays marked');
    assert.isTrue(tab(list, 'Tennis').checked);
    tabs(list)[3]!.querySelector('input')!.click();
    await settled(list);
    assert.equal(list.category, 'Sport,Football,Tennis');
  });

  it('is one tab stop with arrow keys', async () => {
    const proxy = aProxy({}, [['Sport'], ['News']]);
    const list = await listOf('categories', proxy);
    await withTabs(list, 3);
    tab(list, 'All').focus();
    await press('ArrowRight');
    await until(() => list.category === 'Sport');
    assert.equal(list.shadowRoot!.activeElement, tab(list, 'Sport'));
  });

  it('shows the categories of the page without a request', async () => {
    const proxy = aProxy({categoryTree: true}, [...tree]);
    const list = await renderSettled(
      html`<video-list
        src="/api/videos"
        toolbar="categories"
        category="b"
        .categories=${['a', 'b']}
        .fetcher=${proxy.fetcher}
      ></video-list>`,
    );
    assert.deepEqual(namesOf(list), ['All', 'a', 'b']);
    assert.isTrue(tab(list, 'b').checked);
    assert.notMatch(paths(proxy).join(), /categories/);
  });

  it('keeps its height while the categories are loading', async () => {
    const many = Array.from({length: 60}, (_, at): [string] => [`Category ${at}`]);
    const list = await listOf('categories', aProxy({}, many));
    const {height} = part(list, 'toolbar').getBoundingClientRect();
    await withTabs(list, 61);
    assert.equal(part(list, 'toolbar').getBoundingClientRect().height, height);
    assert.isAtMost(document.documentElement.scrollWidth, innerWidth);
  });
});

describe('A <video-list toolbar="dates">', () => {
  it('requests complete days, including the last', async () => {
    const proxy = aProxy({});
    const list = await listOf('dates', proxy);
    setDay(list, 0, '2026-08-01');
    setDay(list, 1, '2026-08-15');
    await settled(list);
    const {searchParams} = proxy.asked.at(-1)!;
    assert.equal(searchParams.get('startTime'), '2026-08-01 00:00:00');
    assert.equal(searchParams.get('endTime'), '2026-08-15 23:59:59');
    assert.lengthOf(partsOf(list, 'filter'), 0);
    setDay(list, 0, '');
    await settled(list);
    assert.isFalse(proxy.asked.at(-1)!.searchParams.has('startTime'));
  });

  it('never requests a range that ends before it begins', async () => {
    const list = await listOf('dates', aProxy({}));
    setDay(list, 0, '2026-08-20');
    setDay(list, 1, '2026-08-04');
    assert.deepEqual([list.createdFrom, list.createdTo], ['2026-08-04', '2026-08-04']);
    setDay(list, 0, '2026-08-20');
    assert.deepEqual([list.createdFrom, list.createdTo], ['2026-08-20', '2026-08-20']);
  });

  it('waits while a year is typed, and shows the day of a time', async () => {
    const proxy = aProxy({});
    const list = await listOf('dates', proxy, {from: '2026-01-31 23:30:00'});
    assert.equal((partsOf(list, 'date')[0] as HTMLInputElement).value, '2026-01-31');
    setDay(list, 0, '0002-01-31');
    assert.equal(list.createdFrom, '2026-01-31 23:30:00');
  });
});

describe('A <video-list toolbar="order">', () => {
  const orders = (list: VideoListElement) =>
    [...(part(list, 'choice') as HTMLSelectElement).options].map(({value}) => value);

  it('offers only what the proxy can sort by', async () => {
    const usual = ['newest', 'oldest'];
    const byName = ['name-descending', 'name'];
    for (const [capabilities, expected] of [
      [{}, usual],
      [{sorts: ['name']}, [...usual, ...byName]],
      [{sorts: ['name', 'duration', 'mood']}, [...usual, ...byName, 'longest', 'shortest']],
    ] as const) {
      const list = await listOf('order', aProxy(capabilities));
      assert.deepEqual(orders(list), expected);
      list.remove();
    }
  });

  it('sends the order with the parameters of the proxy', async () => {
    const proxy = aProxy({sorts: ['name', 'duration']});
    const list = await listOf('order', proxy);
    for (const [order, sortBy, listOrder] of [
      ['name', 'name', '1'],
      ['name-descending', 'name', '0'],
      ['shortest', 'duration', '1'],
      ['longest', 'duration', '0'],
      ['oldest', null, '1'],
      ['newest', null, '0'],
    ] as const) {
      list.order = order;
      await settled(list);
      const {searchParams} = proxy.asked.at(-1)!;
      assert.deepEqual(
        [searchParams.get('sortBy'), searchParams.get('listOrder')],
        [sortBy, listOrder],
      );
    }
  });

  it('ends a choice that is too long with an ellipsis', async () => {
    const proxy = aProxy({}, [['A category with a name that is wider than any phone']]);
    const list = await listOf('category', proxy);
    await until(() => part(list, 'choice').textContent.includes('wider'));
    assert.equal(getComputedStyle(part(list, 'choice')).textOverflow, 'ellipsis');
  });

  it('shows the name of a filter once if its value has the same name', async () => {
    const list = await listOf('transcoding', aProxy({}));
    list.transcoding = 'transcoding';
    await settled(list);
    assert.equal(part(list, 'filter').textContent.replace(/\s+/g, ' ').trim(), 'Processing ✕');
  });

  it('has its texts in ten languages', () => {
    const names = Object.keys(texts['en']!.choices!);
    for (const {language} of languages) {
      const {all, created, choices} = texts[language]!;
      assert.isTrue(!!all && !!created && names.every((name) => choices![name as 'name']));
    }
  });
});

describe('A tree of categories', () => {
  it('contains every category once, whatever the parents are', () => {
    const id = fc.option(fc.constantFrom('1', '2', '3', '4'), {nil: undefined});
    const record = fc.record({name: fc.string({minLength: 1}), id, parentId: id});
    const count = (categories: readonly Category[]): number =>
      categories.reduce((sum, {children}) => sum + 1 + count(children), 0);
    fc.assert(
      fc.property(fc.array(record), fc.string(), (records, filter) => {
        const top = categoryTree(records);
        assert.equal(count(top), records.length);
        const levels = categoryLevels(top, filter);
        assert.isAtMost(levels.length, records.length);
        for (const {all} of levels.slice(1)) assert.isNotEmpty(all);
        for (const category of top) {
          assert.equal(
            categoryLevels(top, categoryFilter(category))[0]!.chosen !== undefined,
            true,
          );
        }
      }),
    );
  });
});
