/**
 * How far a cover picture is; the card's custom state: `:state(cover-broken)`. `slow` has been waited for
 * long enough, but may still arrive; `broken` answered with an error or with no picture.
 */
export type CoverState = 'missing' | 'loading' | 'slow' | 'loaded' | 'broken';
