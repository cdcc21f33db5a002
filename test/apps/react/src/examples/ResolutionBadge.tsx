import {ResolutionBadge} from 'cloud-vod-gallery/react';

/** Three ways to say how good a picture is. */
export function Badges() {
  return (
    <p>
      <ResolutionBadge width={3840} height={2160} />
      <ResolutionBadge width={1920} height={1080} format="height" />
      <ResolutionBadge clarity="live-recording" format="clarity" />
    </p>
  );
}
