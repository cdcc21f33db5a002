export default defineNuxtConfig({
  compatibilityDate: '2026-01-01',
  runtimeConfig: {
    // NUXT_API_ORIGIN and NUXT_SITE_ORIGIN.
    apiOrigin: '',
    siteOrigin: '',
  },
  app: {head: {title: 'Videos', htmlAttrs: {lang: 'en'}, link: [{rel: 'icon', href: 'data:,'}]}},
});
