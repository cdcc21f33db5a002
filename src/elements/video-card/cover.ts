/**
 * State of the cover, and custom state of the card: `:state(cover-broken)`. `slow`: it takes long, but may still load;
 * `broken`: an error, or not a picture.
 */
export type CoverState = 'missing' | 'loading' | 'slow' | 'loaded' | 'broken';
