/** The build of hls.js without what the vendor's streams do not have: other sound tracks, subtitles, encryption. */
declare module 'hls.js/light' {
  export {default} from 'hls.js';
}
