/** The light build of hls.js, without features that the vendor's streams do not use: alternative audio, subtitles, encryption. */
declare module 'hls.js/light' {
  export {default} from 'hls.js';
}
