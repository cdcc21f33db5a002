import {decodeVideoPage} from 'cloud-vod-gallery';
import {videoListJsonLd} from 'cloud-vod-gallery/json-ld';
import {drawOnServer} from 'cloud-vod-gallery/server';
import {Gallery} from './gallery';

// Without this line, the HTML has an empty tag.
drawOnServer();

/** Videos change: the page is made for each request. */
export const dynamic = 'force-dynamic';

/** The first videos; without them, after a failure, the browser requests them. */
async function firstPage() {
  const {API_ORIGIN, SITE_ORIGIN = ''} = process.env;
  const response = await fetch(`${API_ORIGIN}/api/videos?pageSize=24`).catch(() => undefined);
  const page = decodeVideoPage(await response?.json(), {baseUrl: SITE_ORIGIN});
  return 'videos' in page ? page : undefined;
}

export default async function Page() {
  const initialPage = await firstPage();
  const baseUrl = process.env.SITE_ORIGIN ?? '';
  const jsonLd = videoListJsonLd(initialPage?.videos ?? [], {
    baseUrl,
    cardHref: '/watch/{videoId}',
  });
  return (
    <>
      <script type="application/ld+json" dangerouslySetInnerHTML={{__html: jsonLd}} />
      <Gallery initialPage={initialPage} />
    </>
  );
}
