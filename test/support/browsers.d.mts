/** For the tests in TypeScript; the words are in `browsers.mjs`. */
export type BrowserName = 'chromium' | 'firefox' | 'webkit';
export function findBrowser(name: BrowserName): string | undefined;
export function adviceFor(names: readonly BrowserName[]): string;
