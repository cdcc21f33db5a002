/**
 * Ends full screen and picture-in-picture of a player that has no video any more. A host page that is in full screen as a whole
 * stays so.
 */
export function exitPresentation(player: HTMLElement, media: HTMLMediaElement | null): void {
  const roots = [player.shadowRoot, player.getRootNode()] as (Partial<ShadowRoot> | null)[];
  const isInside = (element: Element | null | undefined) =>
    !!element && element !== player && (element === media || player.contains(element));
  if (roots.some((root) => isInside(root?.fullscreenElement))) leave(document.exitFullscreen());
  if (media && roots.some((root) => root?.pictureInPictureElement === media)) {
    leave(document.exitPictureInPicture());
  }
}

/** It rejects if the user has ended the mode at the same time. */
function leave(leaving: Promise<void>) {
  leaving.catch(() => {});
}
