/**
 * Replaces `src/internal/server-drawing.ts` in the scripts for a `<script>` tag. These cannot hydrate, because their
 * minified templates differ from those of a server. The minifier then removes all code for hydration.
 */
export const isTakingOver = () => false;
export const beginTakingOver = () => {};
export const endTakingOver = () => false;
