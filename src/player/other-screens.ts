/**
 * Has a player leave the full screen and its picture-in-picture window, which would stay there without a picture. A page that is
 * in full screen as a whole stays so.
 */
export function leaveOtherScreens(player: HTMLElement, media: HTMLMediaElement | null): void {
  const roots = [player.shadowRoot, player.getRootNode()] as (Partial<ShadowRoot> | null)[];
  const isInside = (element: Element | null | undefined) =>
    !!element && element !== player && (element === media || player.contains(element));
  if (roots.some((root) => isInside(root?.fullscreenElement))) leave(document.exitFullscreen());
  if (media && roots.some((root) => root?.pictureInPictureElement === media)) {
    leave(document.exitPictureInPicture());
  }
}

/** The user may have left it at the same time. */
function leave(leaving: Promise<void>) {
  leaving.catch(() => {});
}
