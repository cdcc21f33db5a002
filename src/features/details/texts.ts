import type {StringOverrides} from '../../languages/strings.js';

/** Text of the bar on a card for screen readers. */
export const texts: Readonly<Record<string, StringOverrides>> = {
  en: {watched: '{percent} watched'},
  ar: {watched: 'تمت مشاهدة {percent}'},
  de: {watched: 'zu {percent} angesehen'},
  es: {watched: '{percent} visto'},
  fr: {watched: 'vue à {percent}'},
  ja: {watched: '{percent} 視聴済み'},
  ko: {watched: '{percent} 시청함'},
  pt: {watched: '{percent} assistido'},
  'zh-Hans': {watched: '已观看 {percent}'},
  'zh-Hant': {watched: '已觀看 {percent}'},
};
