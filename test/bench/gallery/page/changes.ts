/**
 * What the bench makes a gallery do once it stands, as far as the gallery's own page can. Each takes a
 * number that differs from call to call, so that no call asks for what is there already.
 */
export interface GalleryChanges {
  /** Gives a video in view another title. */
  update(n: number): void;
  /** Adds a page of 50 videos at the end. */
  append(n: number): void | Promise<void>;
  /** Picks a card in view. */
  select(n: number): void;
}

declare global {
  interface Window {
    gallery?: {[Name in keyof GalleryChanges]?: GalleryChanges[Name] | undefined};
  }
}
