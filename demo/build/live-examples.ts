/**
 * The live examples of the reference: the attributes of the tag, by the attribute that they show. The build fails if one is
 * missing.
 */
export const liveExamples: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'video-list': {
    src: 'src="api/videos" page-size="4" paging="none"',
    'page-size': 'src="api/videos" page-size="3" paging="button"',
    paging: 'src="api/videos" page-size="4" paging="pages"',
    'auto-pages': 'src="api/videos" page-size="4" auto-pages="2"',
    page: 'src="api/videos" page-size="4" paging="pages" page="3"',
    search: 'src="api/videos" page-size="4" paging="none" search="drone"',
    'video-id': 'src="api/videos" paging="none" video-id="FEEC23ACC9BF6152C443639C7C5399D6"',
    category: 'src="api/videos" page-size="4" paging="none" category="Launches"',
    state: 'src="api/videos" page-size="4" paging="none" state="unavailable"',
    transcoding: 'src="api/videos" page-size="4" paging="none" transcoding="failed"',
    'created-by': 'src="api/videos" page-size="4" paging="none" created-by="studio-berlin"',
    'created-from': 'src="api/videos" page-size="4" paging="none" created-from="2026-09-01"',
    'created-to': 'src="api/videos" page-size="4" paging="none" created-to="2026-01-31"',
    order: 'src="api/videos" page-size="4" paging="none" order="oldest"',
    toolbar: 'src="api/videos" page-size="4" paging="none" toolbar="search order category state"',
    locked:
      'src="api/videos" page-size="4" paging="none" toolbar="search category" category="Launches" locked="category"',
    history: 'id="remembered" src="api/videos" page-size="4" paging="button" history',
    play: 'src="api/videos" page-size="4" paging="none" play="dialog"',
    'autoplay-next': 'src="api/videos" page-size="4" paging="none" play="dialog" autoplay-next',
    remember: 'src="api/videos" page-size="4" paging="none" play="dialog" remember',
    show: 'src="api/videos" page-size="4" paging="none" show="date author size description"',
    impressions: 'src="api/videos" page-size="4" paging="none" impressions',
    method: 'src="api/videos" page-size="4" paging="none" method="get"',
    credentials: 'src="api/videos" page-size="4" paging="none" credentials="omit"',
    timeout: 'src="api/videos" page-size="4" paging="none" timeout="5000"',
    live: 'src="api/videos" page-size="4" paging="none" live',
    'poll-interval': 'src="api/videos" page-size="4" paging="none" poll-interval="5000"',
    source: 'src="api/videos" page-size="4" paging="none" source="getVideoList"',
    'card-href': 'src="api/videos" page-size="4" paging="none" card-href="watch.html?id={videoId}"',
    current:
      'src="api/videos" page-size="4" paging="none" current="FEEC23ACC9BF6152C443639C7C5399D6"',
    selection:
      'src="api/videos" page-size="4" paging="none" selection="multiple" aria-label="Videos"',
    max: 'src="api/videos" page-size="4" paging="none" selection="multiple" max="2" aria-label="Videos"',
    'playable-only':
      'src="api/videos" paging="none" page-size="4" transcoding="failed" selection="multiple" playable-only aria-label="Videos"',
    value:
      'src="api/videos" page-size="4" paging="none" selection="single" value="FEEC23ACC9BF6152C443639C7C5399D6" aria-label="Videos"',
    name: 'src="api/videos" page-size="4" paging="none" selection="multiple" name="video" aria-label="Videos"',
    required:
      'src="api/videos" page-size="4" paging="none" selection="single" required aria-label="Videos"',
    disabled:
      'src="api/videos" page-size="4" paging="none" selection="single" disabled aria-label="Videos"',
    layout: 'src="api/videos" page-size="8" paging="none" layout="row"',
    density: 'src="api/videos" page-size="8" paging="none" density="compact"',
    'heading-level': 'src="api/videos" page-size="4" paging="none" heading-level="3"',
    'badge-format': 'src="api/videos" page-size="4" paging="none" badge-format="height"',
  },
  'video-card': {
    'video-id':
      'video-id="42" heading="A walk by the sea" cover="catalogue/media/covers/shore-1.webp" duration="754" width="3840" height="2160" uploaded="2026-01-15"',
    heading: 'heading="A walk by the sea" cover="catalogue/media/covers/shore-1.webp"',
    cover: 'heading="Over the lake" cover="catalogue/media/covers/lake-1.webp"',
    duration: 'heading="Over the lake" cover="catalogue/media/covers/lake-1.webp" duration="754"',
    width: 'heading="In 4K" cover="catalogue/media/covers/ridge-1.webp" width="3840" height="2160"',
    height: 'heading="In HD" cover="catalogue/media/covers/ridge-1.webp" width="1280" height="720"',
    clarity:
      'heading="From the stage" cover="catalogue/media/covers/stage-1.webp" clarity="live-recording"',
    uploaded:
      'heading="Lighthouse" cover="catalogue/media/covers/lighthouse-1.webp" uploaded="2026-01-15"',
    state:
      'heading="Not ready yet" cover="catalogue/media/covers/stadium-1.webp" state="transcoding encrypted"',
    href: 'heading="A link" cover="catalogue/media/covers/bridge-1.webp" href="watch.html?id=42"',
    'heading-level':
      'heading="A heading of level 3" cover="catalogue/media/covers/sail-1.webp" heading-level="3"',
    layout:
      'heading="Cover beside the text" cover="catalogue/media/covers/code-1.webp" layout="list" duration="95" uploaded="2026-01-15"',
    index: 'heading="Fourth card of a list" cover="catalogue/media/covers/street-1.webp" index="3"',
    selected: 'heading="Picked" cover="catalogue/media/covers/nebula-1.webp" selected',
    selectable:
      'role="checkbox" aria-checked="true" tabindex="0" heading="An option" cover="catalogue/media/covers/paper-1.webp" selectable="multiple" selected',
    blocked:
      'heading="Cannot be selected" cover="catalogue/media/covers/servers-1.webp" blocked="Only for members"',
    show: 'heading="Over the lake" cover="catalogue/media/covers/lake-1.webp" duration="754" uploaded="2026-01-15" show="duration date"',
    progress:
      'heading="Partly watched" cover="catalogue/media/covers/lake-1.webp" duration="754" progress="0.4"',
    skeleton: 'skeleton',
    'badge-format':
      'heading="1080p" cover="catalogue/media/covers/ocean-1.webp" width="1920" height="1080" badge-format="height"',
  },
  'resolution-badge': {
    width: 'width="3840" height="2160"',
    height: 'width="1080" height="1920"',
    clarity: 'clarity="live-recording"',
    format: 'width="1920" height="1080" format="height"',
  },
  'video-player': {
    src: 'src="api/videos" video-id="FEEC23ACC9BF6152C443639C7C5399D6"',
    'video-id': 'src="api/videos" video-id="396962D01C1ED8EA7D49ED24F5F1ED02"',
    for: 'for="videos"',
    autoplay: 'src="api/videos" video-id="AEECD12AFCEB75BC7634C026B7E9619C" autoplay',
    'autoplay-next': 'for="videos" autoplay-next',
    remember: 'src="api/videos" video-id="FEEC23ACC9BF6152C443639C7C5399D6" remember',
    credentials: 'src="api/videos" video-id="FEEC23ACC9BF6152C443639C7C5399D6" credentials="omit"',
    timeout: 'src="api/videos" video-id="FEEC23ACC9BF6152C443639C7C5399D6" timeout="5000"',
  },
};
