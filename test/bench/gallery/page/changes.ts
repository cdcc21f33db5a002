/**
 * Changes that the benchmark makes in a rendered gallery. The number is different in each call, so that each call changes
 * something.
 */
export interface GalleryChanges {
  /** Changes the title of a visible video. */
  update(n: number): void;
  /** Adds a page of 50 videos at the end. */
  append(n: number): void | Promise<void>;
  /** Selects a visible card. */
  select(n: number): void;
}

declare global {
  interface Window {
    gallery?: {[Name in keyof GalleryChanges]?: GalleryChanges[Name] | undefined};
  }
}
