import type {Page} from 'puppeteer-core';

/** What a visitor sees of the gallery of a page. */
export interface SeenGallery {
  readonly titles: readonly string[];
  /** `display` of the grid: only a style sheet makes it "grid". */
  readonly gridDisplay: string;
  readonly cardHeight: number;
}

/** Waits for the gallery of a page and describes it. */
export async function seeGallery(page: Page): Promise<SeenGallery> {
  await page.waitForFunction(() => document.querySelector('video-list')?.matches(':state(ready)'));
  return page.evaluate(() => {
    const grid = document.querySelector('video-list')?.shadowRoot?.querySelector('[role=list]');
    const cards = [...(grid?.children ?? [])];
    return {
      titles: cards.map(
        (card) => card.shadowRoot?.querySelector('[part=title]')?.textContent ?? '',
      ),
      gridDisplay: grid ? getComputedStyle(grid).display : '',
      cardHeight: cards[0]?.getBoundingClientRect().height ?? 0,
    };
  });
}

/** Waits until the covers of this many cards are shown. */
export async function untilCovers(page: Page, count: number): Promise<void> {
  await page.waitForFunction(
    (least) => {
      const root = document.querySelector('video-list')?.shadowRoot;
      const cards = [...(root?.querySelectorAll('[role=listitem]') ?? [])];
      return cards.filter((card) => card.matches(':state(cover-loaded)')).length >= least;
    },
    {},
    count,
  );
}

/** Clicks the first card and hands out the id of the video that the page hears of. */
export async function pickFirst(page: Page): Promise<string> {
  await page.evaluate(() => {
    const picked = new Promise((resolve) => {
      document.addEventListener('video-select', ({detail}) => {
        resolve(detail.video.id);
      });
    });
    Object.assign(window, {picked});
  });
  await page.locator('video-list >>> [role=listitem]').click();
  return page.evaluate(() => Reflect.get(window, 'picked') as Promise<string>);
}

/** Waits until a card of the gallery has this title. */
export async function untilListHas(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (title) => {
      const root = document.querySelector('video-list')?.shadowRoot;
      const cards = [...(root?.querySelectorAll('[part=card]') ?? [])];
      const titles = cards.map(({shadowRoot}) => shadowRoot?.querySelector('[part=title]'));
      return titles.some((found) => found?.textContent === title);
    },
    {},
    title,
  );
}

/** Scrolls to the end of a page that grows, until a card of the gallery has this title. */
export async function scrollUntilListHas(page: Page, title: string): Promise<void> {
  await page.waitForFunction(
    (title) => {
      scrollTo(0, document.body.scrollHeight);
      const root = document.querySelector('video-list')?.shadowRoot;
      const cards = [...(root?.querySelectorAll('[part=card]') ?? [])];
      const titles = cards.map(({shadowRoot}) => shadowRoot?.querySelector('[part=title]'));
      return titles.some((found) => found?.textContent === title);
    },
    {},
    title,
  );
}

/** Waits until the page reports it. */
export async function untilStatus(page: Page, text: string): Promise<void> {
  await page.waitForFunction(
    (text) => document.querySelector('p[role=status]')?.textContent?.trim() === text,
    {},
    text,
  );
}
