/**
 * Lit creates a Trusted Types policy when its module runs, and throws if the page has another copy of Lit and does not
 * allow a second policy of this name. In our scripts it then tries another name. If that is not allowed either, the error
 * says what the page must allow.
 */
const MODULE = /lit-html\/(?:node\/)?(?:development\/)?lit-html\.js$/;
const CALL = /(\w+)\.createPolicy\("lit-html",(\{createHTML:\w+=>\w+\})\)/;

const makePolicy = `function makePolicy(types, rules) {
  for (const name of ['lit-html', 'cloud-vod-gallery']) {
    try {
      return types.createPolicy(name, rules);
    } catch {}
  }
  throw new Error("cloud-vod-gallery cannot run beside the page's own Lit: its Content Security Policy must have cloud-vod-gallery in trusted-types.");
}
`;

/** @returns {import('vite').Plugin} */
export function litPolicy() {
  return {
    name: 'lit-policy',
    enforce: 'pre',
    transform(code, id) {
      if (!MODULE.test(id)) return null;
      if (!CALL.test(code)) throw new Error('Lit has changed. Adapt scripts/lit-policy.mjs.');
      return {code: makePolicy + code.replace(CALL, 'makePolicy($1,$2)'), map: null};
    },
  };
}
