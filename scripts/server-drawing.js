/**
 * Stands in for `src/internal/server-drawing.ts` in the scripts for a `<script>` tag. They cannot hydrate: their templates have
 * no white space any more, and differ from those of a server. The minifier then leaves out what is only for hydration.
 */
export const isTakingOver = () => false;
export const beginTakingOver = () => {};
export const endTakingOver = () => false;
