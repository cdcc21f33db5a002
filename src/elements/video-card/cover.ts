/**
 * State of the cover, and custom state of the card: `:state(cover-broken)`. `slow`: still loading after ten seconds; `broken`:
 * an error, or not a picture.
 */
export type CoverState = 'missing' | 'loading' | 'slow' | 'loaded' | 'broken';
