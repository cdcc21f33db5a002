import {drawOnServer} from 'cloud-vod-gallery/server';

/** Without it, the HTML has an empty tag. */
export default defineNuxtPlugin(() => drawOnServer());
