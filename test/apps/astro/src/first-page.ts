import {decodeVideoPage} from 'cloud-vod-gallery';

const {API_ORIGIN, SITE_ORIGIN = ''} = process.env;

/** The videos of the site, for addresses of covers and links. */
export const baseUrl = SITE_ORIGIN;

/** The first videos; without them, after a failure, the browser requests them. */
export async function firstPage() {
  const response = await fetch(`${API_ORIGIN}/api/videos?pageSize=24`).catch(() => undefined);
  const page = decodeVideoPage(await response?.json(), {baseUrl});
  return 'videos' in page ? page : undefined;
}
