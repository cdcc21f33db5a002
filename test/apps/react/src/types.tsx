/** What TypeScript has to refuse, and to know. Never run: that it compiles is the test. */
import type {
  ResolutionBadgeElement,
  SelectionChangeEvent,
  Video,
  VideoListElement,
  VideoSelectEvent,
} from 'cloud-vod-gallery';
import type {} from 'cloud-vod-gallery/jsx';
import {ResolutionBadge, VideoCard, VideoList, type VideoListProps} from 'cloud-vod-gallery/react';
import type {VideoErrorEvent, VideoPlayerElement} from 'cloud-vod-gallery/player';
import {VideoPlayer, type VideoPlayerProps} from 'cloud-vod-gallery/react/player';
import {createRef} from 'react';

/** Only for exactly the same type: `any` is none. */
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
const isSame = <A, B>(_: Same<A, B>) => undefined;

type HandlerOf<Name extends keyof VideoListProps> = Parameters<
  NonNullable<VideoListProps[Name]>
>[0];
isSame<HandlerOf<'onVideoSelect'>, VideoSelectEvent>(true);
isSame<HandlerOf<'onSelectionChange'>, SelectionChangeEvent>(true);
isSame<VideoSelectEvent['detail']['video'], Video>(true);
isSame<VideoListProps['layout'], 'grid' | 'list' | 'row' | undefined>(true);
type ErrorEvent = Parameters<NonNullable<VideoPlayerProps['onVideoError']>>[0];
isSame<ErrorEvent, VideoErrorEvent>(true);
isSame<HandlerOf<'onVideoError'>, VideoErrorEvent>(true);
type TagProps = React.JSX.IntrinsicElements['video-list'];
isSame<Parameters<NonNullable<TagProps['onvideo-select']>>[0], VideoSelectEvent>(true);

export const right = [
  <VideoList
    ref={createRef<VideoListElement>()}
    className="videos"
    id="videos"
    aria-label="Videos"
    data-test="videos"
    src="/api/videos"
    pageSize={12}
    live
    selection="multiple"
    selectedIds={['id-1']}
    headers={{authorization: 'Bearer'}}
    onVideoSelect={({detail: {video, index, trigger}}) => [video.title, index, trigger]}
  >
    <h2 slot="header">Videos</h2>
  </VideoList>,
  <VideoCard heading="A walk" href="/watch/1" onVideoSelect={(event) => event.preventDefault()} />,
  <ResolutionBadge ref={createRef<ResolutionBadgeElement>()} width={1920} height={1080} />,
  <VideoPlayer
    ref={createRef<VideoPlayerElement>()}
    htmlFor="videos"
    videoId="id-1"
    autoplayNext
    onVideoEnded={(event) => event.preventDefault()}
  >
    <video slot="media" />
  </VideoPlayer>,
  <VideoList play="dialog" onVideoQuality={({detail: {quality}}) => quality} />,
  <video-list src="/api/videos" layout="row" page-size={12} ref={createRef<VideoListElement>()} />,
  <VideoList hidden={false} inert={false} autoFocus={false} draggable={false} aria-busy={true} />,
  <video-list hidden={false} inert={false} draggable={false} aria-busy={true} />,
];

export const wrong = [
  // @ts-expect-error There is no such layout.
  <VideoList layout="circle" />,
  // @ts-expect-error A number is wanted.
  <VideoList pageSize="12" />,
  // @ts-expect-error Only a page can be read from it.
  <VideoList validity={{}} />,
  // @ts-expect-error A method is no property.
  <VideoList refresh={() => {}} />,
  // @ts-expect-error Not for pages.
  <VideoList isTakingOver />,
  // @ts-expect-error The event of another element.
  <VideoCard onSelectionChange={() => {}} />,
  // @ts-expect-error A handler of something else.
  <VideoList onVideoSelect={(event: SelectionChangeEvent) => event} />,
  // @ts-expect-error A badge knows no videos.
  <ResolutionBadge videos={[]} />,
  // @ts-expect-error The ref of another element.
  <VideoList ref={createRef<ResolutionBadgeElement>()} />,
  // @ts-expect-error Only a page can be read from it.
  <VideoPlayer media={null} />,
  // @ts-expect-error Not for pages.
  <VideoPlayer obeyKey={() => {}} />,
  // @ts-expect-error The event of another element.
  <VideoPlayer onSelectionChange={() => {}} />,
  // @ts-expect-error There is no such layout.
  <video-list layout="circle" />,
];
